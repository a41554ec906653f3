using System.Text.Json;

namespace SalesRules.Snapshots;

/// <summary>Writes a snapshot in Salesforce's REST shape under the org's names, so that it can be read again and decided again.</summary>
public sealed class OpportunityJsonWriter(FieldMap fields)
{
    /// <summary>Writes the fields that are not empty, in catalogue order; parents nested; the stage history where it is known.</summary>
    public void Write(Utf8JsonWriter writer, Opportunity opportunity)
    {
        writer.WriteStartObject();
        var parent = "";
        foreach (var field in fields.Fields.OrderBy(field => ParentOf(fields.NameOf(field)!), StringComparer.Ordinal))
        {
            var value = field.ValueOf(opportunity);
            if (value.IsNull)
                continue;
            var name = fields.NameOf(field)!;
            parent = Enter(writer, parent, ParentOf(name));
            writer.WritePropertyName(name.AsSpan(parent.Length == 0 ? 0 : parent.Length + 1));
            value.WriteTo(writer);
        }

        Enter(writer, parent, "");
        if (opportunity.StageHistory is { } history)
            WriteHistory(writer, history);
        writer.WriteEndObject();
    }

    private static string ParentOf(string name) => name.IndexOf('.', StringComparison.Ordinal) is var dot and >= 0 ? name[..dot] : "";

    private static string Enter(Utf8JsonWriter writer, string from, string to)
    {
        if (from == to)
            return to;
        if (from.Length > 0)
            writer.WriteEndObject();
        if (to.Length > 0)
            writer.WriteStartObject(to);
        return to;
    }

    private static void WriteHistory(Utf8JsonWriter writer, IReadOnlyList<StageEntry> history)
    {
        writer.WriteStartObject("OpportunityHistories"u8);
        writer.WriteStartArray("records"u8);
        foreach (var entry in history)
        {
            writer.WriteStartObject();
            writer.WriteString("StageName"u8, entry.StageName);
            writer.WriteString("CreatedDate"u8, FieldValue.Of(entry.EnteredAt).ToString());
            writer.WriteString("CreatedById"u8, entry.EnteredBy?.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
