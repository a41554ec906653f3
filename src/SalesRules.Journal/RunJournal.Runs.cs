using SalesRules.Journal.Database;
using SalesRules.Journal.Leases;
using SalesRules.Journal.Revisits;
using SalesRules.Journal.Runs;

namespace SalesRules.Journal;

/// <summary>Runs and the policies that they decided by.</summary>
public sealed partial class RunJournal
{
    /// <summary>
    /// Starts a run under its org's lease. Runs that held it before and left it unfinished become interrupted: their rows that never
    /// went out are abandoned, those that may have gone out unclear (see <see cref="UnclearAsync"/>).
    /// </summary>
    /// <exception cref="FencedOffException">Somebody has taken the lease since.</exception>
    public async Task<RunId> StartRunAsync(RunStart start, RunLease lease, CancellationToken cancellationToken = default)
    {
        if (lease.OrgId != start.OrgId)
            throw new ArgumentException($"The lease is for the org {lease.OrgId}, the run for {start.OrgId}.", nameof(lease));
        var id = start.Id ?? RunId.New(clock.GetUtcNow());
        await database.WriteAsync(
            async statements =>
            {
                var row = await DemandHeldAsync(statements, lease);
                await UnfinishedBusiness.InterruptAsync(statements, row, Now);
                await statements.ExecuteAsync(
                    """
                    insert into runs (org_id, run_id, kind, status, policy_hash, as_of, lease_name, lease_token, started_at, program)
                    values (@OrgId, @runId, @kind, 'running', @PolicyHash, @asOf, @Name, @Token, @Now, @Program)
                    """,
                    new { start.OrgId, runId = id.Value, kind = Stored.Name(start.Kind), start.PolicyHash, asOf = Stored.Text(start.AsOf), lease.Name, lease.Token, Now, start.Program });
            },
            cancellationToken);
        underWay[id] = lease;
        return id;
    }

    /// <summary>Ends a run. Rows of it that never went out are abandoned, those without a receipt unclear.</summary>
    /// <exception cref="InvalidOperationException">The run is not running.</exception>
    /// <exception cref="FencedOffException">Somebody has taken the run's lease since.</exception>
    public async Task FinishRunAsync(RunId run, RunResult result, CancellationToken cancellationToken = default)
    {
        if (result.Status == RunStatus.Running)
            throw new ArgumentException("A run does not end as running.", nameof(result));
        await database.WriteAsync(
            async statements =>
            {
                var orgId = await DemandLeaseAsync(statements, run);
                var ended = await statements.ExecuteAsync(
                    """
                    update runs set status = @status, finished_at = @Now, expected = @Expected, read = @Read, evaluated = @Evaluated, planned = @Planned,
                        written = @Written, refused = @Refused, deferred = @Deferred, api_calls = @ApiCalls, sentence = @Sentence
                    where org_id = @orgId and run_id = @runId and status = 'running'
                    """,
                    new
                    {
                        orgId,
                        runId = run.Value,
                        status = Stored.Name(result.Status),
                        Now,
                        result.Expected,
                        result.Read,
                        result.Evaluated,
                        result.Planned,
                        result.Written,
                        result.Refused,
                        result.Deferred,
                        result.ApiCalls,
                        result.Sentence,
                    });
                if (ended == 0)
                    throw new InvalidOperationException($"Run {run} has ended already.");
                await UnfinishedBusiness.ReleaseAsync(statements, orgId, run.Value, Now);
                await RevisitList.KeepAsync(statements, orgId, run.Value, Now);
            },
            cancellationToken);
        underWay.TryRemove(run, out _);
    }

    /// <summary>The run of that id; null: the journal knows none.</summary>
    public Task<RunSummary?> RunAsync(RunId run, CancellationToken cancellationToken = default) => database.ReadAsync(
        async statements => (await statements.FindAsync<RunRow>("select * from runs where run_id = @runId", new { runId = run.Value }))?.ToSummary(),
        cancellationToken);

    /// <summary>The org's last runs, newest first.</summary>
    public Task<IReadOnlyList<RunSummary>> RunsAsync(string orgId, int count, CancellationToken cancellationToken = default) => database.ReadAsync<IReadOnlyList<RunSummary>>(
        async statements =>
        [
            .. (await statements.QueryAsync<RunRow>(
                "select * from runs where org_id = @orgId order by started_at desc, run_id desc limit @count", new { orgId, count }))
                .Select(row => row.ToSummary()),
        ],
        cancellationToken);

    /// <summary>Keeps a policy's text under its hash, once.</summary>
    public Task RememberPolicyAsync(string hash, string text, CancellationToken cancellationToken = default) => database.WriteAsync(
        statements => statements.ExecuteAsync(
            "insert into policies (hash, text, first_seen_at) values (@hash, @text, @Now) on conflict (hash) do nothing", new { hash, text, Now }),
        cancellationToken);

    /// <summary>The text of a policy that a run decided by; null: the journal never saw it.</summary>
    public Task<string?> PolicyAsync(string hash, CancellationToken cancellationToken = default) => database.ReadAsync(
        statements => statements.FindAsync<string>("select text from policies where hash = @hash", new { hash }), cancellationToken);

    private static async Task<string> OrgOfAsync(JournalSession statements, RunId run) =>
        await statements.FindAsync<string>("select org_id from runs where run_id = @runId", new { runId = run.Value })
        ?? throw new InvalidOperationException($"The journal knows no run {run}.");
}
