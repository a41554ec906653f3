using System.Text.Json;

namespace SalesRules.Notifications.Messages;

/// <summary>A message as JSON, to be kept until it is sent: what is read is what was written, so that each try sends the same bytes.</summary>
public static class MessageJson
{
    public static void Write(Utf8JsonWriter writer, Message message)
    {
        writer.WriteStartObject();
        writer.WriteString("key"u8, message.Key);
        writer.WriteString("title"u8, message.Title);
        writer.WriteString("summary"u8, message.Summary);
        writer.WriteString("level"u8, message.Level.ToString());
        writer.WriteStartArray("sections"u8);
        foreach (var section in message.Sections)
            Write(writer, section);
        writer.WriteEndArray();
        writer.WriteStartArray("actions"u8);
        foreach (var action in message.Actions)
        {
            writer.WriteStartObject();
            writer.WriteString("label"u8, action.Label);
            writer.WriteString("url"u8, action.Link.OriginalString);
            writer.WriteBoolean("primary"u8, action.IsPrimary);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <exception cref="InvalidOperationException">It is none.</exception>
    /// <exception cref="KeyNotFoundException">It is none.</exception>
    public static Message Read(JsonElement message) => new()
    {
        Key = message.Text("key"),
        Title = message.Text("title"),
        Summary = message.GetProperty("summary").GetString(),
        Level = Enum.Parse<Level>(message.Text("level")),
        Sections = message.Many("sections", section => new Section(section.GetProperty("heading").GetString(), section.Many("blocks", BlockJson.Read))),
        Actions = message.Many("actions", action => new LinkAction(action.Text("label"), new Uri(action.Text("url"))) { IsPrimary = action.GetProperty("primary").GetBoolean() }),
    };

    private static void Write(Utf8JsonWriter writer, Section section)
    {
        writer.WriteStartObject();
        writer.WriteString("heading"u8, section.Heading);
        writer.WriteStartArray("blocks"u8);
        foreach (var block in section.Blocks)
            BlockJson.Write(writer, block);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    internal static string Text(this JsonElement json, string property) => json.GetProperty(property).GetString()!;

    internal static IReadOnlyList<T> Many<T>(this JsonElement json, string property, Func<JsonElement, T> read) => [.. json.GetProperty(property).EnumerateArray().Select(read)];
}
