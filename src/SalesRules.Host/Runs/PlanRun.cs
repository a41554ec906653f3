using SalesRules.Host.Runs.Leads;
using SalesRules.Plans;
using SalesRules.Rules;
using SalesRules.Schemas;

namespace SalesRules.Host.Runs;

/// <summary>The arrow up to the plan: reads, decides, and writes nothing anywhere.</summary>
internal sealed class PlanRun(OrgSessions orgs, SnapshotReader snapshots, Deciding deciding, LeadLook leads, RuleBook rules, RunClock clock)
{
    /// <summary>What was found of leads; null: nobody looked at them, as where only some deals were asked for.</summary>
    public LeadTally? Leads { get; private set; }

    /// <summary>Plans for everything that a first run would look at, or for the request's condition or ids.</summary>
    /// <param name="seen">Told of each page, for counts and progress.</param>
    public async Task<WriteBackPlan> PlanAsync(RunRequest request, Action<DecidedPage> seen, CancellationToken cancellationToken)
    {
        var org = await orgs.OpenAsync(cancellationToken);
        var scope = await snapshots.ScopeAsync(org, request, last: null, rules.Policy.Hash, cancellationToken);
        var createdAt = clock.Now;
        var records = new Dictionary<Snapshots.SalesforceId, PlannedRecord>();
        await foreach (var page in deciding.DecideAsync(org, scope, request.AsOf, createdAt, cancellationToken))
        {
            seen(page);

            // A record that changes during the read comes twice, the newer state later.
            foreach (var decided in page.Decisions)
            {
                if (decided.Planned.IsEmpty)
                    records.Remove(decided.Opportunity.Id);
                else
                    records[decided.Opportunity.Id] = decided.Planned;
            }
        }

        if (org.Policy.Leads.Enabled && request is { Ids: null, Where: null })
        {
            if (await leads.ProblemAsync(org, cancellationToken) is { } problem)
                org.Tell(DriftNotes.Leads(problem));
            else
                Leads = await leads.LookAsync(org, cancellationToken);
        }

        return new WriteBackPlan
        {
            OrgId = org.Id,
            PolicyHash = rules.Policy.Hash,
            AsOf = request.AsOf,
            CreatedAt = createdAt,
            Drift = [.. org.Drift.Where(note => !note.IsWarning).Select(note => note.ToString())],
            Records = [.. records.Values.OrderBy(record => record.Id)],
        };
    }
}
