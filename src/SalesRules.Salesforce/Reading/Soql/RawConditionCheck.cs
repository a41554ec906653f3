using System.Collections.Frozen;

namespace SalesRules.Salesforce.Reading.Soql;

/// <summary>
/// Checks the text after <c>--where</c>: it must stay inside the parentheses that we put around it. Salesforce judges the
/// rest; this only keeps a condition from becoming another query.
/// </summary>
internal static class RawConditionCheck
{
    // Words that begin another clause. A field can be called so only with a suffix, such as Limit__c, which is another word.
    private static readonly FrozenSet<string> Clauses = FrozenSet.ToFrozenSet(
        ["ORDER", "GROUP", "HAVING", "LIMIT", "OFFSET", "FOR", "WITH", "USING", "UPDATE", "TYPEOF", "ALL"], StringComparer.OrdinalIgnoreCase);

    public static void Run(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new FormatException("The condition is empty: expected one such as StageName = 'Negotiation'.");
        var open = new Stack<int>();
        for (var at = 0; at < text.Length; at++)
            at = Step(text, at, open);
        if (open.TryPop(out var unclosed))
            throw Wrong(unclosed, "this parenthesis is never closed");
    }

    /// <summary>Takes one string, word or character and returns the place of its last character.</summary>
    private static int Step(string text, int at, Stack<int> open)
    {
        switch (text[at])
        {
            case '\'':
                return EndOfString(text, at);
            case '(':
                open.Push(at);
                return at;
            case ')':
                return open.TryPop(out _) ? at : throw Wrong(at, "this parenthesis closes none");
            case ';' or '"' or '\\' or '{' or '}' or '`':
                throw Wrong(at, $"{text[at]} does not belong into a condition; texts stand in single quotes");
            case var c when char.IsLetter(c) || c == '_':
                return Word(text, at);
            default:
                return at;
        }
    }

    private static int EndOfString(string text, int start)
    {
        for (var at = start + 1; at < text.Length; at++)
        {
            if (text[at] == '\\')
                at++;
            else if (text[at] == '\'')
                return at;
        }
        throw Wrong(start, "this quote is never closed");
    }

    private static int Word(string text, int start)
    {
        var end = start;
        while (end + 1 < text.Length && (char.IsLetterOrDigit(text[end + 1]) || text[end + 1] == '_'))
            end++;
        return Clauses.Contains(text[start..(end + 1)])
            ? throw Wrong(start, $"{text[start..(end + 1)].ToUpperInvariant()} begins another part of a query; only a condition is allowed")
            : end;
    }

    private static FormatException Wrong(int at, string what) =>
        new(FormattableString.Invariant($"The condition cannot be used: at character {at + 1}, {what}."));
}
