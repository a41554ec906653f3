using System.Globalization;

namespace SalesRules.EndToEnd.Tests.Histories.Reading;

/// <summary>Reads the WHERE of a query for changed deals: comparisons of Id, SystemModstamp, IsClosed and what a won deal is found by, with AND, OR and brackets.</summary>
internal sealed class LeanCondition
{
    private readonly Queue<string> words;

    private LeanCondition(string text) => words = new Queue<string>(
        text.Replace("(", " ( ", StringComparison.Ordinal).Replace(")", " ) ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    public static Func<string, LeanDeal.Version, bool> Parse(string text) => new LeanCondition(text).Either();

    private Func<string, LeanDeal.Version, bool> Either()
    {
        var left = Both();
        while (Take("OR"))
        {
            var (one, other) = (left, Both());
            left = (id, version) => one(id, version) || other(id, version);
        }

        return left;
    }

    private Func<string, LeanDeal.Version, bool> Both()
    {
        var left = One();
        while (Take("AND"))
        {
            var (one, other) = (left, One());
            left = (id, version) => one(id, version) && other(id, version);
        }

        return left;
    }

    private Func<string, LeanDeal.Version, bool> One()
    {
        if (Take("("))
        {
            var inner = Either();
            return Take(")") ? inner : throw new FormatException("A bracket is not closed.");
        }

        var (field, comparison, value) = (words.Dequeue(), words.Dequeue(), words.Dequeue());
        return field switch
        {
            "SystemModstamp" when DateTimeOffset.Parse(value, CultureInfo.InvariantCulture) is var instant => (_, version) => Holds(version.Stamp.CompareTo(instant), comparison),
            "Id" => (id, _) => Holds(string.CompareOrdinal(id, value.Trim('\'')), comparison),
            "IsClosed" => (_, version) => version.IsClosed == bool.Parse(value),
            // Nothing is ever won here, so that no close date matters.
            "IsWon" => (_, _) => !bool.Parse(value),
            "CloseDate" => (_, _) => true,
            _ => throw new FormatException($"This org has no field {field}."),
        };
    }

    private static bool Holds(int order, string comparison) => comparison switch
    {
        "=" => order == 0,
        "<" => order < 0,
        "<=" => order <= 0,
        ">" => order > 0,
        ">=" => order >= 0,
        _ => throw new FormatException($"{comparison} is no comparison."),
    };

    private bool Take(string word) => words.TryPeek(out var next) && next == word && words.Dequeue() == word;
}
