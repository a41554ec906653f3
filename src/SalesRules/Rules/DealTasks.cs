using System.Collections;
using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules;

/// <summary>
/// The tasks that a deal's findings ask for, with key, owner and due date (catalogue section 13). Worked out when first read, as
/// the findings' words are.
/// </summary>
internal sealed class DealTasks(Deal deal, IReadOnlyList<Finding> findings) : IReadOnlyList<DealTask>
{
    public const int LongestSubject = 255;

    private DealTask[]? tasks;

    public int Count => Tasks.Length;

    private DealTask[] Tasks => tasks ??= WorkOut();

    public DealTask this[int index] => Tasks[index];

    public IEnumerator<DealTask> GetEnumerator() => ((IEnumerable<DealTask>)Tasks).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private DealTask[] WorkOut()
    {
        var worked = new List<DealTask>();
        var owner = Owner(deal.Opportunity.OwnerId);
        foreach (var finding in findings)
        {
            if (!deal.Policy.Tasks.Rules.Contains(finding.Rule))
                continue;
            var due = deal.Policy.Business.AddBusinessDays(deal.Context.Today, deal.Policy.Tasks.DueDays(finding.Severity));
            foreach (var part in Parts(finding).Where(part => IsWanted(finding.Rule, part)))
                worked.Add(new DealTask(Key(finding.Rule, part.Part), finding.Rule, Shortened(part.Subject), part.For is { } other ? Owner(other) : owner, due));
        }

        return [.. worked];
    }

    private IReadOnlyList<TaskPart> Parts(Finding finding) =>
        RuleBook.Find(finding.Rule, deal.Policy) is { HandsOutTasks: false } ? [new TaskPart("", finding.Lasting.Message)] : finding.Tasks;

    /// <summary>What is made once for a record is made in its first episode, or not at all.</summary>
    private bool IsWanted(string rule, TaskPart part) => !part.IsOnce || deal.Context.Episodes.NumberOf(rule, part.Part) == 1;

    private string Key(string rule, string part) => TaskKey.Of(rule, deal.Opportunity.Id, part, deal.Context.Episodes.NumberOf(rule, part));

    /// <summary>
    /// The user if active, else the nearest active manager, else the policy's default. Without a user directory the deal's owner and
    /// their manager are taken as the record names them. Null when nobody is known.
    /// </summary>
    private SalesforceId? Owner(SalesforceId? wanted)
    {
        if (wanted is not { } owner)
            return deal.Policy.Tasks.DefaultOwner;
        var isDealsOwner = owner == deal.Opportunity.OwnerId;
        if ((isDealsOwner ? deal.Opportunity.OwnerIsActive : null) ?? deal.Context.Users?.Find(owner)?.IsActive ?? true)
            return owner;
        if (deal.Context.Users is not { } users)
            return (isDealsOwner ? deal.Opportunity.OwnerManagerId : null) ?? deal.Policy.Tasks.DefaultOwner ?? owner;
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
