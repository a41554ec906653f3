using Dapper;
using Microsoft.Data.Sqlite;
using SalesRules.Journal.Runs;

namespace SalesRules.EndToEnd.Tests.Crashes;

/// <summary>What a journal knows, a line a fact, without run ids and instants.</summary>
internal static class JournalState
{
    /// <summary>What it remembers of deals, tasks and writes: a crash in between makes no difference to it.</summary>
    private const string Facts =
        """
        select 'deal ' || opportunity_id || ' ' || decision_id || ' before pov ' || seen_before_pov || ' deferred ' || coalesce(deferred_since, '-')
            || ' corrected to ' || coalesce(correction_to, '-') || ' ' || coalesce(correction_probability, '-') from deals
        union all
        select 'decision ' || opportunity_id || ' ' || decision_id from decisions
        union all
        select 'approval on record ' || opportunity_id || ' ' || state || ' ' || path || ' first seen ' || first_seen from approvals where recorded_at is not null
        union all
        select 'score ' || opportunity_id || ' ' || pillar || ' ' || score || ' changed ' || score_changed || ' ' || evidence_changed from score_changes
        union all
        select 'task ' || task_key || ' ' || state || case when task_id is null then ' without id' else '' end from tasks
        union all
        select 'confirmed ' || opportunity_id || ' ' || count(*) from writes
        where state = 'confirmed' and json_array_length(record, '$.changes') > 0 group by opportunity_id
        union all
        select 'watermark ' || stream || ' ' || policy_hash || ' ' || as_of from watermarks
        """;

    private const string LooseEnds =
        """
        select 'write ' || opportunity_id || ' is ' || state from writes where state in ('planned', 'sending', 'unclear')
        union all
        select 'task ' || task_key || ' is ' || state from tasks where state in ('planned', 'sending', 'unclear', 'clearing', 'refused')
        union all
        select 'run ' || run_id || ' is ' || status from runs where status = 'running'
        """;

    public static IReadOnlyList<string> Of(string file) => Lines(file, Facts);

    /// <summary>What should have come to an end and has not.</summary>
    public static IReadOnlyList<string> LooseEndsOf(string file) => Lines(file, LooseEnds);

    /// <summary>How the runs stand, the oldest first.</summary>
    public static IReadOnlyList<string> RunsOf(string file) => Lines(file, "select status from runs order by run_id");

    /// <summary>What a run planned to write, a line a field.</summary>
    public static IReadOnlyList<string> PlannedBy(RunId run, string file) => Lines(
        file,
        """
        select opportunity_id || ' ' || json_extract(value, '$.field') || ' from ' || coalesce(json_extract(value, '$.from'), 'null')
            || ' to ' || coalesce(json_extract(value, '$.to'), 'null')
        from writes, json_each(record, '$.changes') where run_id = @run
        """,
        new { run = run.Value });

    private static List<string> Lines(string file, string sql, object? parameters = null)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        return [.. connection.Query<string>(sql, parameters)];
    }
}
