using System.Text.Encodings.Web;
using System.Text.Json;
using SalesRules.Snapshots;

namespace SalesRules.Decisions;

/// <summary>A decision as the record of design 3.2: property order, number and date forms are fixed.</summary>
public static class DecisionJson
{
    /// <summary>Texts are written as they are: umlauts and quotes stay readable.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static void Write(Utf8JsonWriter writer, Decision decision)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, decision.OpportunityId.Value);
        writer.WriteString("asOf"u8, FieldValue.Of(decision.AsOf).ToString());
        writer.WriteString("policy"u8, decision.PolicyHash);
        WriteContent(writer, decision);
        WriteTasks(writer, decision.Tasks);
        WriteNames(writer, "notRun"u8, decision.NotRun);
        writer.WriteEndObject();
    }

    /// <summary>
    /// The parts that make a decision's identity: without when, by which policy text, with whose tasks and what did not run, and without
    /// what moves from day to day.
    /// </summary>
    internal static void WriteLastingContent(Utf8JsonWriter writer, Decision decision) => WriteContent(writer, decision, isLasting: true);

    private static void WriteContent(Utf8JsonWriter writer, Decision decision, bool isLasting = false)
    {
        WriteMiql(writer, decision.Miql);
        writer.WriteStartObject("forecast"u8);
        writer.WriteString("current"u8, decision.Forecast.Current);
        writer.WriteString("ceiling"u8, decision.Forecast.Ceiling.Name());
        writer.WriteString("proposed"u8, decision.Forecast.Proposed.Name());
        writer.WriteEndObject();
        WritePov(writer, decision.Pov);
        writer.WriteStartObject("risk"u8);
        writer.WriteString("level"u8, decision.Risk.Level.Name());
        WriteNames(writer, "rules"u8, decision.Risk.Rules);
        writer.WriteEndObject();
        WriteFindings(writer, decision.Findings, isLasting);
        WriteChanges(writer, decision.Changes);
    }

    private static void WriteMiql(Utf8JsonWriter writer, MiqlScores miql)
    {
        writer.WriteStartObject("miql"u8);
        WriteNumber(writer, "outcome"u8, miql.Outcome);
        WriteNumber(writer, "maps"u8, miql.Maps);
        WriteNumber(writer, "insight"u8, miql.Insight);
        WriteNumber(writer, "quantify"u8, miql.Quantify);
        WriteNumber(writer, "leadership"u8, miql.Leadership);
        WriteNumber(writer, "total"u8, miql.Total);
        writer.WriteStartArray("lowest"u8);
        foreach (var pillar in miql.Lowest)
            writer.WriteStringValue(pillar.Name());
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WritePov(Utf8JsonWriter writer, PovDecision? pov)
    {
        if (pov is null)
        {
            writer.WriteNull("pov"u8);
            return;
        }

        writer.WriteStartObject("pov"u8);
        writer.WriteString("state"u8, pov.State);
        writer.WriteString("path"u8, pov.Path);
        WriteNames(writer, "missed"u8, pov.Missed);
        writer.WriteBoolean("onRecord"u8, pov.OnRecord);
        writer.WriteEndObject();
    }

    private static void WriteFindings(Utf8JsonWriter writer, IReadOnlyList<Finding> findings, bool isLasting)
    {
        writer.WriteStartArray("findings"u8);
        foreach (var finding in findings)
        {
            writer.WriteStartObject();
            writer.WriteString("rule"u8, finding.Rule);
            writer.WriteString("severity"u8, finding.Severity.Name());
            WriteExplanation(writer, isLasting ? finding.Lasting : finding.Shown);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteExplanation(Utf8JsonWriter writer, Explanation said)
    {
        writer.WriteString("message"u8, said.Message);
        writer.WriteStartArray("evidence"u8);
        foreach (var evidence in said.Evidence)
        {
            writer.WriteStartObject();
            writer.WriteString("field"u8, evidence.Field);
            evidence.Value.WriteTo(writer, "value"u8);
            evidence.Needs.WriteTo(writer, "needs"u8);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("fix"u8);
        foreach (var fix in said.Fix)
        {
            writer.WriteStartObject();
            writer.WriteString("field"u8, fix.Field);
            fix.To.WriteTo(writer, "to"u8);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteChanges(Utf8JsonWriter writer, IReadOnlyList<FieldChange> changes)
    {
        writer.WriteStartArray("changes"u8);
        foreach (var change in changes)
        {
            writer.WriteStartObject();
            writer.WriteString("field"u8, change.Field);
            change.From.WriteTo(writer, "from"u8);
            change.To.WriteTo(writer, "to"u8);
            writer.WriteString("rule"u8, change.Rule);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteTasks(Utf8JsonWriter writer, IReadOnlyList<DealTask> tasks)
    {
        writer.WriteStartArray("tasks"u8);
        foreach (var task in tasks)
            WriteTask(writer, task);
        writer.WriteEndArray();
    }

    internal static void WriteTask(Utf8JsonWriter writer, DealTask task)
    {
        writer.WriteStartObject();
        writer.WriteString("key"u8, task.Key);
        writer.WriteString("rule"u8, task.Rule);
        writer.WriteString("subject"u8, task.Subject);
        writer.WriteString("owner"u8, task.Owner?.Value);
        writer.WriteString("due"u8, FieldValue.Of(task.Due).ToString());
        writer.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter writer, ReadOnlySpan<byte> property, IReadOnlyList<string> names)
    {
        writer.WriteStartArray(property);
        foreach (var name in names)
            writer.WriteStringValue(name);
        writer.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter writer, ReadOnlySpan<byte> property, int? number)
    {
        if (number is { } value)
            writer.WriteNumber(property, value);
        else
            writer.WriteNull(property);
    }
}
