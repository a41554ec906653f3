using System.Globalization;
using System.Text.Json;
using SalesRules.Host.Portfolio;
using SalesRules.Oversight;
using SalesRules.Portfolio;
using SalesRules.Snapshots;

namespace SalesRules.Host.Commands;

/// <summary>Correction rates as text or JSON.</summary>
internal static class FairnessReport
{
    private static readonly string[] Headings = ["Deals", "Corrected", "Share", "95 % from", "to", "Stands out", "Corrections by rule"];

    public static void Print(CorrectionRates rates, DateOnly since, Slicing by, TextWriter output, bool json)
    {
        if (json)
            output.WriteLine(JsonText.Of(writer => Write(writer, rates, since, by)));
        else
            PrintText(rates, since, by, output);
    }

    private static void PrintText(CorrectionRates rates, DateOnly since, Slicing by, TextWriter output)
    {
        var all = rates.All;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Of {all.Of:N0} open deals decided since {since:yyyy-MM-dd}, {all.Hits:N0} were corrected{(all.Share is { } share ? $" ({share * 100:0.0} %)" : "")}."));
        var rows = rates.Build().Select(Row).ToList();
        if (rows.Count == 0)
            return;
        foreach (var line in TextTable.Lines([by.ToString(), .. Headings], rows))
            output.WriteLine($"  {line}");
        output.WriteLine("  Stands out: the share of all lies outside the 95 % interval, so that chance hardly explains the difference; of twenty who are treated alike one still does. Why is for people to find out.");
    }

    private static IReadOnlyList<Cell> Row(CorrectionRate rate) =>
    [
        Cell.Of(rate.Name), Cell.Count(rate.Deals.Of), Cell.Count(rate.Deals.Hits), Cell.Share(rate.Deals.Share), Cell.Share(rate.Deals.Interval?.Low), Cell.Share(rate.Deals.Interval?.High),
        Cell.Of(rate.StandsOut ? "yes" : "no"), Cell.Of(string.Join(", ", rate.Rules.Select(rule => $"{FieldValue.Of(rule.Corrections)} {rule.Rule}"))),
    ];

    private static void Write(Utf8JsonWriter writer, CorrectionRates rates, DateOnly since, Slicing by)
    {
        writer.WriteStartObject();
        FieldValue.Of(since).WriteTo(writer, "since"u8);
        writer.WriteString("by"u8, by.ToString().ToLowerInvariant());
        RateJson.Write(writer, "all"u8, rates.All, "corrected"u8);
        writer.WriteStartArray("rates"u8);
        foreach (var rate in rates.Build())
            Write(writer, rate);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, CorrectionRate rate)
    {
        writer.WriteStartObject();
        writer.WriteString("key"u8, rate.Key);
        writer.WriteString("name"u8, rate.Name);
        RateJson.Write(writer, "deals"u8, rate.Deals, "corrected"u8);
        writer.WriteBoolean("standsOut"u8, rate.StandsOut);
        writer.WriteStartArray("rules"u8);
        foreach (var (rule, corrections) in rate.Rules)
        {
            writer.WriteStartObject();
            writer.WriteString("rule"u8, rule);
            writer.WriteNumber("corrections"u8, corrections);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
