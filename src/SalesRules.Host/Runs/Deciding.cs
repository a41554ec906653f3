using System.Runtime.CompilerServices;
using SalesRules.Plans;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs;

/// <summary>Reading, context, rules and plan for one page after the other: what `plan`, `run` and `apply` share.</summary>
internal sealed class Deciding(SnapshotReader snapshots, DealContexts contexts)
{
    /// <param name="decidedAt">The instant that stands on the records as the time of the decision, UTC.</param>
    public async IAsyncEnumerable<DecidedPage> DecideAsync(
        OrgSession org, ReadScope scope, DateOnly today, DateTimeOffset decidedAt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in snapshots.ReadAsync(org, scope, cancellationToken))
        {
            var surroundings = await contexts.OfAsync(org, page.Opportunities, today, cancellationToken);
            // Only now: that something around the deals is hidden stops rules, and shows when it is read.
            var plan = new RecordPlan(org.Rules);
            yield return new DecidedPage(
                [.. page.Opportunities.Zip(surroundings, (opportunity, around) => plan.Of(opportunity, around.Context, around.Tasks, decidedAt, around.Scores))],
                page.Unreadable,
                page.Opportunities.Count + page.Unreadable.Count,
                page.IsRevisit ? 0 : page.Opportunities.Count(scope.IsSettled) + page.Unreadable.Count,
                page.Opportunities.Zip(surroundings).Count(pair => IsLate(scope, pair.First, pair.Second.LastVersion)));
        }
    }

    /// <summary>The version changed before the last window began, and the run that should have read it decided an older one, or none.</summary>
    private static bool IsLate(ReadScope scope, Opportunity opportunity, DateTimeOffset? lastVersion) =>
        opportunity.SystemModstamp < scope.LateBefore && !(lastVersion >= opportunity.SystemModstamp);
}
