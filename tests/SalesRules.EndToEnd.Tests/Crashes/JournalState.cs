using System.Data.Common;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
using SalesRules.Journal.Runs;
using SalesRules.Plans;

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
        select 'score row ' || score_key || ' ' || state from score_rows
        union all
        select 'confirmed ' || opportunity_id || ' ' || count(*) from writes
        where state = 'confirmed' and record not like '%"changes":[]%' group by opportunity_id
        union all
        select 'told ' || opportunity_id || ' ' || coalesce(told, '-') || ' ' || coalesce(open_amount, '-') from deals
        union all
        select 'alert ' || replace(content, org_id, 'of the org') from alerts
        union all
        select 'first look ' || count(*) from alert_baselines
        union all
        select 'pipeline ' || as_of || ' ' || value from daily_figures where name = 'open-pipeline'
        union all
        select 'watermark ' || stream || ' ' || policy_hash || ' ' || as_of from watermarks
        """;

    private const string LooseEnds =
        """
        select 'write ' || opportunity_id || ' is ' || state from writes where state in ('planned', 'sending', 'unclear')
        union all
        select 'task ' || task_key || ' is ' || state from tasks where state in ('planned', 'sending', 'unclear', 'clearing', 'refused')
        union all
        select 'score row ' || score_key || ' is ' || state from score_rows where state in ('planned', 'sending', 'unclear', 'refused')
        union all
        select 'run ' || run_id || ' is ' || status from runs where status = 'running'
        """;

    public static IReadOnlyList<string> Of(TestOrg org) => Lines(org, Facts);

    /// <summary>What should have come to an end and has not.</summary>
    public static IReadOnlyList<string> LooseEndsOf(TestOrg org) => Lines(org, LooseEnds);

    /// <summary>How the runs stand, the oldest first.</summary>
    public static IReadOnlyList<string> RunsOf(TestOrg org) => Lines(org, "select status from runs order by run_id");

    /// <summary>Their ids, the oldest first.</summary>
    public static IReadOnlyList<string> RunIdsOf(TestOrg org) => Lines(org, "select run_id from runs order by run_id");

    public static int WaitingMessagesOf(TestOrg org) => Lines(org, "select message_key from messages where state = 'waiting'").Count;

    /// <summary>The keys of alerts of which nobody is told.</summary>
    public static IReadOnlyList<string> AlertsWithoutMessageOf(TestOrg org) =>
        Lines(org, "select alert_key from alerts a where not exists (select 1 from message_alerts m where m.org_id = a.org_id and m.alert_key = a.alert_key) order by alert_key");

    /// <summary>The keys of the alerts that were raised, the oldest first.</summary>
    public static IReadOnlyList<string> AlertsOf(TestOrg org) => Lines(org, "select alert_key from alerts order by raised_at, alert_key");

    /// <summary>What every alert says, as JSON.</summary>
    public static IReadOnlyList<string> AlertContentsOf(TestOrg org) => Lines(org, "select content from alerts order by raised_at, alert_key");

    /// <summary>The standing decision of each new decision with its record and run, deal by deal and the oldest first.</summary>
    public static IReadOnlyList<(string Deal, string Run, string Standing, string Snapshot)> DecisionsOf(TestOrg org) =>
        Rows<(string, string, string, string)>(org, "select opportunity_id, run_id, standing, snapshot from decisions order by opportunity_id, revision");

    /// <summary>What a run planned to write, a line a field.</summary>
    public static IReadOnlyList<string> PlannedBy(RunId run, TestOrg org)
    {
        var records = Lines(org, "select record from writes where run_id = @run", new { run = run.Value }).Select(record => PlannedRecordJson.Read(JsonDocument.Parse(record).RootElement));
        return [.. records.SelectMany(record => record.Changes.Select(change => $"{record.Id} {change.Field} from {change.From} to {change.To}"))];
    }

    private static List<string> Lines(TestOrg org, string sql, object? parameters = null) => Rows<string>(org, sql, parameters);

    private static List<T> Rows<T>(TestOrg org, string sql, object? parameters = null)
    {
        using DbConnection connection = org.JournalDatabase is { } database
            ? new NpgsqlConnection(database.ConnectionString + ";Pooling=false;Search Path=salesrules")
            : new SqliteConnection($"Data Source={org.JournalFile};Mode=ReadOnly;Pooling=False");
        return [.. connection.Query<T>(sql, parameters)];
    }
}
