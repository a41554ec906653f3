using System.Globalization;
using System.Text.Json;
using SalesRules.Host.Commands;
using SalesRules.Journal.Runs;
using SalesRules.Journal.Shadows;
using SalesRules.PolicyReview.Differences;
using SalesRules.Shadows;

namespace SalesRules.Host.Shadows;

/// <summary>What a run's shadow found, in a sentence, as JSON and as it is kept.</summary>
internal static class ShadowReport
{
    /// <summary>"new.yaml would have decided 7 of 120 deals otherwise: forecast category 3, POV gate 4, risk 7; findings + a.b 3, - c.d 1".</summary>
    public static string Sentence(ShadowRun shadow)
    {
        if (shadow.PolicyHash is null || (shadow.Problem is not null && shadow.Differences.Read.Deals == 0))
            return $"{Path.GetFileName(shadow.Path)} decided nothing: {shadow.Problem}";
        var parts = DecisionAspects.All.Where(aspect => shadow.Differences.SumOf(aspect).Deals > 0).Select(aspect => Said($"{aspect.Words()} {shadow.Differences.SumOf(aspect).Deals:N0}"))
            .Concat(shadow.Differences.Gained.Select(rule => Said($"+ {rule.Key} {rule.Value:N0}")))
            .Concat(shadow.Differences.Lost.Select(rule => Said($"- {rule.Key} {rule.Value:N0}"))).ToList();
        var sentence = Said($"{Path.GetFileName(shadow.Path)} would have decided {shadow.Differences.Different.Deals:N0} of {shadow.Differences.Read.Deals:N0} deals otherwise{(parts.Count == 0 ? "" : ": " + string.Join(", ", parts))}");
        if (shadow.NotRun.Count > 0)
            sentence += $"; not asked, because the live policy does not read what they need: {string.Join(", ", shadow.NotRun)}";
        return shadow.Problem is null ? sentence : Said($"{sentence}; {shadow.Failed:N0} not decided: {shadow.Problem}");
    }

    public static void Write(Utf8JsonWriter writer, ShadowRun shadow)
    {
        writer.WriteStartObject();
        writer.WriteString("file"u8, shadow.Path);
        writer.WriteString("policy"u8, shadow.PolicyHash);
        writer.WriteNumber("failed"u8, shadow.Failed);
        writer.WriteString("problem"u8, shadow.Problem);
        writer.WriteStartArray("notRun"u8);
        foreach (var rule in shadow.NotRun)
            writer.WriteStringValue(rule);
        writer.WriteEndArray();
        PolicyDiffJson.Write(writer, shadow.Differences);
        writer.WriteEndObject();
    }

    public static ShadowEntry Entry(RunId run, DateTimeOffset now, ShadowRun shadow) => new(
        run, now, shadow.PolicyHash, shadow.Differences.Read.Deals, shadow.Differences.Different.Deals, shadow.Failed, shadow.Problem, JsonText.Of(writer => Write(writer, shadow)));

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
