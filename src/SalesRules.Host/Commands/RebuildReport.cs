using System.Globalization;
using System.Text.Json;
using SalesRules.Host.Configuration;
using SalesRules.Host.Rebuilds;
using SalesRules.Snapshots;

namespace SalesRules.Host.Commands;

/// <summary>What became of decisions that were made again, as text or JSON.</summary>
internal static class RebuildReport
{
    public static void Print(RebuildTally tally, TextWriter output, bool json)
    {
        if (json)
            output.WriteLine(JsonText.Of(writer => Write(writer, tally)));
        else
            PrintText(tally, new TerminalWriter(output));
    }

    private static void PrintText(RebuildTally tally, TextWriter output)
    {
        output.WriteLine(Said($"{tally.All:N0} decisions made again: {tally.Equal:N0} the same in every byte, {tally.Unequal:N0} not."));
        foreach (var (decision, problem) in tally.First.Select(one => (one.Decision, one.Problem)))
            output.WriteLine($"  ! {decision.OpportunityId} {decision.DecidedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)} run {decision.Run}: {problem}");
        if (tally.Unequal > tally.First.Count)
            output.WriteLine(Said($"  ! and {tally.Unequal - tally.First.Count:N0} more"));
        if (tally.ByOtherBuilds > 0)
            output.WriteLine(Said($"{tally.ByOtherBuilds:N0} of them were decided by another build than this one ({ProgramVersion.Current}), whose rules may differ: make them again with that build."));
    }

    private static void Write(Utf8JsonWriter writer, RebuildTally tally)
    {
        writer.WriteStartObject();
        writer.WriteNumber("decisions"u8, tally.All);
        writer.WriteNumber("equal"u8, tally.Equal);
        writer.WriteNumber("unequal"u8, tally.Unequal);
        writer.WriteString("program"u8, ProgramVersion.Current);
        writer.WriteNumber("byOtherBuilds"u8, tally.ByOtherBuilds);
        writer.WriteStartArray("first"u8);
        foreach (var (decision, problem) in tally.First.Select(one => (one.Decision, one.Problem)))
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, decision.OpportunityId.Value);
            writer.WriteString("decision"u8, decision.DecisionId);
            writer.WriteString("decidedAt"u8, FieldValue.Of(decision.DecidedAt).ToString());
            writer.WriteString("run"u8, decision.Run.Value);
            writer.WriteString("program"u8, decision.Program);
            writer.WriteString("problem"u8, problem);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
