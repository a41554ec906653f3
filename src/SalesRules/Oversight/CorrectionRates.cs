using SalesRules.Portfolio;
using SalesRules.Snapshots;

namespace SalesRules.Oversight;

/// <summary>
/// How often the rules correct the deals of each owner, or of each team: rules that are fair by the evidence still have to be seen to be
/// fair. A deal counts once for an owner, however often it was decided or corrected; one that changed hands counts for both.
/// </summary>
/// <param name="since">The beginning of the period.</param>
/// <param name="by">Owner or team.</param>
public sealed class CorrectionRates(DateTimeOffset since, Slicing by)
{
    private readonly Dictionary<string, Counts> parts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private Rate all;

    /// <param name="versions">The decisions of one deal, the oldest first; each deal once.</param>
    public void Add(IReadOnlyList<DecidedVersion> versions)
    {
        foreach (var version in versions)
            Learn(version);

        var within = WithinPeriod(versions);
        if (within.Count == 0)
            return;
        all = all.Plus(within.Any(IsCorrected));
        foreach (var part in within.GroupBy(version => KeyOf(version.Record)))
            CountsOf(part.Key).Add([.. part.Where(IsCorrected)]);
    }

    /// <summary>Of all deals that were open and decided within the period, those that were corrected.</summary>
    public Rate All => all;

    /// <summary>Highest share first.</summary>
    public IReadOnlyList<CorrectionRate> Build() =>
    [
        .. parts.Select(part => part.Value.Build(part.Key, NameOf(part.Key), all))
            .OrderByDescending(rate => rate.Deals.Share).ThenByDescending(rate => rate.Deals.Of).ThenBy(rate => rate.Key, StringComparer.Ordinal),
    ];

    /// <summary>Keeps the last name that is known of whom the version counts for.</summary>
    private void Learn(DecidedVersion version)
    {
        var user = by == Slicing.Team ? version.Record.OwnerManagerId : version.Record.OwnerId;
        var name = (by == Slicing.Team ? null : version.Record.OwnerName) ?? (user is { } id ? version.Users?.Find(id)?.Name : null);
        if (user is { } known && name is not null)
            names[known.Value] = name;
    }

    /// <summary>The open versions decided within the period, and the one that stood when it began.</summary>
    private List<DecidedVersion> WithinPeriod(IReadOnlyList<DecidedVersion> versions)
    {
        var standing = versions.LastOrDefault(version => version.DecidedAt < since);
        return [.. versions.Where(version => (version.DecidedAt >= since || version == standing) && version.Record.IsClosed != true)];
    }

    /// <summary>What was corrected before the period stands in no rate of it.</summary>
    private bool IsCorrected(DecidedVersion version) => version.DecidedAt >= since && version.CorrectedBy.Count > 0;

    private Counts CountsOf(string key) => parts.TryGetValue(key, out var counts) ? counts : parts[key] = new Counts();

    private string KeyOf(Opportunity record) => (by == Slicing.Team ? record.OwnerManagerId : record.OwnerId)?.Value ?? "";

    private string NameOf(string key) => key.Length > 0 ? names.GetValueOrDefault(key) ?? key : by == Slicing.Team ? "no manager" : "no owner";

    private sealed class Counts
    {
        private readonly Dictionary<string, int> byRule = new(StringComparer.Ordinal);
        private Rate deals;

        public void Add(IReadOnlyList<DecidedVersion> corrected)
        {
            deals = deals.Plus(corrected.Count > 0);
            foreach (var rule in corrected.SelectMany(version => version.CorrectedBy))
                byRule[rule] = byRule.GetValueOrDefault(rule) + 1;
        }

        public CorrectionRate Build(string key, string name, Rate all) => new(
            key, name, deals, [.. byRule.OrderByDescending(rule => rule.Value).ThenBy(rule => rule.Key, StringComparer.Ordinal).Select(rule => new RuleCount(rule.Key, rule.Value))], all);
    }
}

/// <summary>The corrections of one owner or team.</summary>
/// <param name="Key">The user's id; empty: none.</param>
/// <param name="Deals">Of the open deals that were decided, those that were corrected.</param>
/// <param name="Rules">The corrections by rule, the most frequent first; a deal may have several.</param>
/// <param name="All">The same of everybody.</param>
public sealed record CorrectionRate(string Key, string Name, Rate Deals, IReadOnlyList<RuleCount> Rules, Rate All)
{
    /// <summary>Whether chance hardly explains the difference from everybody: their share lies outside the 95 % interval of this one.</summary>
    public bool StandsOut => Deals.Interval is { } interval && All.Share is { } share && !interval.Contains(share);
}

/// <param name="Corrections">How often it corrected.</param>
public readonly record struct RuleCount(string Rule, int Corrections);
