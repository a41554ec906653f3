using System.Text.Json;
using SalesRules.Backtests;
using SalesRules.Host.Alerts;
using SalesRules.Host.Backtests;
using SalesRules.Snapshots;

namespace SalesRules.Host.Commands;

/// <summary>A backtest as JSON: every figure with its counts, every deal that was warned of.</summary>
internal static class BacktestJson
{
    public static void Write(Utf8JsonWriter writer, BacktestRun run, BacktestResult candidate, BacktestResult? live, IReadOnlyList<Usefulness>? answers)
    {
        writer.WriteStartObject();
        writer.WriteNumber("snapshots"u8, run.Snapshots);
        writer.WriteNumber("leaking"u8, run.Leaking);
        writer.WriteNumber("unreadable"u8, run.Unreadable);
        FieldValue.Of(run.FirstDay).WriteTo(writer, "from"u8);
        FieldValue.Of(run.Outcomes.LastDay).WriteTo(writer, "to"u8);
        writer.WritePropertyName("deals"u8);
        Write(writer, candidate.Deals);
        writer.WriteNumber("onlySeenClosed"u8, candidate.NeverOpen);
        RateJson.Write(writer, "badShare"u8, candidate.BaseRate, "hits"u8);
        Write(writer, "candidate"u8, run.Candidate, candidate);
        if (live is not null)
            Write(writer, "live"u8, run.Live!, live);
        if (answers is not null)
        {
            writer.WritePropertyName("answers"u8);
            AnswersReport.Write(writer, answers);
        }

        writer.WriteStartArray("problems"u8);
        foreach (var problem in run.Problems)
            writer.WriteStringValue(problem);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> property, PolicyUnderTest policy, BacktestResult result)
    {
        writer.WriteStartObject(property);
        writer.WriteString("policy"u8, policy.Policy.Hash);
        writer.WriteStartArray("warnings"u8);
        foreach (var figures in result.Figures)
        {
            writer.WriteStartObject();
            writer.WriteString(figures.Warning.IsRule ? "rule"u8 : "kind"u8, figures.Warning.Name);
            writer.WritePropertyName("warned"u8);
            Write(writer, figures.Warned);
            RateJson.Write(writer, "precision"u8, figures.Precision, "hits"u8);
            RateJson.Write(writer, "recall"u8, figures.Recall, "hits"u8);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("notRun"u8);
        foreach (var rule in policy.Warnings.NotRun)
            writer.WriteStringValue(rule);
        writer.WriteEndArray();
        writer.WriteStartArray("deals"u8);
        foreach (var deal in result.Warned)
            Write(writer, deal);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, WarnedDeal deal)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, deal.Id.Value);
        writer.WriteString("name"u8, deal.Outcome.Name);
        writer.WriteString("outcome"u8, JsonNamingPolicy.CamelCase.ConvertName(deal.Outcome.Kind.ToString()));
        FieldValue.Of(deal.Outcome.FirstSeenOn).WriteTo(writer, "firstSeenOn"u8);
        FieldValue.Of(deal.Outcome.DueBy).WriteTo(writer, "dueBy"u8);
        FieldValue.Of(deal.Outcome.WarnableUntil).WriteTo(writer, "warnableUntil"u8);
        writer.WriteStartObject("firstWarned"u8);
        foreach (var (warning, on) in deal.Warnings)
            writer.WriteString(warning.Name, FieldValue.Of(on).ToString());
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, OutcomeCounts counts)
    {
        writer.WriteStartObject();
        writer.WriteNumber("all"u8, counts.All);
        writer.WriteNumber("won"u8, counts.Won);
        writer.WriteNumber("lost"u8, counts.Lost);
        writer.WriteNumber("slipped"u8, counts.Slipped);
        writer.WriteNumber("open"u8, counts.Open);
        writer.WriteEndObject();
    }
}
