using System.Text.Json;
using SalesRules.Cards;
using SalesRules.Decisions;
using SalesRules.Host.Runs;
using SalesRules.Snapshots;

namespace SalesRules.Host.Cards;

/// <summary>The decision card for a program.</summary>
internal static class CardJson
{
    public static void Write(Utf8JsonWriter writer, ExplainedDeal deal)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("decision"u8);
        DecisionJson.Write(writer, deal.Card.Decision);
        writer.WriteString("standingDecision"u8, deal.Card.Standing.Id);
        if (deal.Stored is { } stored)
        {
            writer.WriteStartObject("stored"u8);
            writer.WriteString("decision"u8, stored.DecisionId);
            writer.WriteString("run"u8, stored.Run.Value);
            writer.WriteString("decidedAt"u8, CardWords.Time(stored.DecidedAt));
            writer.WriteBoolean("same"u8, deal.Difference is null);
            writer.WriteString("difference"u8, deal.Difference);
            writer.WriteEndObject();
        }

        WriteList(writer, "values"u8, deal.Card.Values, value =>
        {
            writer.WriteString("field"u8, value.Field);
            value.Value.WriteTo(writer, "value"u8);
            writer.WriteString("changedAt"u8, Time(value.ChangedAt));
            writer.WriteString("unchangedSince"u8, Time(value.UnchangedSince));
        });
        WriteList(writer, "margins"u8, deal.Card.Margins, margin =>
        {
            writer.WriteString("rule"u8, margin.Rule);
            writer.WriteString("field"u8, margin.Field);
            writer.WriteNumber("value"u8, margin.Value);
            writer.WriteNumber("needs"u8, margin.Needs);
            writer.WriteNumber("missing"u8, margin.Missing);
        });
        WriteList(writer, "goals"u8, deal.Card.Goals, goal =>
        {
            writer.WriteString("goal"u8, goal.Goal);
            WriteFixes(writer, goal.By);
        });
        WriteList(writer, "nearMisses"u8, deal.Card.Near, near =>
        {
            writer.WriteString("rule"u8, near.Rule);
            writer.WriteBoolean("wouldFire"u8, near.WouldFire);
            WriteList(writer, "steps"u8, near.Steps, step => WriteStep(writer, step));
        });
        HistoryJson.Write(writer, deal.History);
        writer.WriteEndObject();
    }

    private static void WriteStep(Utf8JsonWriter writer, Probe step)
    {
        writer.WriteString("words"u8, step.Words);
        if (step.Field is null)
        {
            writer.WriteNumber("days"u8, step.Days);
            return;
        }

        writer.WriteString("field"u8, step.Field);
        step.To.WriteTo(writer, "to"u8);
    }

    private static void WriteFixes(Utf8JsonWriter writer, IReadOnlyList<Fix> fixes) => WriteList(writer, "by"u8, fixes, fix =>
    {
        writer.WriteString("field"u8, fix.Field);
        fix.To.WriteTo(writer, "to"u8);
    });

    internal static void WriteList<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> property, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray(property);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string? Time(DateTimeOffset? instant) => instant is null ? null : FieldValue.Of(instant).ToString();
}
