using System.Text.Json;
using SalesRules.Policies;
using SalesRules.PolicyReview.Differences;

namespace SalesRules.Host.Commands;

/// <summary>The outcome of <c>policy diff</c> for a program.</summary>
internal static class PolicyDiffJson
{
    public static string Of(Policy before, Policy after, IReadOnlyList<SettingDifference> settings, DecisionDifferences? deals) => JsonText.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("old"u8, before.Hash);
        writer.WriteString("new"u8, after.Hash);
        writer.WriteStartArray("settings"u8);
        foreach (var setting in settings)
        {
            writer.WriteStartObject();
            writer.WriteString("key"u8, setting.Key);
            writer.WriteString("old"u8, setting.Old);
            writer.WriteString("new"u8, setting.New);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (deals is not null)
            Write(writer, deals);
        writer.WriteEndObject();
    });

    /// <summary>The properties of what differs, into an object that is open.</summary>
    public static void Write(Utf8JsonWriter writer, DecisionDifferences deals)
    {
        writer.WritePropertyName("read"u8);
        Write(writer, deals.Read);
        writer.WritePropertyName("different"u8);
        Write(writer, deals.Different);
        foreach (var aspect in DecisionAspects.All)
            Write(writer, aspect, deals);
        Write(writer, "gained", deals.Gained);
        Write(writer, "lost", deals.Lost);
        writer.WriteStartArray("deals"u8);
        foreach (var deal in deals.First)
            Write(writer, deal);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, DecisionAspect aspect, DecisionDifferences deals)
    {
        writer.WriteStartArray(NameOf(aspect));
        foreach (var ((old, now), some) in deals.Of(aspect))
        {
            writer.WriteStartObject();
            writer.WriteString("old"u8, old);
            writer.WriteString("new"u8, now);
            writer.WriteNumber("deals"u8, some.Deals);
            writer.WriteNumber("amount"u8, some.Amount);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, DecisionDifference deal)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, deal.Opportunity.Id.Value);
        writer.WriteString("name"u8, deal.Opportunity.Name);
        writer.WriteStartArray("changes"u8);
        foreach (var change in deal.Changes)
        {
            writer.WriteStartObject();
            writer.WriteString("what"u8, NameOf(change.Aspect));
            writer.WriteString("old"u8, change.Old);
            writer.WriteString("new"u8, change.New);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        Write(writer, "gained", deal.Gained);
        Write(writer, "lost", deal.Lost);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, DealsAndMoney some)
    {
        writer.WriteStartObject();
        writer.WriteNumber("deals"u8, some.Deals);
        writer.WriteNumber("amount"u8, some.Amount);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, IReadOnlyDictionary<string, long> rules)
    {
        writer.WriteStartObject(name);
        foreach (var (rule, count) in rules)
            writer.WriteNumber(rule, count);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, IReadOnlyList<string> rules)
    {
        writer.WriteStartArray(name);
        foreach (var rule in rules)
            writer.WriteStringValue(rule);
        writer.WriteEndArray();
    }

    private static string NameOf(DecisionAspect aspect) => aspect switch
    {
        DecisionAspect.Category => "category",
        DecisionAspect.Stage => "stage",
        DecisionAspect.Gate => "gate",
        _ => "risk",
    };
}
