using System.Text.Json;
using SalesRules.Decisions;
using SalesRules.Journal.Database;
using SalesRules.Journal.Pages;
using SalesRules.Journal.Runs;
using SalesRules.Journal.Tasks;
using SalesRules.Journal.Writes;
using SalesRules.Snapshots;

namespace SalesRules.Journal.History;

/// <summary>Rows of the journal as entries of a deal's history.</summary>
internal static class HistoryEntries
{
    public static DecisionEntry Of(DecisionRow row) => new(
        row.Revision,
        Stored.Instant(row.DecidedAt),
        RunId.Parse(row.RunId),
        row.PolicyHash,
        Stored.Date(row.AsOf),
        row.DecisionId,
        row.Standing,
        row.Decision ?? row.Standing,
        row.Snapshot);

    public static StoredDecision WholeOf(DecisionRow row) => new(
        row.OrgId,
        SalesforceId.Parse(row.OpportunityId),
        row.Revision,
        RunId.Parse(row.RunId),
        Stored.Instant(row.DecidedAt),
        Stored.Date(row.AsOf),
        row.PolicyHash,
        row.DecisionId,
        row.Standing,
        row.Decision,
        row.Snapshot,
        row.Context,
        row.Drift,
        row.Program);

    public static WriteEntry Of(WriteRow row) => new(
        RunId.Parse(row.RunId),
        row.Status,
        row.ToRecord(),
        Stored.Instant(row.PlannedAt),
        Stored.InstantOrNull(row.SentAt),
        Stored.InstantOrNull(row.SettledAt),
        row.Code,
        row.Sentence,
        row.MovedFields is { } moved ? JsonSerializer.Deserialize<string[]>(moved)! : []);

    public static TaskEntry Of(TaskRow row) => new(
        row.TaskKey,
        row.Status,
        row.Episode,
        Stored.Id(row.TaskId),
        row.Subject,
        Stored.Id(row.OwnerId),
        Stored.DateOrNull(row.Due),
        row.RunId is { } run ? RunId.Parse(run) : null,
        Stored.Instant(row.ChangedAt),
        row.Code,
        row.Sentence);

    public static ScoreEntry Of(ScoreChangeRow row) => new(
        Enum.Parse<Pillar>(row.Pillar),
        Score(row.Score),
        row.Evidence,
        row.ScoreChanged,
        row.EvidenceChanged,
        Stored.InstantOrNull(row.ChangedAt),
        Stored.Instant(row.SeenAt),
        RunId.Parse(row.RunId),
        Stored.Id(row.ScoredBy),
        row.Stage,
        row.Category);

    public static ApprovalEntry Of(ApprovalRow row) => new(
        Stored.Instant(row.ApprovedAt),
        row.State,
        row.Path,
        new MiqlScores(row.Outcome, row.Maps, row.Insight, row.Quantify, row.Leadership),
        row.FirstSeen,
        RunId.Parse(row.RunId),
        Stored.InstantOrNull(row.RecordedAt));

    private static FieldValue Score(string json)
    {
        using var document = JsonDocument.Parse(json);
        return FieldValue.Read(document.RootElement);
    }
}
