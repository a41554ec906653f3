using SalesRules.Snapshots;

namespace SalesRules.Host.Evaluation;

/// <summary>The currencies of a file, as far as it says them: amounts of several are told, because nothing is converted.</summary>
internal sealed class Currencies(bool isKept)
{
    private const int MostNamed = 5;

    private readonly SortedSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>Gives the deal the code that stood beside its amount where the row names no currency itself.</summary>
    public Opportunity Complete(Opportunity opportunity, string? code)
    {
        var completed = isKept && opportunity.CurrencyIsoCode is null && code is not null ? opportunity with { CurrencyIsoCode = code } : opportunity;
        See(completed.CurrencyIsoCode);
        See(code);
        return completed;
    }

    /// <summary>The sentence about a mix; null where there is one currency or none.</summary>
    public string? Describe() => seen.Count < 2
        ? null
        : $"The file has amounts in several currencies ({string.Join(", ", seen.Take(MostNamed))}{(seen.Count > MostNamed ? ", ..." : "")}): each is taken as the number that it is, nothing is converted.";

    private void See(string? code)
    {
        // One more than are named is enough to say that there are more.
        if (code is not null && seen.Count <= MostNamed)
            seen.Add(code);
    }
}
