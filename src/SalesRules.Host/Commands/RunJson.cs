using System.Text.Json;
using SalesRules.Host.Runs;
using SalesRules.Host.Shadows;
using SalesRules.Schemas;

namespace SalesRules.Host.Commands;

/// <summary>A run's figures as JSON.</summary>
internal static class RunJson
{
    public static void Write(Utf8JsonWriter writer, RunTally summary)
    {
        writer.WriteStartObject();
        writer.WriteString("run"u8, summary.Run.ToString());
        writer.WriteString("status"u8, summary.Status);
        writer.WriteNumber("read"u8, summary.Read);
        writer.WriteNumber("evaluated"u8, summary.Evaluated);
        writer.WriteNumber("unreadable"u8, summary.Unreadable);
        writer.WriteNumber("planned"u8, summary.Planned.Deals);
        writer.WriteNumber("corrected"u8, summary.Planned.CorrectedDeals);
        writer.WriteNumber("canary"u8, summary.CanaryPassed);
        writer.WriteNumber("alreadyApplied"u8, summary.AlreadyApplied);
        if (summary.Certificate is { } certificate)
            WriteCertificate(writer, certificate);
        writer.WriteNumber("late"u8, summary.Late);
        writer.WriteNumber("deleted"u8, summary.Deleted);
        writer.WriteNumber("deferred"u8, summary.Deferred);
        writer.WriteNumber("leftAlone"u8, summary.LeftAlone);
        writer.WriteNumber("written"u8, summary.Writes.Written);
        writer.WriteNumber("refused"u8, summary.Writes.Refused);
        writer.WriteNumber("moved"u8, summary.Writes.Moved);
        writer.WriteNumber("unclear"u8, summary.Writes.Unclear);
        writer.WriteNumber("tasksCreated"u8, summary.Writes.TasksCreated);
        writer.WriteNumber("tasksCompleted"u8, summary.Writes.TasksCompleted);
        writer.WriteNumber("tasksRefused"u8, summary.Writes.TasksRefused);
        writer.WriteNumber("scoreRowsWritten"u8, summary.Writes.ScoresWritten);
        writer.WriteNumber("scoreRowsRefused"u8, summary.Writes.ScoresRefused);
        writer.WriteNumber("scoreRowsUnclear"u8, summary.Writes.ScoresUnclear);
        writer.WriteNumber("apiCalls"u8, summary.ApiCalls);
        if (summary.Writes.LongestWindow is { } window)
            writer.WriteNumber("longestWindowMilliseconds"u8, Math.Round((decimal)window.TotalMilliseconds, 1));
        writer.WriteNumber("seconds"u8, Math.Round((decimal)summary.Elapsed.TotalSeconds, 3));
        WriteCounts(writer, "found"u8, summary.Rules.Flagged);
        WriteCounts(writer, "notRun"u8, summary.Rules.NotRun);
        WriteDrift(writer, summary.Drift);
        if (summary.Shadow is { } shadow)
        {
            writer.WritePropertyName("shadow"u8);
            ShadowReport.Write(writer, shadow);
        }

        if (summary.Leads is { } leads)
            LeadReport.Write(writer, leads);
        writer.WriteStartArray("refusals"u8);
        foreach (var line in summary.Notes.Lines)
            writer.WriteStringValue(line);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteDrift(Utf8JsonWriter writer, IReadOnlyList<DriftNote> drift)
    {
        writer.WriteStartArray("drift"u8);
        foreach (var note in drift)
        {
            writer.WriteStartObject();
            writer.WriteString("kind"u8, JsonNamingPolicy.CamelCase.ConvertName(note.Kind.ToString()));
            writer.WriteString("field"u8, note.Field);
            if (note.Value is { } value)
                writer.WriteString("value"u8, value);
            writer.WriteBoolean("warning"u8, note.IsWarning);
            writer.WriteStartArray("rules"u8);
            foreach (var rule in note.Rules)
                writer.WriteStringValue(rule);
            writer.WriteEndArray();
            writer.WriteString("loss"u8, note.Loss);
            writer.WriteString("fix"u8, note.Fix);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteCertificate(Utf8JsonWriter writer, CompletenessCertificate certificate)
    {
        writer.WriteStartObject("certificate"u8);
        if (certificate.Expected is { } expected)
            writer.WriteNumber("expected"u8, expected);
        writer.WriteNumber("settled"u8, certificate.Settled);
        writer.WriteBoolean("addsUp"u8, certificate.AddsUp);
        writer.WriteStartArray("faults"u8);
        foreach (var fault in certificate.Faults)
            writer.WriteStringValue(fault);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter writer, ReadOnlySpan<byte> property, IReadOnlyDictionary<string, int> counts)
    {
        writer.WriteStartObject(property);
        foreach (var (rule, count) in counts)
            writer.WriteNumber(rule, count);
        writer.WriteEndObject();
    }
}
