using SalesRules.Decisions;

namespace SalesRules.Host.Runs;

/// <summary>Deals by rule: with a finding of it, and without what it needs.</summary>
internal sealed class RuleTally
{
    private readonly SortedDictionary<string, int> flagged = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> notRun = new(StringComparer.Ordinal);

    /// <summary>Deals with that finding.</summary>
    public IReadOnlyDictionary<string, int> Flagged => flagged;

    /// <summary>Deals for which that rule lacked fields or context.</summary>
    public IReadOnlyDictionary<string, int> NotRun => notRun;

    public void Add(Decision decision)
    {
        foreach (var finding in decision.Findings)
            Count(flagged, finding.Rule);
        foreach (var rule in decision.NotRun)
            Count(notRun, rule);
    }

    private static void Count(SortedDictionary<string, int> counts, string rule) => counts[rule] = counts.GetValueOrDefault(rule) + 1;
}
