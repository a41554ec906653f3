using SalesRules.Host.Evaluation;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs;

/// <summary>
/// Decides the org's open deals by two policies, page by page, and writes nothing anywhere. What stands around the deals is read for the
/// rules of both; what is worked out of the whole org (stage ages, POV queue, repeated texts) is by the new one.
/// </summary>
internal sealed class PolicyDiffRun(OrgSessions orgs, SnapshotReader snapshots, Deciding deciding, RuleBook rules, RunClock clock)
{
    /// <param name="before">The old policy; the new one is the workplace's. Both give the org's fields the same names.</param>
    /// <param name="seen">Told how many deals were read so far.</param>
    public async Task<ComparedRows> CompareAsync(Policy before, RunRequest request, Action<int> seen, CancellationToken cancellationToken)
    {
        var org = await orgs.OpenAsync(cancellationToken);
        var scope = await snapshots.ScopeAsync(org, request, last: null, rules.Policy.Hash, cancellationToken);
        var compared = new ComparedRows { Drift = org.Drift };
        org.Compare(before);

        // A record that changes during the read comes twice: it is one deal all the same.
        var known = new HashSet<SalesforceId>();
        await foreach (var page in deciding.DecideAsync(org, scope, request.AsOf, clock.Now, cancellationToken))
        {
            foreach (var decided in page.Decisions.Where(decided => known.Add(decided.Opportunity.Id)))
                compared.Differences.Add(decided.Opportunity, org.Compared!.Decide(decided.Opportunity, decided.Context), decided.Decision);
            foreach (var row in page.Unreadable)
                compared.LeaveOut(row.Id?.Value ?? "a row without a readable Id", row.Problem);
            seen(known.Count);
        }

        return compared;
    }
}
