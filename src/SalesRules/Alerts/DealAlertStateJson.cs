using System.Text;
using System.Text.Json;
using SalesRules.Decisions;

namespace SalesRules.Alerts;

/// <summary>What people were told of a deal, as text: what is at its beginning is left out, so that most deals have "{}".</summary>
public static class DealAlertStateJson
{
    public static void Write(Utf8JsonWriter writer, DealAlertState state)
    {
        writer.WriteStartObject();
        if (state.Risk != RiskLevel.None)
            writer.WriteString("risk"u8, state.Risk.Name());
        WriteNames(writer, "riskRules", state.RiskRules);
        if (state.Gate != GateTold.Nothing)
            writer.WriteString("gate"u8, state.Gate.ToString());
        if (state.PovEnd != PovEndTold.Nothing)
            writer.WriteString("povEnd"u8, state.PovEnd.ToString());
        WriteNames(writer, "silentBy", state.SilentBy);
        if (state.IsClosed)
            writer.WriteBoolean("closed"u8, true);
        if (state.Raised.Count > 0)
        {
            writer.WriteStartObject("raised"u8);
            foreach (var (kind, times) in state.Raised.OrderBy(raised => raised.Key))
                writer.WriteNumber(kind.Name(), times);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    public static DealAlertState Read(string text)
    {
        using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(text));
        var root = document.RootElement;
        return new DealAlertState
        {
            Risk = root.TryGetProperty("risk"u8, out var risk) ? RiskLevels.All.First(level => level.Name() == risk.GetString()) : RiskLevel.None,
            RiskRules = Names(root, "riskRules"),
            Gate = root.TryGetProperty("gate"u8, out var gate) ? Enum.Parse<GateTold>(gate.GetString()!) : GateTold.Nothing,
            PovEnd = root.TryGetProperty("povEnd"u8, out var end) ? Enum.Parse<PovEndTold>(end.GetString()!) : PovEndTold.Nothing,
            SilentBy = Names(root, "silentBy"),
            IsClosed = root.TryGetProperty("closed"u8, out _),
            Raised = root.TryGetProperty("raised"u8, out var raised)
                ? raised.EnumerateObject().ToDictionary(one => AlertKinds.Parse(one.Name)!.Value, one => one.Value.GetInt32())
                : DealAlertState.New.Raised,
        };
    }

    private static void WriteNames(Utf8JsonWriter writer, string property, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
            return;
        writer.WriteStartArray(property);
        foreach (var name in names)
            writer.WriteStringValue(name);
        writer.WriteEndArray();
    }

    private static string[] Names(JsonElement root, string property) =>
        root.TryGetProperty(property, out var names) ? [.. names.EnumerateArray().Select(name => name.GetString()!)] : [];
}
