using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules;

/// <summary>The tasks that a deal's findings ask for, with key, owner and due date (catalogue section 13).</summary>
internal static class DealTasks
{
    public const int LongestSubject = 255;

    public static IReadOnlyList<DealTask> Of(Deal deal, IReadOnlyList<Finding> findings)
    {
        List<DealTask>? tasks = null;
        foreach (var finding in findings)
        {
            if (finding.Tasks.Count == 0 || !deal.Policy.Tasks.Rules.Contains(finding.Rule))
                continue;
            tasks ??= [];
            tasks.AddRange(finding.Tasks.Select(part => Of(deal, finding, part)));
        }

        return tasks ?? [];
    }

    private static DealTask Of(Deal deal, Finding finding, TaskPart part) => new(
        TaskKey.Of(finding.Rule, deal.Opportunity.Id, part.Part, deal.Context.Episodes.NumberOf(finding.Rule, part.Part)),
        finding.Rule,
        Shortened(part.Subject),
        Owner(deal),
        deal.Policy.Business.AddBusinessDays(deal.Context.Today, deal.Policy.Tasks.DueDays(finding.Severity)));

    /// <summary>
    /// The deal's owner if active, else the nearest active manager, else the policy's default. Without a user directory the
    /// owner's manager is taken as the record names them. Null when nobody is known.
    /// </summary>
    private static SalesforceId? Owner(Deal deal)
    {
        var opportunity = deal.Opportunity;
        if (opportunity.OwnerId is not { } owner)
            return deal.Policy.Tasks.DefaultOwner;
        if (opportunity.OwnerIsActive ?? deal.Context.Users?.Find(owner)?.IsActive ?? true)
            return owner;
        if (deal.Context.Users is not { } users)
            return opportunity.OwnerManagerId ?? deal.Policy.Tasks.DefaultOwner ?? owner;
        return users.ManagersOf(owner).FirstOrDefault(manager => manager.IsActive)?.Id ?? deal.Policy.Tasks.DefaultOwner ?? owner;
    }

    private static string Shortened(string subject)
    {
        if (subject.Length <= LongestSubject)
            return subject;
        // Not between the two halves of a character outside the basic plane.
        var end = char.IsHighSurrogate(subject[LongestSubject - 2]) ? LongestSubject - 2 : LongestSubject - 1;
        return string.Concat(subject.AsSpan(0, end), "…");
    }
}
