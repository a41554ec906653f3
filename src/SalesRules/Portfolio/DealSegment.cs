using SalesRules.Snapshots;

namespace SalesRules.Portfolio;

/// <summary>Which segment a deal belongs to: the one place that says so for every figure.</summary>
public static class DealSegment
{
    /// <summary>The segment as it stands on the record; null when it is empty or the org has no such field.</summary>
    public static string? Of(Opportunity opportunity) => opportunity.Segment;
}
