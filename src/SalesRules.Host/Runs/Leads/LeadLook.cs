using SalesRules.Journal;
using SalesRules.Plans;
using SalesRules.Rules.Leads;
using SalesRules.Salesforce.Reading;
using SalesRules.Salesforce.Reading.Describe;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs.Leads;

/// <summary>Reads the leads that the policy asks for, decides, and says who is to get which; writes nothing.</summary>
internal sealed class LeadLook(LeadReader reader, DescribeReader describe, RunJournal journal, RunClock clock)
{
    private const int PageSize = 2_000;

    /// <summary>Why leads cannot be looked at, as the beginning of a sentence; null: they can. One call.</summary>
    public async Task<string?> ProblemAsync(OrgSession org, CancellationToken cancellationToken) =>
        LeadSchema.ProblemOf(await describe.FindAsync("Lead", cancellationToken), org.Policy.Leads);

    public async Task<LeadTally> LookAsync(OrgSession org, CancellationToken cancellationToken)
    {
        var tally = new LeadTally();
        var waiting = new List<LeadDecision>();
        await foreach (var decision in DecideAsync(org, cancellationToken))
        {
            tally.Add(decision);
            if (decision.Wish != LeadWish.None)
                waiting.Add(decision);
        }

        if (waiting.Count > 0)
        {
            var (known, turns) = await journal.LeadAssignmentsAsync(org.Id, [.. waiting.Select(decision => decision.Lead.Id)], cancellationToken);
            tally.Assignments = LeadAssignment.Of(waiting, org.Policy.Leads, known, turns);
        }

        return tally;
    }

    private async IAsyncEnumerable<LeadDecision> DecideAsync(OrgSession org, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var policy = org.Policy.Leads;
        var now = clock.Now;
        var book = new LeadBook(org.Policy);
        await foreach (var page in reader.ReadAsync(policy.Fields, now.AddDays(-policy.Days), cancellationToken).Chunk(PageSize).WithCancellation(cancellationToken))
        {
            // What is mapped tells; else the activities do, of which a lead without any needs none to be asked.
            var asked = policy.Fields.FirstTouch is null ? page.Where(lead => lead.HasActivity).Select(lead => lead.Lead.Id).ToList() : [];
            var touches = asked.Count == 0 ? new Dictionary<SalesforceId, DateTimeOffset>() : await reader.FirstTouchesAsync(asked, cancellationToken);
            foreach (var (lead, _) in page)
                yield return book.Decide(touches.TryGetValue(lead.Id, out var at) ? lead with { FirstTouchAt = at } : lead, now);
        }
    }
}
