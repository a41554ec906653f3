namespace SalesRules.PolicyReview.Conditions;

/// <summary>
/// Something in a condition that differs from deal to deal, with the values that matter: those that the condition names and their
/// neighbours, nothing at all, and anything else. Between two of them the condition cannot tell deals apart.
/// </summary>
/// <param name="range">The numbers that it can be; null: any.</param>
internal sealed class Unknown(int place, IReadOnlyList<object?>? domain, ValueRange? range = null)
{
    private readonly SortedSet<decimal> numbers = [];
    private readonly HashSet<string> texts = new(StringComparer.OrdinalIgnoreCase);
    private bool isFlag;
    private bool isWhole;
    private string? measure;

    public int Place => place;

    /// <summary>Takes note of a value that it is compared with; false: it has been compared with another measure, such as days of the calendar and today.</summary>
    public bool Meets(Constant constant)
    {
        if (measure is not null && measure != constant.Measure)
            return false;
        measure = constant.Measure;
        isWhole |= constant.IsWhole;
        switch (constant.Value)
        {
            case decimal number:
                numbers.Add(number);
                break;
            case string text:
                texts.Add(text);
                break;
            default:
                isFlag = true;
                break;
        }

        return true;
    }

    /// <summary>It is true, false or unknown.</summary>
    public Unknown AsFlag()
    {
        isFlag = true;
        return this;
    }

    /// <summary>One value of each kind that the condition can tell apart.</summary>
    public IReadOnlyList<object?> Values() =>
        domain ?? (isFlag ? [null, true, false] : texts.Count > 0 ? [null, .. texts, "\0"] : [null, .. Around()]);

    private IEnumerable<object> Around()
    {
        if (numbers.Count == 0)
            return [0m];
        IEnumerable<decimal> near = isWhole
            ? numbers.SelectMany(number => new[] { number - 1, number, number + 1 })
            : numbers.Concat(numbers.Zip(numbers.Skip(1), (low, high) => (low + high) / 2)).Append(numbers.Min - 1).Append(numbers.Max + 1);
        return (range?.Clip([.. near]) ?? near).Distinct().Select(number => (object)number);
    }
}
