using SalesRules.Policies;

namespace SalesRules.Salesforce.Reading.Describe;

/// <summary>Whether our user can see leads as the policy's section leads counts on, and assign them where it says so.</summary>
public static class LeadSchema
{
    /// <summary>What stands in the way, as the beginning of a sentence; null: nothing.</summary>
    /// <param name="lead">Null: the object is hidden from our user.</param>
    public static string? ProblemOf(ObjectDescription? lead, LeadPolicy policy)
    {
        if (lead is not { Queryable: true })
            return "Lead is hidden from our user";
        var lost = LeadReader.Standard.Concat(policy.Fields.Mapped).Where(name => lead.Find(name) is null).ToList();
        if (lost.Count > 0)
            return $"{string.Join(", ", lost)} of Lead {(lost.Count == 1 ? "is" : "are")} gone or hidden from our user";
        var assigns = policy.DefaultOwner is not null || policy.RoundRobin.Count > 0;
        return assigns && !(lead.Updateable && lead.Find("OwnerId")!.Updateable) ? "Our user may not change the owner of a lead" : null;
    }
}
