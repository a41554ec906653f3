using System.Globalization;
using System.Text;
using System.Text.Json;
using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Alerts;

/// <summary>An alert as the journal keeps it.</summary>
public static class AlertJson
{
    public static string Write(Alert alert)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, DecisionJson.WriterOptions))
            Write(writer, alert);
        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    public static Alert Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var alert = document.RootElement;
        return new Alert
        {
            Key = alert.GetProperty("key").GetString()!,
            Kind = AlertKinds.Parse(alert.GetProperty("kind").GetString()!) ?? throw new FormatException("The journal holds an alert of a kind that this version does not know: it was written by a newer one."),
            On = Date(alert, "on")!.Value,
            Deal = alert.GetProperty("deal") is { ValueKind: JsonValueKind.Object } deal ? ReadDeal(deal) : null,
            Risk = Enum.Parse<RiskLevel>(alert.GetProperty("risk").GetString()!, ignoreCase: true),
            Reasons = Texts(alert, "reasons"),
            Rules = Texts(alert, "rules"),
            SmallestFix = alert.GetProperty("smallestFix").GetString(),
        };
    }

    private static void Write(Utf8JsonWriter writer, Alert alert)
    {
        writer.WriteStartObject();
        writer.WriteString("key"u8, alert.Key);
        writer.WriteString("kind"u8, alert.Kind.Name());
        writer.WriteString("on"u8, FieldValue.Of(alert.On).ToString());
        if (alert.Deal is { } deal)
            WriteDeal(writer, deal);
        else
            writer.WriteNull("deal"u8);
        writer.WriteString("risk"u8, alert.Risk.Name());
        WriteTexts(writer, "reasons"u8, alert.Reasons);
        WriteTexts(writer, "rules"u8, alert.Rules);
        writer.WriteString("smallestFix"u8, alert.SmallestFix);
        writer.WriteEndObject();
    }

    private static void WriteDeal(Utf8JsonWriter writer, AlertDeal deal)
    {
        writer.WriteStartObject("deal"u8);
        writer.WriteString("id"u8, deal.Id.Value);
        writer.WriteString("name"u8, deal.Name);
        writer.WriteString("owner"u8, deal.Owner?.Value);
        writer.WriteString("manager"u8, deal.Manager?.Value);
        writer.WriteString("motion"u8, deal.Motion);
        writer.WriteString("segment"u8, deal.Segment);
        FieldValue.Of(deal.Amount).WriteTo(writer, "amount"u8);
        writer.WriteString("stage"u8, deal.Stage);
        writer.WriteString("category"u8, deal.Category);
        FieldValue.Of(deal.CloseDate).WriteTo(writer, "closeDate"u8);
        writer.WriteEndObject();
    }

    private static AlertDeal ReadDeal(JsonElement deal) => new(
        SalesforceId.Parse(deal.GetProperty("id").GetString()!),
        deal.GetProperty("name").GetString()!,
        Id(deal, "owner"),
        Id(deal, "manager"),
        deal.GetProperty("motion").GetString()!,
        deal.GetProperty("segment").GetString(),
        deal.GetProperty("amount") is { ValueKind: JsonValueKind.Number } amount ? amount.GetDecimal() : null,
        deal.GetProperty("stage").GetString(),
        deal.GetProperty("category").GetString(),
        Date(deal, "closeDate"));

    private static void WriteTexts(Utf8JsonWriter writer, ReadOnlySpan<byte> property, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(property);
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private static IReadOnlyList<string> Texts(JsonElement json, string property) => [.. json.GetProperty(property).EnumerateArray().Select(text => text.GetString()!)];

    private static SalesforceId? Id(JsonElement json, string property) => json.GetProperty(property).GetString() is { } id ? SalesforceId.Parse(id) : null;

    private static DateOnly? Date(JsonElement json, string property) =>
        json.GetProperty(property).GetString() is { } text ? DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture) : null;
}
