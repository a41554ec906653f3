using System.Text.Json;
using SalesRules.Host.Digests.Documents;
using SalesRules.Snapshots;

namespace SalesRules.Host.Digests.Forms;

/// <summary>One deal of a digest for a program.</summary>
internal static class DealJson
{
    /// <param name="isFull">Whether gaps, reasons and fixes are there.</param>
    public static void Write(Utf8JsonWriter writer, DealLine deal, bool isFull)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, deal.Id);
        writer.WriteString("name"u8, deal.Name);
        writer.WriteString("account"u8, deal.Account);
        writer.WriteString("owner"u8, deal.Owner);
        DigestJson.Write(writer, "amount", deal.Amount);
        writer.WriteString("stage"u8, deal.Stage);
        writer.WriteString("forecast"u8, deal.Forecast);
        writer.WriteString("closeDate"u8, deal.Closes is { } closes ? DigestVoice.Day(closes) : null);
        writer.WriteString("risk"u8, deal.Risk.ToString().ToLowerInvariant());
        WriteScores(writer, deal);
        foreach (var fact in deal.Facts)
            writer.WriteString(fact.Key, fact.Value);
        if (isFull)
            WriteDetails(writer, deal);
        writer.WriteString("link"u8, deal.Link.AbsoluteUri);
        writer.WriteEndObject();
    }

    private static void WriteScores(Utf8JsonWriter writer, DealLine deal)
    {
        writer.WriteStartObject("miql"u8);
        foreach (var pillar in Pillars.All)
            WriteNumber(writer, pillar.Name().ToLowerInvariant(), deal.Scores[pillar]);
        WriteNumber(writer, "total", deal.Scores.Total);
        WriteTexts(writer, "lowest", deal.Scores.Lowest.Select(pillar => pillar.Name()));
        writer.WriteEndObject();
    }

    private static void WriteDetails(Utf8JsonWriter writer, DealLine deal)
    {
        if (deal.Gaps is { } gaps)
            WriteTexts(writer, "gaps", gaps);
        else
            writer.WriteNull("gaps"u8);
        writer.WriteStartArray("why"u8);
        foreach (var (rule, sentence) in deal.Why)
        {
            writer.WriteStartObject();
            writer.WriteString("rule"u8, rule);
            writer.WriteString("message"u8, sentence);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteTexts(writer, "fix", deal.Fix);
        writer.WriteString("nextStep"u8, deal.NextStep);
        writer.WriteStartArray("history"u8);
        foreach (var point in deal.Trend?.Points ?? [])
        {
            writer.WriteStartObject();
            writer.WriteString("on"u8, DigestVoice.Day(point.On));
            writer.WriteNumber("total"u8, point.Total);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string key, int? number)
    {
        if (number is { } known)
            writer.WriteNumber(key, known);
        else
            writer.WriteNull(key);
    }

    private static void WriteTexts(Utf8JsonWriter writer, string key, IEnumerable<string> texts)
    {
        writer.WriteStartArray(key);
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
