using SalesRules.Journal.History;
using SalesRules.Journal.Pages;
using SalesRules.Journal.Runs;
using SalesRules.Journal.Tasks;
using SalesRules.Journal.Writes;
using SalesRules.Snapshots;

namespace SalesRules.Journal;

/// <summary>What a person asks the journal.</summary>
public sealed partial class RunJournal
{
    private const string OfDeal = "where org_id = @orgId and opportunity_id = @id";

    /// <summary>Everything that the journal knows of one deal; empty lists for one never seen.</summary>
    public Task<DealHistory> DealHistoryAsync(string orgId, SalesforceId id, CancellationToken cancellationToken = default) => database.ReadAsync(
        async statements =>
        {
            var deal = new { orgId, id = id.Value };
            var decisions = await statements.QueryAsync<DecisionRow>($"select * from decisions {OfDeal} order by revision", deal);
            var writes = await statements.QueryAsync<WriteRow>($"select * from writes {OfDeal} order by planned_at, run_id, attempt", deal);
            var tasks = await statements.QueryAsync<TaskRow>($"select * from tasks {OfDeal} order by rule, part, episode", deal);
            var scores = await statements.QueryAsync<ScoreChangeRow>($"select * from score_changes {OfDeal} order by revision", deal);
            var approvals = await statements.QueryAsync<ApprovalRow>($"select * from approvals {OfDeal} order by revision", deal);
            return new DealHistory(
                [.. decisions.Select(HistoryEntries.Of)],
                [.. writes.Select(HistoryEntries.Of)],
                [.. tasks.Select(HistoryEntries.Of)],
                [.. scores.Select(HistoryEntries.Of).OrderBy(entry => entry.SeenAt).ThenBy(entry => entry.Pillar)],
                [.. approvals.Select(HistoryEntries.Of)]);
        },
        cancellationToken);

    /// <summary>What the org refused in that run: records first, then tasks.</summary>
    public Task<IReadOnlyList<Refusal>> RefusalsAsync(RunId run, CancellationToken cancellationToken = default) => database.ReadAsync<IReadOnlyList<Refusal>>(
        async statements =>
        {
            var given = new { orgId = await OrgOfAsync(statements, run), runId = run.Value };
            var writes = await statements.QueryAsync<WriteRow>(
                "select * from writes where org_id = @orgId and run_id = @runId and state = 'refused' order by opportunity_id, attempt", given);
            // A task whose completion was refused is still to be completed: its code tells.
            var tasks = await statements.QueryAsync<TaskRow>(
                "select * from tasks where org_id = @orgId and run_id = @runId and state in ('refused', 'clearing') and code is not null order by opportunity_id, task_key",
                given);
            return
            [
                .. writes.Select(row => new Refusal(SalesforceId.Parse(row.OpportunityId), null, row.Code, row.Sentence)),
                .. tasks.Select(row => new Refusal(SalesforceId.Parse(row.OpportunityId), row.TaskKey, row.Code, row.Sentence)),
            ];
        },
        cancellationToken);
}
