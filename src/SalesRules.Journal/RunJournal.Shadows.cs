using SalesRules.Journal.Runs;
using SalesRules.Journal.Shadows;

namespace SalesRules.Journal;

/// <summary>What candidate policies would have decided beside the runs: apart from the decisions, which are the live policy's alone.</summary>
public sealed partial class RunJournal
{
    /// <summary>Keeps what the shadow of a run found, once at its end; kept again, the later one counts.</summary>
    /// <exception cref="Leases.FencedOffException">Somebody has taken the run's lease since.</exception>
    public Task KeepShadowAsync(RunId run, ShadowEntry shadow, CancellationToken cancellationToken = default) => database.WriteAsync(
        async statements =>
        {
            var orgId = await DemandLeaseAsync(statements, run);
            await statements.ExecuteAsync(
                """
                insert into shadows (org_id, run_id, policy_hash, decided, different, failed, problem, disagreements)
                values (@orgId, @runId, @PolicyHash, @Decided, @Different, @Failed, @Problem, @Disagreements)
                on conflict (org_id, run_id) do update set policy_hash = excluded.policy_hash, decided = excluded.decided, different = excluded.different,
                    failed = excluded.failed, problem = excluded.problem, disagreements = excluded.disagreements
                """,
                new { orgId, runId = run.Value, shadow.PolicyHash, shadow.Decided, shadow.Different, shadow.Failed, shadow.Problem, shadow.Disagreements });
        },
        cancellationToken);

    /// <summary>The shadows of the org's last runs that had one, newest first.</summary>
    public Task<IReadOnlyList<ShadowEntry>> ShadowsAsync(string orgId, int count, CancellationToken cancellationToken = default) => database.ReadAsync<IReadOnlyList<ShadowEntry>>(
        async statements =>
        [
            .. (await statements.QueryAsync<ShadowRow>(
                """
                select s.*, r.started_at from shadows s join runs r on r.org_id = s.org_id and r.run_id = s.run_id
                where s.org_id = @orgId order by r.started_at desc, r.run_id desc limit @count
                """,
                new { orgId, count })).Select(row => row.ToEntry()),
        ],
        cancellationToken);
}
