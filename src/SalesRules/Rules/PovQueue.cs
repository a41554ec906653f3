using System.Collections.Frozen;
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

    public int Length => places.Count;

    /// <summary>The deal's place, from 1; null when it does not wait.</summary>
    public int? PlaceOf(SalesforceId id) => places.TryGetValue(id, out var place) ? place : null;
}
