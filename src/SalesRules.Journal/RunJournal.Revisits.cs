using SalesRules.Journal.Runs;
using SalesRules.Journal.Writes;
using SalesRules.Snapshots;

namespace SalesRules.Journal;

/// <summary>What earlier runs left unsettled, and what a run has come to.</summary>
public sealed partial class RunJournal
{
    /// <summary>The deals to look at again although nothing about them has changed, by id.</summary>
    public Task<IReadOnlyList<SalesforceId>> RevisitsAsync(string orgId, CancellationToken cancellationToken = default) => database.ReadAsync<IReadOnlyList<SalesforceId>>(
        async statements =>
        [
            .. (await statements.QueryAsync<string>("select opportunity_id from revisits where org_id = @orgId order by opportunity_id", new { orgId }))
                .Select(SalesforceId.Parse),
        ],
        cancellationToken);

    /// <summary>Those of them that were tried and did not succeed, by id: they give trouble whatever else is written.</summary>
    public Task<IReadOnlyList<SalesforceId>> TroubledAsync(string orgId, CancellationToken cancellationToken = default) => database.ReadAsync<IReadOnlyList<SalesforceId>>(
        async statements =>
        [
            .. (await statements.QueryAsync<string>(
                "select opportunity_id from revisits where org_id = @orgId and reason in ('refused', 'moved', 'unclear') order by opportunity_id", new { orgId }))
                .Select(SalesforceId.Parse),
        ],
        cancellationToken);

    /// <summary>How many decisions and writes of the run the journal holds, and what became of the writes: its own count, for the completeness certificate.</summary>
    public Task<WriteCounts> WriteCountsAsync(RunId run, CancellationToken cancellationToken = default) => database.ReadAsync(
        async statements =>
        {
            var given = new { orgId = await OrgOfAsync(statements, run), runId = run.Value };
            var rows = await statements.QueryAsync<StateCount>("select state, count(*) as writes from writes where org_id = @orgId and run_id = @runId group by state", given);
            var decisions = await statements.QueryAsync<long>("select count(*) from decisions where org_id = @orgId and run_id = @runId", given);
            var scores = await statements.QueryAsync<StateCount>("select state, count(*) as writes from score_rows where org_id = @orgId and run_id = @runId group by state", given);
            return new WriteCounts(rows.ToDictionary(row => row.Status, row => (int)row.Writes), (int)decisions[0]) { Scores = scores.ToDictionary(row => row.ScoreStatus, row => (int)row.Writes) };
        },
        cancellationToken);
}
