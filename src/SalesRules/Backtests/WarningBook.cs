using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Backtests;

/// <summary>
/// The deciding part of a backtest: when a policy first warned of each deal, and how. It is handed one observation after the other and
/// nothing else, in any order, so that no decision can rest on what came later. Memory grows with the deals, not with the observations.
/// </summary>
public sealed class WarningBook
{
    private readonly Dictionary<SalesforceId, SortedDictionary<Warning, DateOnly>> first = [];
    private readonly SortedSet<string> notRun = new(StringComparer.Ordinal);

    /// <summary>Observations that were decided.</summary>
    public long Decided { get; private set; }

    /// <summary>The rules that could not be asked of some of them, for lack of fields or context.</summary>
    public IReadOnlyCollection<string> NotRun => notRun;

    /// <param name="rules">The policy, as far as the observation knows the fields that it asks for.</param>
    public void Add(Observation observation, RuleBook rules)
    {
        Decided++;
        var decision = rules.Decide(observation.Opportunity, observation.Context);
        foreach (var warning in Warning.Of(observation.Opportunity, decision))
            Add(observation.Opportunity.Id, warning, observation.SeenOn);
        notRun.UnionWith(decision.NotRun);
    }

    /// <summary>When each warning of the deal was first given; empty: none was.</summary>
    public IReadOnlyDictionary<Warning, DateOnly> Of(SalesforceId deal) =>
        first.TryGetValue(deal, out var warnings) ? warnings : new SortedDictionary<Warning, DateOnly>();

    /// <summary>Every warning that was given of any deal.</summary>
    public IReadOnlyCollection<Warning> Given() => new SortedSet<Warning>(first.Values.SelectMany(warnings => warnings.Keys));

    private void Add(SalesforceId deal, Warning warning, DateOnly on)
    {
        if (!first.TryGetValue(deal, out var warnings))
            first[deal] = warnings = [];
        if (!warnings.TryGetValue(warning, out var known) || on < known)
            warnings[warning] = on;
    }
}
