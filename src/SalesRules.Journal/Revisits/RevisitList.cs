using SalesRules.Journal.Database;

namespace SalesRules.Journal.Revisits;

/// <summary>
/// The deals that a run leaves unsettled. They are kept by id, so that the watermark can move on: one record that an org refuses for
/// ever costs one row of the next read, not the whole window.
/// </summary>
internal static class RevisitList
{
    private const string UnsettledWrites =
        """
        insert into revisits (org_id, opportunity_id, run_id, reason, since)
        select org_id, opportunity_id, run_id, min(state), @now from writes
        where org_id = @orgId and run_id = @runId and state in ('planned', 'sending', 'refused', 'moved', 'unclear', 'abandoned')
            and not exists (
                select 1 from writes later
                where later.org_id = writes.org_id and later.run_id = writes.run_id and later.opportunity_id = writes.opportunity_id
                    and later.attempt > writes.attempt)
        group by org_id, opportunity_id, run_id
        on conflict (org_id, opportunity_id) do update set run_id = excluded.run_id, reason = excluded.reason, since = excluded.since
        """;

    private const string UnsettledTasks =
        """
        insert into revisits (org_id, opportunity_id, run_id, reason, since)
        select distinct org_id, opportunity_id, @runId, 'task', @now from tasks
        where org_id = @orgId and run_id = @runId and state in ('planned', 'sending', 'refused', 'unclear', 'abandoned', 'clearing')
        on conflict (org_id, opportunity_id) do nothing
        """;

    private const string UnsettledScores =
        """
        insert into revisits (org_id, opportunity_id, run_id, reason, since)
        select distinct org_id, opportunity_id, @runId, 'score', @now from score_rows
        where org_id = @orgId and run_id = @runId and state <> 'confirmed'
        on conflict (org_id, opportunity_id) do nothing
        """;

    /// <summary>Adds what the run leaves unsettled.</summary>
    public static async Task KeepAsync(JournalSession session, string orgId, string runId, string now)
    {
        var run = new { orgId, runId, now };
        await session.ExecuteAsync(UnsettledWrites, run);
        await session.ExecuteAsync(UnsettledTasks, run);
        await session.ExecuteAsync(UnsettledScores, run);
    }

    /// <summary>Drops what earlier runs left: the run has read and decided all of it.</summary>
    public static Task DropEarlierAsync(JournalSession session, string orgId, string runId) =>
        session.ExecuteAsync("delete from revisits where org_id = @orgId and run_id <> @runId", new { orgId, runId });
}
