using System.Text.Json;
using SalesRules.Portfolio;
using SalesRules.Snapshots;

namespace SalesRules.Host.Commands;

/// <summary>A rate as JSON: its counts, its share and the interval around it, which are null of no cases.</summary>
internal static class RateJson
{
    private const int Digits = 6;

    /// <param name="hits">What a hit is, such as corrected.</param>
    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> property, Rate rate, ReadOnlySpan<byte> hits)
    {
        writer.WriteStartObject(property);
        writer.WriteNumber(hits, rate.Hits);
        writer.WriteNumber("of"u8, rate.Of);
        Rounded(rate.Share).WriteTo(writer, "share"u8);
        Rounded(rate.Interval?.Low).WriteTo(writer, "low"u8);
        Rounded(rate.Interval?.High).WriteTo(writer, "high"u8);
        writer.WriteEndObject();
    }

    private static FieldValue Rounded(decimal? share) => FieldValue.Of(share is { } known ? decimal.Round(known, Digits) : null);
}
