using System.Globalization;
using System.Text.Json;
using SalesRules.Host.Runs;
using SalesRules.Plans;
using SalesRules.Schemas;
using SalesRules.Snapshots;

namespace SalesRules.Host.Commands;

/// <summary>A run's figures as text for a person or as JSON for a program.</summary>
internal static class RunReport
{
    public static void Print(RunTally summary, TextWriter output, bool json)
    {
        if (json)
            output.WriteLine(JsonText.Of(writer => Write(writer, summary)));
        else
            PrintText(summary, output);
    }

    private static void PrintText(RunTally summary, TextWriter output)
    {
        output.WriteLine(Invariant($"Run {summary.Run}: {summary.Status} in {summary.Elapsed.TotalSeconds:0.0} s, {summary.ApiCalls:N0} API calls"));
        output.WriteLine(Invariant($"  read {summary.Read:N0}, evaluated {summary.Evaluated:N0}, unreadable {summary.Unreadable:N0}"));
        output.WriteLine(Invariant($"  planned {summary.Planned.Deals:N0} deals ({summary.Planned.CorrectedDeals:N0} corrected, {summary.Planned.Deals - summary.Planned.WrittenDeals:N0} with tasks only), written {summary.Writes.Written:N0}, refused {summary.Writes.Refused:N0}, moved meanwhile {summary.Writes.Moved:N0}, unclear {summary.Writes.Unclear:N0}"));
        output.WriteLine(Invariant($"  tasks created {summary.Writes.TasksCreated:N0}, completed {summary.Writes.TasksCompleted:N0}, refused {summary.Writes.TasksRefused:N0}"));
        if (summary.CanaryPassed > 0)
            output.WriteLine(Invariant($"  canary {summary.CanaryPassed:N0}: went first, and stood as planned when they were read and decided again"));
        if (summary.AlreadyApplied > 0)
            output.WriteLine(Invariant($"  already applied {summary.AlreadyApplied:N0}: these records stand as the plan leaves them"));
        if (summary.LeftAlone > 0)
            output.WriteLine(Invariant($"  left alone {summary.LeftAlone:N0}: changed since, so that our value no longer stands there"));
        if (summary.Certificate is { } certificate)
            output.WriteLine($"  certificate: {certificate}");
        if (summary.Writes.LongestWindow is { } window)
            output.WriteLine(Invariant($"  longest window {window.TotalMilliseconds:N0} ms: from our last look at a batch to the reply to its write; an edit within it may be overwritten"));
        if (summary.Late > 0)
            output.WriteLine(Invariant($"  found late {summary.Late:N0}: changed before the last window began and not visible then; decided now"));
        if (summary.Deleted > 0)
            output.WriteLine(Invariant($"  deleted in Salesforce {summary.Deleted:N0}: they are decided no more; their history stays in the journal"));
        if (summary.Deferred > 0)
            output.WriteLine(Invariant($"  deferred {summary.Deferred:N0}: the org has no more API calls left than its reserve (Limits:ApiReserve); only corrections went out"));
        if (summary.StopReason is { } reason)
            output.WriteLine($"  {reason}");
        foreach (var note in summary.Drift)
            output.WriteLine($"  {(note.IsWarning ? "schema" : "! schema drift")}: {note}");
        PrintCounts("  found", summary.Rules.Flagged, output);
        PrintCounts("  not run for lack of fields or context", summary.Rules.NotRun, output);
        PrintMoves(summary.Planned, output);
        foreach (var line in summary.Notes.Lines)
            output.WriteLine($"  ! {line}");
        if (summary.Notes.NotListed > 0)
            output.WriteLine(Invariant($"  ! and {summary.Notes.NotListed:N0} more"));
    }

    /// <summary>Deals and money that leave one category for another.</summary>
    public static void PrintMoves(PlanTotals totals, TextWriter output)
    {
        foreach (var ((from, to), moved) in totals.Moved)
            output.WriteLine(Invariant($"  {from.Name()} -> {to.Name()}: {moved.Deals:N0} deals, {moved.Amount:N0}{(moved.WithoutAmount > 0 ? Invariant($" ({moved.WithoutAmount:N0} without amount)") : "")}"));
    }

    private static void PrintCounts(string title, IReadOnlyDictionary<string, int> counts, TextWriter output)
    {
        if (counts.Count == 0)
            return;
        output.WriteLine($"{title}:");
        foreach (var (rule, count) in counts)
            output.WriteLine(Invariant($"    {rule,-32} {count,8:N0}"));
    }

    private static void Write(Utf8JsonWriter writer, RunTally summary)
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
        writer.WriteNumber("apiCalls"u8, summary.ApiCalls);
        if (summary.Writes.LongestWindow is { } window)
            writer.WriteNumber("longestWindowMilliseconds"u8, Math.Round((decimal)window.TotalMilliseconds, 1));
        writer.WriteNumber("seconds"u8, Math.Round((decimal)summary.Elapsed.TotalSeconds, 3));
        WriteCounts(writer, "found"u8, summary.Rules.Flagged);
        WriteCounts(writer, "notRun"u8, summary.Rules.NotRun);
        WriteDrift(writer, summary.Drift);
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

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
