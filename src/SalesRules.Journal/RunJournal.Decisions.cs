using SalesRules.Journal.Alerts;
using SalesRules.Journal.Database;
using SalesRules.Journal.Pages;
using SalesRules.Journal.Runs;
using SalesRules.Plans;
using SalesRules.Policies;

namespace SalesRules.Journal;

/// <summary>Decisions on their way into the journal.</summary>
public sealed partial class RunJournal
{
    /// <summary>
    /// Journals a page of decisions in one transaction: each decision that is new for its deal with what it was made from, what
    /// changed of its scores, the approvals made, what is to be written (planned, with its before-image), which tasks are wanted or
    /// have cleared, and what people are to be told of. Deals of which nothing is new leave no trace. A deal that is decided again
    /// before its write went out has the older write abandoned.
    /// </summary>
    /// <param name="decidedAt">The run's instant, the same that the records were planned for.</param>
    /// <param name="page">At most one decision a deal.</param>
    /// <returns>How many of the decisions were new for their deals.</returns>
    /// <exception cref="Leases.FencedOffException">Somebody has taken the run's lease since.</exception>
    /// <exception cref="InvalidOperationException">The journal knows no such run.</exception>
    public Task<int> JournalDecisionsAsync(
        RunId run, Policy policy, DateTimeOffset decidedAt, IReadOnlyList<PlannedDecision> page, CancellationToken cancellationToken = default) => database.WriteAsync(
        async statements =>
        {
            var orgId = await DemandLeaseAsync(statements, run);
            var context = new PageContext(orgId, run.Value, policy, Stored.Text(decidedAt), !await Baseline.IsMadeAsync(statements, orgId), Now);
            return await DecisionPage.JournalAsync(statements, context, page);
        },
        cancellationToken);
}
