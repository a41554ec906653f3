using System.Text.Json;
using SalesRules.Sandbox.Saving;

namespace SalesRules.Sandbox.Http.Json;

/// <summary>What became of a record: the entry of a collections reply, and the whole reply to an insert.</summary>
internal static class SaveResultJson
{
    public static void Write(Utf8JsonWriter writer, SaveResult result, bool showCreated)
    {
        writer.WriteStartObject();
        if (result.Success)
            writer.WriteString("id", result.Id);
        writer.WriteBoolean("success", result.Success);
        WriteErrors(writer, result);
        if (showCreated)
            writer.WriteBoolean("created", result is { Success: true, Created: true });
        writer.WriteEndObject();
    }

    /// <summary>The member <c>errors</c>.</summary>
    public static void WriteErrors(Utf8JsonWriter writer, SaveResult result)
    {
        writer.WriteStartArray("errors");
        foreach (var error in result.Errors)
            WriteError(writer, error);
        writer.WriteEndArray();
    }

    private static void WriteError(Utf8JsonWriter writer, SaveError error)
    {
        writer.WriteStartObject();
        writer.WriteString("statusCode", error.StatusCode);
        writer.WriteString("message", error.Message);
        writer.WriteStrings("fields", error.Fields);
        writer.WriteEndObject();
    }
}
