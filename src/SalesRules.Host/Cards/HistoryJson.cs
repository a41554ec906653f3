using System.Text.Json;
using SalesRules.Journal.History;
using SalesRules.Plans;

namespace SalesRules.Host.Cards;

/// <summary>What the journal knows of a deal, for a program: the properties of an object that is open.</summary>
internal static class HistoryJson
{
    public static void Write(Utf8JsonWriter writer, DealHistory history)
    {
        CardJson.WriteList(writer, "writes"u8, history.Writes, write =>
        {
            writer.WriteString("run"u8, write.Run.Value);
            writer.WriteString("state"u8, write.State.ToString());
            writer.WriteString("plannedAt"u8, CardWords.Time(write.PlannedAt));
            writer.WritePropertyName("record"u8);
            PlannedRecordJson.Write(writer, write.Record);
            writer.WriteString("sentence"u8, write.Sentence);
        });
        CardJson.WriteList(writer, "scores"u8, history.Scores, score =>
        {
            writer.WriteString("pillar"u8, score.Pillar.ToString());
            writer.WritePropertyName("score"u8);
            score.Score.WriteTo(writer);
            writer.WriteString("changedAt"u8, score.ChangedAt is { } changed ? CardWords.Time(changed) : null);
        });
        CardJson.WriteList(writer, "approvals"u8, history.Approvals, approval =>
        {
            writer.WriteString("approvedAt"u8, CardWords.Time(approval.ApprovedAt));
            writer.WriteString("state"u8, approval.State);
            writer.WriteString("path"u8, approval.Path);
            writer.WriteBoolean("firstSeen"u8, approval.IsFirstSeen);
        });
        CardJson.WriteList(writer, "tasks"u8, history.Tasks, task =>
        {
            writer.WriteString("key"u8, task.Key);
            writer.WriteString("state"u8, task.State.ToString());
            writer.WriteString("subject"u8, task.Subject);
        });
        CardJson.WriteList(writer, "decisions"u8, history.Decisions, decision =>
        {
            writer.WriteString("decision"u8, decision.DecisionId);
            writer.WriteString("decidedAt"u8, CardWords.Time(decision.DecidedAt));
            writer.WriteString("run"u8, decision.Run.Value);
            writer.WritePropertyName("made"u8);
            writer.WriteRawValue(decision.Decision);
        });
    }
}
