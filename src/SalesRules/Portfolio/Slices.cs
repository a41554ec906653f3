using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Portfolio;

/// <summary>The parts of a portfolio under one slicing, while deals are added.</summary>
internal sealed class Slices(PortfolioScope scope, Slicing by)
{
    private readonly Dictionary<string, PortfolioSlice.Builder> slices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    public void Add(PortfolioDeal deal)
    {
        var key = KeyOf(deal) ?? "";
        if (!slices.TryGetValue(key, out var slice))
            slices[key] = slice = new PortfolioSlice.Builder(scope, listsMovement: false);
        slice.Add(deal);

        // The smallest name, should an owner have been renamed while we read: the order of the rows must not show.
        if (by == Slicing.Owner && deal.Record.OwnerName is { } name && (!names.TryGetValue(key, out var known) || string.CompareOrdinal(name, known) < 0))
            names[key] = name;
    }

    /// <summary>Each part by its name.</summary>
    public IReadOnlyList<PortfolioSlice> Build(StageProbabilities probabilities, StageAging aging, UserDirectory? users) =>
    [
        .. slices.Select(slice => Build(slice.Key, slice.Value, probabilities, aging, users))
            .OrderBy(slice => slice.Name, StringComparer.Ordinal).ThenBy(slice => slice.Key, StringComparer.Ordinal),
    ];

    private PortfolioSlice Build(string key, PortfolioSlice.Builder slice, StageProbabilities probabilities, StageAging aging, UserDirectory? users)
    {
        HashSet<SalesforceId?> owners = by == Slicing.Team ? [.. slice.Owners, .. QuotaHoldersUnder(key, users)] : slice.Owners;
        return slice.Build(key, NameOf(key, users), TargetOf(key, owners), owners.OfType<SalesforceId>(), probabilities, aging);
    }

    private string? KeyOf(PortfolioDeal deal) => by switch
    {
        Slicing.Owner => deal.Record.OwnerId?.Value,
        Slicing.Team => deal.Record.OwnerManagerId?.Value,
        _ => deal.Segment,
    };

    private string NameOf(string key, UserDirectory? users) => (by, key) switch
    {
        (Slicing.Owner, "") => "no owner",
        (Slicing.Team, "") => "no manager",
        (Slicing.Segment, "") => "no segment",
        (Slicing.Segment, _) => key,
        _ => names.GetValueOrDefault(key) ?? users?.Find(SalesforceId.Parse(key))?.Name ?? key,
    };

    private PeriodTarget TargetOf(string key, HashSet<SalesforceId?> owners) => by switch
    {
        Slicing.Segment => PeriodTarget.Of(
            scope.Settings.SegmentTargets.GetValueOrDefault(key) ?? QuarterAmounts.Unknown, scope.Quarter, "the policy has no target for the segment in this quarter (portfolio.segment-targets)"),
        _ => QuotaSum.Of(owners, scope),
    };

    /// <summary>A rep without a deal has a quota all the same.</summary>
    private IEnumerable<SalesforceId?> QuotaHoldersUnder(string manager, UserDirectory? users) =>
        scope.Settings.Quotas.Keys.Where(owner => users?.Find(owner)?.ManagerId is { } id && id.Value == manager).Select(owner => (SalesforceId?)owner);
}
