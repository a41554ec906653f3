using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace SalesRules.Sandbox.Faults.Scripts;

/// <summary>Durations with their unit: <c>250ms</c>, <c>5s</c>, <c>-2m</c>, <c>1.5h</c>.</summary>
internal sealed partial class DurationConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String || Pattern().Match(reader.GetString()!) is not { Success: true } match)
            throw new JsonException();
        var number = decimal.Parse(match.Groups["number"].ValueSpan, NumberStyles.Number, CultureInfo.InvariantCulture);
        return new TimeSpan((long)(number * match.Groups["unit"].Value switch
        {
            "ms" => TimeSpan.TicksPerMillisecond,
            "s" => TimeSpan.TicksPerSecond,
            "m" => TimeSpan.TicksPerMinute,
            _ => TimeSpan.TicksPerHour,
        }));
    }

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteStringValue(value.Ticks switch
    {
        var ticks when ticks % TimeSpan.TicksPerHour == 0 => Text(ticks, TimeSpan.TicksPerHour, "h"),
        var ticks when ticks % TimeSpan.TicksPerMinute == 0 => Text(ticks, TimeSpan.TicksPerMinute, "m"),
        var ticks when ticks % TimeSpan.TicksPerSecond == 0 => Text(ticks, TimeSpan.TicksPerSecond, "s"),
        var ticks => Text(ticks, TimeSpan.TicksPerMillisecond, "ms"),
    });

    private static string Text(long ticks, long unit, string name) => FormattableString.Invariant($"{(decimal)ticks / unit:0.####}{name}");

    [GeneratedRegex(@"^(?<number>-?\d{1,9}(\.\d{1,4})?)(?<unit>ms|s|m|h)$")]
    private static partial Regex Pattern();
}
