namespace SalesRules.Salesforce.Reading.Soql;

/// <summary>A condition of a query, made of checked names, escaped literals and, for administrators, checked text.</summary>
public sealed record SoqlCondition
{
    private SoqlCondition(string text) => Text = text;

    private string Text { get; }

    /// <summary>Such as <c>StageName = 'Prospecting'</c>.</summary>
    public static SoqlCondition Compare(string field, SoqlComparison comparison, SoqlLiteral value) =>
        new($"{SoqlName.Field(field)} {Symbol(comparison)} {value}");

    /// <summary>The field equals one of the values.</summary>
    /// <exception cref="ArgumentException">There are no values: a query for nothing should not be sent.</exception>
    public static SoqlCondition In(string field, IEnumerable<SoqlLiteral> values)
    {
        var list = string.Join(",", values);
        return list.Length > 0
            ? new($"{SoqlName.Field(field)} IN ({list})")
            : throw new ArgumentException($"{field} IN () needs at least one value.", nameof(values));
    }

    /// <summary>Every one of them; nulls are left out, and null is returned when none is left.</summary>
    public static SoqlCondition? All(params IEnumerable<SoqlCondition?> conditions) => Join(conditions, " AND ");

    /// <summary>At least one of them; nulls are left out, and null is returned when none is left.</summary>
    public static SoqlCondition? Any(params IEnumerable<SoqlCondition?> conditions) => Join(conditions, " OR ");

    /// <summary>A condition that an administrator wrote, after a check that it is one condition and nothing else.</summary>
    /// <exception cref="FormatException">It is not; the message says what is wrong and where.</exception>
    public static SoqlCondition Parse(string text)
    {
        RawConditionCheck.Run(text);
        return new(text.Trim());
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static SoqlCondition? Join(IEnumerable<SoqlCondition?> conditions, string word) =>
        conditions.OfType<SoqlCondition>().ToList() switch
        {
            [] => null,
            [var only] => only,
            var several => new(string.Join(word, several.Select(condition => $"({condition})"))),
        };

    private static string Symbol(SoqlComparison comparison) => comparison switch
    {
        SoqlComparison.Equal => "=",
        SoqlComparison.NotEqual => "!=",
        SoqlComparison.Less => "<",
        SoqlComparison.LessOrEqual => "<=",
        SoqlComparison.Greater => ">",
        SoqlComparison.GreaterOrEqual => ">=",
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "not a comparison"),
    };
}
