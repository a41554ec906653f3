using System.Text.Json;
using SalesRules.Digests;
using SalesRules.Host.Digests.Documents;
using SalesRules.Host.Portfolio;
using SalesRules.Snapshots;

namespace SalesRules.Host.Digests.Forms;

/// <summary>A digest for a program: numbers are numbers, what is unknown is null, and the order is fixed.</summary>
internal static class DigestJson
{
    public static void Write(Utf8JsonWriter writer, DigestDocument document, DigestScope scope)
    {
        writer.WriteStartObject();
        writer.WriteString("digest"u8, document.Kind.Name());
        writer.WriteString("asOf"u8, DigestVoice.Day(scope.Today));
        writer.WriteString("since"u8, DigestVoice.Day(scope.Since));
        writer.WriteString("policy"u8, document.PolicyHash);
        writer.WriteString("team"u8, scope.Team?.Value);
        writer.WriteString("title"u8, document.Title);
        writer.WriteString("intro"u8, document.Intro);
        writer.WriteStartArray("partial"u8);
        foreach (var problem in document.Partial)
            writer.WriteStringValue(problem);
        writer.WriteEndArray();
        writer.WriteStartArray("sections"u8);
        foreach (var section in document.Sections)
            Write(writer, section);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, DocumentSection section)
    {
        writer.WriteStartObject();
        writer.WriteString("key"u8, section.Key);
        if (section.Group is { } group)
            writer.WriteString("group"u8, group);
        writer.WriteString("heading"u8, section.Heading);
        foreach (var block in section.Blocks)
            Write(writer, block);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, DocumentBlock block)
    {
        switch (block)
        {
            case DocumentNote note:
                writer.WriteString("note"u8, note.Text);
                break;
            case DocumentFigures figures:
                WriteFigures(writer, figures);
                break;
            case DocumentTable table:
                WriteTable(writer, table);
                break;
            case DocumentDeals deals:
                WriteDeals(writer, deals);
                break;
            case DocumentActions actions:
                WriteActions(writer, actions);
                break;
            default:
                throw new NotSupportedException($"JSON has no form for {block.GetType().Name}.");
        }
    }

    private static void WriteFigures(Utf8JsonWriter writer, DocumentFigures figures)
    {
        writer.WriteStartObject("figures"u8);
        foreach (var figure in figures.Items)
        {
            writer.WriteStartObject(figure.Key);
            Write(writer, "value", figure.Value);
            writer.WriteString("note"u8, figure.Note);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteTable(Utf8JsonWriter writer, DocumentTable table)
    {
        writer.WriteStartArray("rows"u8);
        foreach (var row in table.Rows)
        {
            writer.WriteStartObject();
            foreach (var (column, cell) in table.Columns.Zip(row.Cells))
                Write(writer, column.Key, cell);
            if (row.Why is { } why)
                writer.WriteString("why"u8, why);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteDeals(Utf8JsonWriter writer, DocumentDeals deals)
    {
        writer.WriteNumber("count"u8, deals.All.Total.Deals);
        Write(writer, "amount", Cell.Money(deals.All.Total.Amount));
        writer.WriteNumber("withoutAmount"u8, deals.All.Total.WithoutAmount);
        writer.WriteStartArray("deals"u8);
        foreach (var deal in deals.Lines)
            DealJson.Write(writer, deal, deals.IsFull);
        writer.WriteEndArray();
    }

    private static void WriteActions(Utf8JsonWriter writer, DocumentActions actions)
    {
        writer.WriteNumber("count"u8, actions.All.Count);
        writer.WriteNumber("overdue"u8, actions.All.Overdue);
        writer.WriteStartArray("actions"u8);
        foreach (var action in actions.Lines)
        {
            writer.WriteStartObject();
            writer.WriteString("key"u8, action.Key);
            writer.WriteString("who"u8, action.Who);
            writer.WriteString("what"u8, action.What);
            writer.WriteString("due"u8, action.Due is { } due ? DigestVoice.Day(due) : null);
            writer.WriteBoolean("overdue"u8, action.IsOverdue);
            writer.WriteString("dealId"u8, action.DealId);
            writer.WriteString("deal"u8, action.Deal);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    internal static void Write(Utf8JsonWriter writer, string key, Cell cell)
    {
        if (cell.Number is { } number)
            writer.WriteNumber(key, FieldValue.Normalised(number));
        else
            writer.WriteString(key, cell.IsUnknown ? null : cell.Text);
    }
}
