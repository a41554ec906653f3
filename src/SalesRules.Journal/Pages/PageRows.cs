using SalesRules.Journal.Alerts;
using SalesRules.Journal.Database;
using SalesRules.Journal.Deals;
using SalesRules.Journal.Scores;
using SalesRules.Journal.Tasks;
using SalesRules.Journal.Writes;

namespace SalesRules.Journal.Pages;

/// <summary>The rows that a page of decisions adds to the journal, by table.</summary>
internal sealed class PageRows
{
    public List<DealRow> Deals { get; } = [];

    public List<DecisionRow> Decisions { get; } = [];

    public List<ScoreChangeRow> ScoreChanges { get; } = [];

    public List<ApprovalRow> Approvals { get; } = [];

    public List<WriteRow> Writes { get; } = [];

    public List<TaskRow> Tasks { get; } = [];

    public List<ScoreRowRow> Scores { get; } = [];

    public List<AlertRow> Alerts { get; } = [];

    public async Task SaveAsync(JournalSession session)
    {
        await session.ExecuteManyAsync(DealRow.Upsert, Deals);
        await session.ExecuteManyAsync(DecisionRow.Insert, Decisions);
        await session.ExecuteManyAsync(ScoreChangeRow.Insert, ScoreChanges);
        await session.ExecuteManyAsync(ApprovalRow.DropUnrecorded, Approvals);
        await session.ExecuteManyAsync(ApprovalRow.Insert, Approvals);
        await session.ExecuteManyAsync(WriteRow.Insert, Writes);
        await session.ExecuteManyAsync(TaskRow.Upsert, Tasks);
        await session.ExecuteManyAsync(ScoreRowRow.Plan, Scores);
        await session.ExecuteManyAsync(AlertRow.Insert, Alerts);
    }
}
