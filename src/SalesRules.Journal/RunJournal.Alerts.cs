using SalesRules.Alerts;
using SalesRules.Journal.Alerts;
using SalesRules.Journal.Runs;

namespace SalesRules.Journal;

/// <summary>Transitions that somebody should hear of. Those of deals are raised with their decisions; these are the others.</summary>
public sealed partial class RunJournal
{
    /// <summary>The org of alerts that were found where no org is known, such as a missing run.</summary>
    public const string NoOrg = "";

    /// <summary>Raises alerts about the org, in one transaction. One that was raised before, by its key, is not raised again.</summary>
    /// <param name="run">The run that found them; null: found outside of one.</param>
    /// <returns>How many of them are new.</returns>
    public Task<int> RaiseAsync(string orgId, IReadOnlyCollection<Alert> alerts, RunId? run = null, CancellationToken cancellationToken = default) => database.WriteAsync(
        async statements =>
        {
            var raised = 0;
            foreach (var alert in alerts)
                raised += await statements.ExecuteAsync(AlertRow.Insert, AlertRow.Of(orgId, run?.Value, alert, Now));
            return raised;
        },
        cancellationToken);

    /// <summary>How the org's open deals stand, as people were told of them or would have been.</summary>
    public Task<RiskCounts> RiskCountsAsync(string orgId, CancellationToken cancellationToken = default) => database.ReadAsync(
        async statements => await statements.FindAsync<RiskCounts>(RiskCounts.Query, new { orgId }) ?? new RiskCounts(), cancellationToken);
}
