using System.Text.Json;
using SalesRules.Plans;

namespace SalesRules.Host.Commands;

/// <summary>What a revert would restore and what it would leave alone, for a person or as JSON for a program.</summary>
internal static class RevertReport
{
    public static void Print(IReadOnlyList<PlannedRecord> records, IReadOnlyList<string> leftAlone, TextWriter output, bool json)
    {
        if (json)
            output.WriteLine(JsonText.Of(writer => Write(writer, records, leftAlone)));
        else
            PrintText(records, leftAlone, new TerminalWriter(output));
    }

    private static void PrintText(IReadOnlyList<PlannedRecord> records, IReadOnlyList<string> leftAlone, TextWriter output)
    {
        PlanReport.PrintRecords(records, output);
        foreach (var line in leftAlone)
            output.WriteLine($"  ! {line}");
    }

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<PlannedRecord> records, IReadOnlyList<string> leftAlone)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("records"u8);
        foreach (var record in records)
            PlannedRecordJson.Write(writer, record);
        writer.WriteEndArray();
        writer.WriteStartArray("leftAlone"u8);
        foreach (var line in leftAlone)
            writer.WriteStringValue(line);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
