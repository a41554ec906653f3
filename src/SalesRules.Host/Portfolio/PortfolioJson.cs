using System.Globalization;
using System.Text.Json;
using SalesRules.Portfolio;
using SalesRules.Snapshots;

namespace SalesRules.Host.Portfolio;

/// <summary>
/// The figures for a program: each with its rows for the whole and for every slice. Shares are 0 to 1; what is unknown is null with the
/// reason in "why"; what does not apply is left out.
/// </summary>
internal static class PortfolioJson
{
    public static void Write(Utf8JsonWriter writer, PortfolioReport report)
    {
        var scope = report.Scope;
        writer.WriteStartObject();
        writer.WriteString("asOf"u8, Day(scope.Today));
        writer.WriteString("policy"u8, scope.Policy.Hash);
        writer.WriteStartObject("quarter"u8);
        writer.WriteNumber("number"u8, scope.Quarter.Number);
        writer.WriteString("start"u8, Day(scope.Quarter.Start));
        writer.WriteString("end"u8, Day(scope.Quarter.End));
        writer.WriteEndObject();
        writer.WriteString("windowStart"u8, Day(scope.WindowStart));
        writer.WriteString("since"u8, Day(scope.Since));
        writer.WriteString("by"u8, report.By?.ToString().ToLowerInvariant());
        writer.WriteStartArray("figures"u8);
        foreach (var figure in FigureList.All)
            Write(writer, figure, report);
        writer.WriteEndArray();
        WriteFindings(writer, report);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Figure figure, PortfolioReport report)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, figure.Id);
        writer.WriteString("title"u8, figure.Title);
        writer.WriteString("source"u8, figure.Source);
        writer.WriteStartArray("slices"u8);
        foreach (var slice in figure.SlicesOf(report))
        {
            writer.WriteStartObject();
            writer.WriteString("key"u8, slice.Key);
            writer.WriteString("name"u8, slice.Name);
            writer.WriteStartArray("rows"u8);
            foreach (var row in figure.Detail.Rows(slice, report))
                Write(writer, row, figure.Detail.Columns);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("notes"u8);
        foreach (var note in figure.Notes(report))
            writer.WriteStringValue(note);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, FigureRow row, IReadOnlyList<Column> columns)
    {
        writer.WriteStartObject();
        for (var i = 0; i < columns.Count; i++)
        {
            var cell = row.Cells[i];
            if (cell.IsUnknown)
                writer.WriteNull(columns[i].Key);
            else if (cell.Number is { } number)
                writer.WriteNumber(columns[i].Key, number);
            else if (cell.Text is { } text)
                writer.WriteString(columns[i].Key, text);
        }

        if (row.Why is { } why && row.Cells.Any(cell => cell.IsUnknown))
            writer.WriteString("why"u8, why);
        writer.WriteEndObject();
    }

    private static void WriteFindings(Utf8JsonWriter writer, PortfolioReport report)
    {
        writer.WriteStartArray("findings"u8);
        foreach (var finding in report.Findings)
        {
            writer.WriteStartObject();
            writer.WriteString("rule"u8, finding.Rule);
            writer.WriteString("severity"u8, SalesRules.Decisions.Severities.Name(finding.Severity));
            writer.WriteString("of"u8, finding.Of.ToString().ToLowerInvariant());
            writer.WriteString("key"u8, finding.Key);
            writer.WriteString("name"u8, finding.Name);
            writer.WriteNumber("value"u8, FieldValue.Normalised(decimal.Round(finding.Value, 6)));
            writer.WriteNumber("needs"u8, FieldValue.Normalised(finding.Needs));
            writer.WriteString("message"u8, finding.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
