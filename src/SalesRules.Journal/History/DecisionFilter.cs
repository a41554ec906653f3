using SalesRules.Journal.Runs;
using SalesRules.Snapshots;

namespace SalesRules.Journal.History;

/// <summary>Which stored decisions are asked for; what is null does not restrict.</summary>
/// <param name="OnlyLiving">Leaves out the deals that the org has deleted.</param>
/// <param name="DecisionId">The identity that SalesRules_Decision__c holds; several decisions of a deal may share one.</param>
public sealed record DecisionFilter(string? OrgId = null, RunId? Run = null, SalesforceId? Opportunity = null, string? DecisionId = null, bool OnlyLiving = false)
{
    public static DecisionFilter All { get; } = new();
}
