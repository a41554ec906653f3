using SalesRules.Alerts;
using SalesRules.Journal.Alerts;
using SalesRules.Journal.Runs;
using SalesRules.Policies;

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

    /// <summary>
    /// Takes down what the org lacks of its schema, and tells of what is new among it in one alert. A loss that was told is told again only
    /// after it has healed.
    /// </summary>
    /// <exception cref="Leases.FencedOffException">Somebody has taken the run's lease since.</exception>
    // Who dies before the commit has told nothing, and the next run finds the same.
    public Task SeeLossesAsync(RunId run, DateOnly asOf, IReadOnlyCollection<SchemaLoss> losses, CancellationToken cancellationToken = default) => database.WriteAsync(
        async statements =>
        {
            var orgId = await DemandLeaseAsync(statements, run);
            var news = await ToldLosses.KeepAsync(statements, orgId, asOf, losses);
            if (news.Count > 0)
                await statements.ExecuteAsync(AlertRow.Insert, AlertRow.Of(orgId, run.Value, ToldLosses.Alert(run, asOf, news), Now));
        },
        cancellationToken);

    /// <summary>
    /// Keeps the open pipeline of the day, once, and tells of it where it has changed within a week by as much as the policy says: at most
    /// once a calendar week. Nothing is kept on the day of the org's first look that follows decisions without amounts.
    /// </summary>
    /// <exception cref="Leases.FencedOffException">Somebody has taken the run's lease since.</exception>
    // Who dies before the commit has kept nothing; the next run of the day does.
    public Task SeePipelineAsync(RunId run, DateOnly asOf, PipelineChangeLimits limits, CancellationToken cancellationToken = default) => database.WriteAsync(
        async statements =>
        {
            var orgId = await DemandLeaseAsync(statements, run);
            if (await PipelineDays.KeepAsync(statements, orgId, asOf) is { } change && change.IsBeyond(limits))
                await statements.ExecuteAsync(AlertRow.Insert, AlertRow.Of(orgId, run.Value, change.ToAlert(), Now));
        },
        cancellationToken);
}
