using SalesRules.Journal.Database;
using SalesRules.Journal.Leases;
using SalesRules.Journal.Revisits;

namespace SalesRules.Journal.Runs;

/// <summary>
/// What becomes of a run's rows when it is over: what never went out is abandoned and will be decided again, what may have gone
/// out is unclear and will be read back, never blindly repeated.
/// </summary>
internal static class UnfinishedBusiness
{
    private const string CutShort =
        "Its process ended before the run did, or its lease ran out while it was paused: what had not gone out will be decided again, what may have gone out is read back.";

    /// <summary>Ends the runs that were started under the lease by an earlier holder and are still running: they can write no more.</summary>
    public static async Task InterruptAsync(JournalSession session, LeaseRow lease, string now)
    {
        // Runs of a journal from before there were leases have no name of one.
        var lost = await session.QueryAsync<string>(
            "select run_id from runs where org_id = @OrgId and status = 'running' and coalesce(lease_name, @Name) = @Name and lease_token < @Token", lease);
        foreach (var runId in lost)
        {
            await ReleaseAsync(session, lease.OrgId, runId, now);
            await RevisitList.KeepAsync(session, lease.OrgId, runId, now);
            await session.ExecuteAsync(
                "update runs set status = 'interrupted', finished_at = @now, sentence = @CutShort where org_id = @OrgId and run_id = @runId",
                new { lease.OrgId, runId, now, CutShort });
        }
    }

    /// <summary>Lets go of whatever the run still holds.</summary>
    public static async Task ReleaseAsync(JournalSession session, string orgId, string runId, string now)
    {
        var run = new { orgId, runId, now };
        await session.ExecuteAsync(
            """
            update writes set state = case state when 'planned' then 'abandoned' else 'unclear' end, settled_at = @now
            where org_id = @orgId and run_id = @runId and state in ('planned', 'sending')
            """,
            run);
        await session.ExecuteAsync(
            """
            update tasks set state = case state when 'planned' then 'abandoned' else 'unclear' end, changed_at = @now
            where org_id = @orgId and run_id = @runId and state in ('planned', 'sending')
            """,
            run);
        await session.ExecuteAsync(
            """
            update score_rows set state = case state when 'planned' then 'abandoned' else 'unclear' end, changed_at = @now
            where org_id = @orgId and run_id = @runId and state in ('planned', 'sending')
            """,
            run);
    }
}
