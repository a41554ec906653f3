using SalesRules.Journal.Database;

namespace SalesRules.Journal.Runs;

/// <summary>
/// What becomes of a run's rows when it is over: what never went out is abandoned and will be decided again, what may have gone
/// out is unclear and will be read back, never blindly repeated.
/// </summary>
internal static class UnfinishedBusiness
{
    private const string CutShort = "Its process ended before the run did: what had not gone out will be decided again, what may have gone out is read back.";

    /// <summary>Ends the org's runs that another opening of the journal left running: only one process writes, so theirs is gone.</summary>
    public static async Task InterruptAsync(JournalSession session, string orgId, string ownSession, string now)
    {
        var dead = await session.QueryAsync<string>(
            "select run_id from runs where org_id = @orgId and status = 'running' and session <> @ownSession", new { orgId, ownSession });
        foreach (var runId in dead)
        {
            await ReleaseAsync(session, orgId, runId, now);
            await session.ExecuteAsync(
                "update runs set status = 'interrupted', finished_at = @now, sentence = @CutShort where org_id = @orgId and run_id = @runId",
                new { orgId, runId, now, CutShort });
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
    }
}
