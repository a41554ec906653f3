using SalesRules.Policies;
using SalesRules.Rules.Leads;
using SalesRules.Snapshots;

namespace SalesRules.Plans;

/// <summary>A lead that changes hands.</summary>
/// <param name="From">The queue in which it waits.</param>
/// <param name="Turn">Its number among those that took turns, from 0; null: the default owner.</param>
public sealed record LeadAssignment(SalesforceId Lead, SalesforceId From, SalesforceId To, int? Turn)
{
    /// <summary>
    /// Assigns leads to those who take turns, the oldest lead first. A lead that has its turn already keeps it, so that a run that is
    /// repeated assigns it to the same person; one that the service has assigned before and that is back in a queue was put there by
    /// somebody, and stays.
    /// </summary>
    /// <param name="known">What was planned before for these leads, and whether it is done.</param>
    /// <param name="turns">How many turns were taken so far.</param>
    public static IReadOnlyList<LeadAssignment> Of(
        IEnumerable<LeadDecision> decisions, LeadPolicy policy, IReadOnlyDictionary<SalesforceId, (LeadAssignment Planned, bool IsDone)> known, int turns)
    {
        var assignments = new List<LeadAssignment>();
        foreach (var decision in decisions.Where(decision => decision.Wish != LeadWish.None).OrderBy(decision => decision.Lead.CreatedAt).ThenBy(decision => decision.Lead.Id))
        {
            var lead = decision.Lead;
            if (known.TryGetValue(lead.Id, out var before) && before.IsDone)
                continue;
            if (decision.Wish == LeadWish.DefaultOwner)
                assignments.Add(new LeadAssignment(lead.Id, lead.OwnerId, policy.DefaultOwner!.Value, null));
            else if (before.Planned is { Turn: { } turn } && policy.RoundRobin.Contains(before.Planned.To))
                assignments.Add(new LeadAssignment(lead.Id, lead.OwnerId, before.Planned.To, turn));
            else
                assignments.Add(new LeadAssignment(lead.Id, lead.OwnerId, policy.RoundRobin[turns % policy.RoundRobin.Count], turns++));
        }

        return assignments;
    }
}
