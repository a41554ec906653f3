using System.Text.Json;

namespace SalesRules.Notifications.Messages;

/// <summary>The blocks of a kept message as JSON.</summary>
internal static class BlockJson
{
    public static void Write(Utf8JsonWriter writer, Block block)
    {
        writer.WriteStartObject();
        switch (block)
        {
            case Paragraph paragraph:
                writer.WritePropertyName("paragraph"u8);
                Write(writer, paragraph.Text);
                break;
            case Facts facts:
                WriteMany(writer, "facts", facts.Items, WriteFact);
                break;
            case BulletList list:
                WriteMany(writer, "list", list.Items, Write);
                break;
            case Table table:
                WriteMany(writer, "columns", table.Columns, WriteColumn);
                WriteMany(writer, "rows", table.Rows, WriteRow);
                break;
            default:
                throw new NotSupportedException($"There is no JSON for {block.GetType().Name}.");
        }

        writer.WriteEndObject();
    }

    public static Block Read(JsonElement block)
    {
        if (block.TryGetProperty("paragraph", out var paragraph))
            return new Paragraph(ReadInline(paragraph));
        if (block.TryGetProperty("facts", out _))
            return new Facts(block.Many("facts", fact => new Fact(fact.Text("name"), ReadInline(fact.GetProperty("value")))));
        if (block.TryGetProperty("list", out _))
            return new BulletList(block.Many("list", ReadInline));
        return new Table(
            block.Many("columns", column => new Column(column.Text("title"), column.GetProperty("number").GetBoolean())),
            block.Many<IReadOnlyList<Inline>>("rows", row => [.. row.EnumerateArray().Select(ReadInline)]));
    }

    private static void WriteMany<T>(Utf8JsonWriter writer, string property, IReadOnlyList<T> all, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(property);
        foreach (var one in all)
            write(writer, one);
        writer.WriteEndArray();
    }

    private static void WriteFact(Utf8JsonWriter writer, Fact fact)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, fact.Name);
        writer.WritePropertyName("value"u8);
        Write(writer, fact.Value);
        writer.WriteEndObject();
    }

    private static void WriteColumn(Utf8JsonWriter writer, Column column)
    {
        writer.WriteStartObject();
        writer.WriteString("title"u8, column.Title);
        writer.WriteBoolean("number"u8, column.IsNumber);
        writer.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter writer, IReadOnlyList<Inline> row)
    {
        writer.WriteStartArray();
        foreach (var cell in row)
            Write(writer, cell);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Inline inline)
    {
        writer.WriteStartObject();
        writer.WriteString("text"u8, inline.Text);
        if (inline.Link is { } link)
            writer.WriteString("url"u8, link.OriginalString);
        writer.WriteEndObject();
    }

    private static Inline ReadInline(JsonElement inline) =>
        new(inline.Text("text"), inline.TryGetProperty("url", out var url) ? new Uri(url.GetString()!) : null);
}
