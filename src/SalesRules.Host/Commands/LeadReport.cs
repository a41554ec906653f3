using System.Globalization;
using System.Text.Json;
using SalesRules.Host.Runs.Leads;

namespace SalesRules.Host.Commands;

/// <summary>What was found of leads, for a person or a program.</summary>
internal static class LeadReport
{
    private const int Shown = 20;

    /// <param name="isPlan">Whether the leads that change hands are still to do so.</param>
    public static void Print(LeadTally leads, TextWriter console, bool isPlan)
    {
        var output = new TerminalWriter(console);
        output.WriteLine(isPlan
            ? Invariant($"Leads: read {leads.Read:N0}, {leads.Assignments.Count:N0} to be assigned.")
            : Invariant($"  leads: read {leads.Read:N0}, to be assigned {leads.Assignments.Count:N0}, assigned {leads.Assigned:N0}, taken by somebody first {leads.Moved:N0}, refused {leads.Refused:N0}, unclear {leads.Unclear:N0}, deferred {leads.Deferred:N0}"));
        foreach (var (rule, count) in leads.Flagged)
            output.WriteLine(Invariant($"    {rule,-32} {count,8:N0}"));
        foreach (var (rule, count) in leads.NotRun)
            output.WriteLine(Invariant($"    {rule,-32} {count,8:N0} not run for lack of fields"));
        foreach (var assignment in leads.Assignments.Take(isPlan ? Shown : 0))
            output.WriteLine($"    {assignment.Lead}: {assignment.From} -> {assignment.To} ({(assignment.Turn is null ? "default owner: nothing routes it" : "next in turn")})");
        foreach (var line in leads.Findings.Take(Shown))
            output.WriteLine($"    {line}");
    }

    public static void Write(Utf8JsonWriter writer, LeadTally leads)
    {
        writer.WriteStartObject("leads"u8);
        writer.WriteNumber("read"u8, leads.Read);
        writer.WriteNumber("toBeAssigned"u8, leads.Assignments.Count);
        writer.WriteNumber("assigned"u8, leads.Assigned);
        writer.WriteNumber("moved"u8, leads.Moved);
        writer.WriteNumber("refused"u8, leads.Refused);
        writer.WriteNumber("unclear"u8, leads.Unclear);
        writer.WriteNumber("deferred"u8, leads.Deferred);
        writer.WriteStartObject("found"u8);
        foreach (var (rule, count) in leads.Flagged)
            writer.WriteNumber(rule, count);
        writer.WriteEndObject();
        writer.WriteStartObject("notRun"u8);
        foreach (var (rule, count) in leads.NotRun)
            writer.WriteNumber(rule, count);
        writer.WriteEndObject();
        writer.WriteStartArray("findings"u8);
        foreach (var line in leads.Findings)
            writer.WriteStringValue(line);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
