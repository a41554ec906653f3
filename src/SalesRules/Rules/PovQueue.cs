using System.Collections.Frozen;
using SalesRules.Policies;
using SalesRules.Rules.PovGate;
using SalesRules.Snapshots;

namespace SalesRules.Rules;

/// <summary>
/// The approved POVs that have not started and wait because the running ones fill the capacity, in order of total, then
/// amount, then id (catalogue section 3, pov.capacity).
/// </summary>
public sealed class PovQueue(IReadOnlyList<SalesforceId> waiting)
{
    private readonly FrozenDictionary<SalesforceId, int> places =
        waiting.Select((id, index) => (id, index)).ToFrozenDictionary(pair => pair.id, pair => pair.index + 1);

    public int Length { get; private init; } = waiting.Count;

    /// <summary>What one deal sees of a queue.</summary>
    /// <param name="place">Its place, from 1; null: it does not wait.</param>
    internal static PovQueue Of(SalesforceId id, int? place, int length) => new([]) { Length = length, alone = place is { } at ? (id, at) : null };

    // A deal that is decided again knows only its own place.
    private (SalesforceId Id, int Place)? alone;

    /// <summary>
    /// The queue over all open deals of the gate: a deal waits when the running POVs fill the capacity overall, or that of the
    /// SE who is to run it. Higher totals and amounts go first.
    /// </summary>
    public static PovQueue Of(IReadOnlyList<Deal> deals, PovPolicy policy)
    {
        var running = deals.Where(ApprovedPovWaitsForCapacityRule.Runs).ToList();
        var isFull = running.Count >= policy.Capacity;
        var busy = running.Where(deal => deal.Opportunity.PovSe is not null).GroupBy(deal => deal.Opportunity.PovSe)
            .Where(ofOne => ofOne.Count() >= policy.CapacityPerSe).Select(ofOne => ofOne.Key).ToHashSet();
        var waiting = deals
            .Where(deal => ApprovedPovWaitsForCapacityRule.Waits(deal) && (isFull || (deal.Opportunity.PovSe is { } se && busy.Contains(se))))
            .OrderByDescending(deal => deal.Scores.Total)
            .ThenByDescending(deal => deal.Opportunity.Amount)
            .ThenBy(deal => deal.Opportunity.Id);
        return new PovQueue([.. waiting.Select(deal => deal.Opportunity.Id)]);
    }

    /// <summary>The deal's place, from 1; null when it does not wait.</summary>
    public int? PlaceOf(SalesforceId id) => alone is { } one && one.Id == id ? one.Place : places.TryGetValue(id, out var place) ? place : null;
}
