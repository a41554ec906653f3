using System.Globalization;
using System.Text.Json;
using SalesRules.Decisions;
using SalesRules.Host.Runs;
using SalesRules.Journal.History;
using SalesRules.Snapshots;

namespace SalesRules.Host.Commands;

/// <summary>The decision card as text for a person or as JSON for a program.</summary>
internal static class DecisionCardReport
{
    public static void PrintText(DecisionCard card, TextWriter output)
    {
        PrintHead(card.Now.Opportunity, card.Now.Decision, output);
        PrintFindings(card, output);
        PrintHistory(card.History, output);
    }

    public static void PrintJson(DecisionCard card, TextWriter output) => output.WriteLine(JsonText.Of(writer => Write(writer, card)));

    private static void Write(Utf8JsonWriter writer, DecisionCard card)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("decision"u8);
        DecisionJson.Write(writer, card.Now.Decision);
        writer.WriteString("standingDecision"u8, card.Now.Standing.Id);
        WriteWrites(writer, card.History);
        WriteScores(writer, card.History);
        writer.WriteEndObject();
    }

    private static void PrintHead(Opportunity deal, Decision decision, TextWriter output)
    {
        output.WriteLine($"{deal.Id} {deal.Name}");
        output.WriteLine($"  {deal.StageName ?? "no stage"}, {deal.ForecastCategoryName ?? "no category"}, amount {Shown(FieldValue.Of(deal.Amount))}, closes {Shown(FieldValue.Of(deal.CloseDate))}, as of {Shown(FieldValue.Of(decision.AsOf))}");
        output.WriteLine($"  MIQL     {string.Join("  ", Pillars.All.Select(pillar => $"{pillar} {Number(decision.Miql[pillar])}"))}  total {Number(decision.Miql.Total)}");
        output.WriteLine($"  Review   {(decision.Miql.Lowest.Count == 0 ? "all pillars at 2" : $"opens with {string.Join(", ", decision.Miql.Lowest)}")}");
        output.WriteLine($"  Forecast {decision.Forecast.Current ?? "empty"}; the evidence allows {decision.Forecast.Ceiling.Name()}; proposed {decision.Forecast.Proposed.Name()}");
        output.WriteLine($"  POV gate {Gate(decision.Pov)}");
        output.WriteLine($"  Risk     {decision.Risk.Level}{(decision.Risk.Rules.Count == 0 ? "" : $": {string.Join(", ", decision.Risk.Rules)}")}");
    }

    private static string Gate(PovDecision? pov) => pov switch
    {
        null => "does not apply",
        { Missed.Count: > 0 } => $"{pov.State}, missed: {string.Join(", ", pov.Missed)}{(pov.OnRecord ? "; an approval is on record" : "")}",
        _ => $"{pov.State}, path {pov.Path}{(pov.OnRecord ? "; an approval is on record" : "")}",
    };

    private static void PrintFindings(DecisionCard card, TextWriter output)
    {
        var decision = card.Now.Decision;
        output.WriteLine(decision.Findings.Count == 0 ? "No findings." : "Findings");
        foreach (var finding in decision.Findings)
        {
            output.WriteLine($"  [{finding.Severity.Name()}] {finding.Rule}: {finding.Message}");
            foreach (var seen in finding.Evidence)
                output.WriteLine($"      saw {seen.Field} = {Shown(seen.Value)}{LastChanged(card.History, seen.Field)}; needs {Shown(seen.Needs)}");
            if (finding.Fix.Count > 0)
                output.WriteLine($"      cleared by {string.Join(", ", finding.Fix.Select(fix => $"{fix.Field} = {Shown(fix.To)}"))}");
        }

        if (decision.NotRun.Count > 0)
            output.WriteLine($"Not run for lack of fields or context: {string.Join(", ", decision.NotRun)}");
    }

    private static void PrintHistory(DealHistory history, TextWriter output)
    {
        if (history.IsEmpty)
        {
            output.WriteLine("The journal has not seen this deal yet.");
            return;
        }

        output.WriteLine("Written");
        foreach (var write in history.Writes)
        {
            output.WriteLine($"  {Time(write.PlannedAt)} run {write.Run}: {write.State}{(write.Sentence is null ? "" : $": {write.Sentence}")}{(write.MovedFields.Count == 0 ? "" : $": {string.Join(", ", write.MovedFields)}")}");
            foreach (var change in write.Record.Changes.Where(change => change.Rule is not null))
                output.WriteLine($"      {change.Field}: {Shown(change.From)} -> {Shown(change.To)} ({change.Rule}): {change.Reason}");
        }

        foreach (var approval in history.Approvals)
            output.WriteLine($"POV approval of {Time(approval.ApprovedAt)}: {approval.State}, {approval.Path}{(approval.IsFirstSeen ? ", first seen in POV" : "")}");
        foreach (var task in history.Tasks)
            output.WriteLine($"Task {task.Key}: {task.State}{(task.Subject is null ? "" : $": {task.Subject}")}");
        output.WriteLine($"Decisions: {string.Join(", ", history.Decisions.Select(decision => $"{Time(decision.DecidedAt)} {decision.DecisionId[..19]}"))}");
    }

    private static string LastChanged(DealHistory history, string field)
    {
        var changes = history.Scores.Where(score => score.Pillar.ScoreField() == field && score.ScoreChanged && score.ChangedAt is not null).ToList();
        return changes.Count == 0 ? "" : $" (last changed {Time(changes[^1].ChangedAt!.Value)})";
    }

    private static void WriteWrites(Utf8JsonWriter writer, DealHistory history)
    {
        writer.WriteStartArray("writes"u8);
        foreach (var write in history.Writes)
        {
            writer.WriteStartObject();
            writer.WriteString("run"u8, write.Run.Value);
            writer.WriteString("state"u8, write.State.ToString());
            writer.WriteString("plannedAt"u8, Time(write.PlannedAt));
            writer.WritePropertyName("record"u8);
            Plans.PlannedRecordJson.Write(writer, write.Record);
            writer.WriteString("sentence"u8, write.Sentence);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteScores(Utf8JsonWriter writer, DealHistory history)
    {
        writer.WriteStartArray("scores"u8);
        foreach (var score in history.Scores)
        {
            writer.WriteStartObject();
            writer.WriteString("pillar"u8, score.Pillar.ToString());
            writer.WritePropertyName("score"u8);
            score.Score.WriteTo(writer);
            writer.WriteString("changedAt"u8, score.ChangedAt is { } changed ? Time(changed) : null);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Time(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "-";

    private static string Shown(FieldValue value) => value.IsNull ? "(empty)" : value.ToString();
}
