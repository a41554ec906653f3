using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Portfolio;

/// <summary>
/// Adds deals up into the figures of catalogue section 12, one by one and in any order: what is held grows with owners, stages, segments
/// and days, not with deals. A deal may be added once.
/// </summary>
/// <param name="scope">What the figures look at.</param>
/// <param name="by">What else they are cut by; null: only the whole.</param>
/// <param name="users">Names of managers, and who they manage; null: not known.</param>
public sealed class PortfolioBuilder(PortfolioScope scope, Slicing? by = null, UserDirectory? users = null)
{
    private readonly PortfolioSlice.Builder whole = new(scope, listsMovement: true);
    private readonly StageProbabilities.Builder probabilities = new(scope);
    private readonly StageAgingBuilder aging = new(scope.Policy.Stages, scope.Policy.TimeZone, scope.Today, scope.Settings.LeastDeals, PortfolioScope.WindowMonths);

    // Owners and teams are always there: low coverage is found for both.
    private readonly Dictionary<Slicing, Slices> slices =
        new Slicing?[] { Slicing.Owner, Slicing.Team, by }.OfType<Slicing>().Distinct().ToDictionary(slicing => slicing, slicing => new Slices(scope, slicing));

    /// <summary>How many deals were added.</summary>
    public int Count { get; private set; }

    /// <param name="record">With its history (<see cref="Opportunity.States"/> or <see cref="Opportunity.StageHistory"/>) where that is known.</param>
    public void Add(Opportunity record)
    {
        Count++;
        var deal = new PortfolioDeal(record, scope);
        whole.Add(deal);
        foreach (var one in slices.Values)
            one.Add(deal);
        probabilities.Add(deal);
        if (deal.Entries is { } entries)
            aging.Add(entries, deal.Segment);
    }

    public PortfolioReport Build()
    {
        var stageProbabilities = probabilities.Build();
        var stageAging = aging.Build();
        var parts = slices.ToDictionary(pair => pair.Key, pair => pair.Value.Build(stageProbabilities, stageAging, users));
        var findings = new[] { Slicing.Team, Slicing.Owner }.SelectMany(slicing => PortfolioBook.Find(scope.Policy, slicing, parts[slicing]));
        return new PortfolioReport(
            scope,
            whole.Build("", "all deals", TargetOfWhole(), Sellers(), stageProbabilities, stageAging),
            by,
            by is { } chosen ? parts[chosen] : [],
            stageProbabilities,
            stageAging,
            [.. findings]);
    }

    /// <summary>The organisation's own target, else the quotas together.</summary>
    private PeriodTarget TargetOfWhole()
    {
        var own = PeriodTarget.Of(scope.Settings.Target, scope.Quarter, "");
        return own.Quarter is not null ? own : QuotaSum.Of(whole.Owners.Union(scope.Settings.Quotas.Keys.Cast<SalesforceId?>()).ToHashSet(), scope) is { Quarter: not null } sum
            ? sum
            : PeriodTarget.Of(QuarterAmounts.Unknown, scope.Quarter, "the policy has no target for the quarter (portfolio.target), nor quotas of all owners");
    }

    private IEnumerable<SalesforceId> Sellers() => whole.Owners.OfType<SalesforceId>().Union(scope.Settings.Quotas.Keys);
}
