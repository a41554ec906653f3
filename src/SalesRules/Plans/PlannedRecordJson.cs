using System.Text.Json;
using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Plans;

/// <summary>A planned record as JSON, the same in the plan file and in the journal.</summary>
public static class PlannedRecordJson
{
    public static void Write(Utf8JsonWriter writer, PlannedRecord record)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, record.Id.Value);
        writer.WriteString("name"u8, record.Name);
        Write(writer, "amount"u8, FieldValue.Of(record.Amount));
        Write(writer, "readAt"u8, FieldValue.Of(record.ReadAt));
        writer.WriteString("decision"u8, record.DecisionId);
        writer.WriteStartArray("changes"u8);
        foreach (var change in record.Changes)
        {
            writer.WriteStartObject();
            writer.WriteString("field"u8, change.Field);
            Write(writer, "from"u8, change.From);
            Write(writer, "to"u8, change.To);
            writer.WriteString("rule"u8, change.Rule);
            writer.WriteString("reason"u8, change.Reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        Write(writer, "keeps"u8, record.Keeps);
        Write(writer, "basis"u8, record.Basis);
        WriteTasks(writer, record);
        if (record.NewScore is { } score)
        {
            writer.WritePropertyName("newScore"u8);
            ScoreRowJson.Write(writer, score);
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads what <see cref="Write(Utf8JsonWriter, PlannedRecord)"/> wrote.</summary>
    /// <exception cref="FormatException">A property is missing or of the wrong form.</exception>
    public static PlannedRecord Read(JsonElement json)
    {
        try
        {
            return new PlannedRecord
            {
                Id = Id(json.GetProperty("id"))!.Value,
                Name = json.GetProperty("name").GetString(),
                Amount = FieldValue.Read(json.GetProperty("amount")).AsNumber,
                ReadAt = json.GetProperty("readAt") is { ValueKind: JsonValueKind.String } readAt ? readAt.GetDateTimeOffset() : null,
                DecisionId = Text(json.GetProperty("decision")),
                Changes = [.. json.GetProperty("changes").EnumerateArray().Select(Change)],
                Keeps = Fixes(json.GetProperty("keeps")),
                Basis = Fixes(json.GetProperty("basis")),
                NewTasks = [.. json.GetProperty("newTasks").EnumerateArray().Select(Task)],
                ClearedTasks = [.. json.GetProperty("clearedTasks").EnumerateArray().Select(task => new OpenTask(Text(task.GetProperty("key")), Id(task.GetProperty("id"))))],
                NewScore = json.TryGetProperty("newScore", out var score) ? ScoreRowJson.Read(score) : null,
            };
        }
        catch (Exception problem) when (problem is KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"a planned record lacks a property or has one of the wrong form: {problem.Message}", problem);
        }
    }

    private static PlannedChange Change(JsonElement json) => new(
        Text(json.GetProperty("field")),
        FieldValue.Read(json.GetProperty("from")),
        FieldValue.Read(json.GetProperty("to")),
        json.GetProperty("rule").GetString(),
        json.GetProperty("reason").GetString());

    private static DealTask Task(JsonElement json) => new(
        Text(json.GetProperty("key")),
        Text(json.GetProperty("rule")),
        Text(json.GetProperty("subject")),
        Id(json.GetProperty("owner")),
        DateOnly.ParseExact(Text(json.GetProperty("due")), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private static IReadOnlyList<Fix> Fixes(JsonElement json) => [.. json.EnumerateObject().Select(entry => new Fix(entry.Name, FieldValue.Read(entry.Value)))];

    private static SalesforceId? Id(JsonElement json) => json.GetString() is { } text ? SalesforceId.Parse(text) : null;

    private static string Text(JsonElement json) => json.GetString() ?? throw new FormatException("expected a text, found null");

    private static void WriteTasks(Utf8JsonWriter writer, PlannedRecord record)
    {
        writer.WriteStartArray("newTasks"u8);
        foreach (var task in record.NewTasks)
            DecisionJson.WriteTask(writer, task);
        writer.WriteEndArray();
        writer.WriteStartArray("clearedTasks"u8);
        foreach (var task in record.ClearedTasks)
        {
            writer.WriteStartObject();
            writer.WriteString("key"u8, task.Key);
            writer.WriteString("id"u8, task.TaskId?.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> property, IReadOnlyList<Fix> fields)
    {
        writer.WriteStartObject(property);
        foreach (var field in fields)
        {
            writer.WritePropertyName(field.Field);
            field.To.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> property, FieldValue value)
    {
        writer.WritePropertyName(property);
        value.WriteTo(writer);
    }
}
