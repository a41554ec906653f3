using System.Globalization;
using System.Text.Json;
using SalesRules.Alerts;
using SalesRules.Host.Alerts;
using SalesRules.Journal.Messages;

namespace SalesRules.Host.Commands;

/// <summary>Alerts with their messages: lines for a person, one object for a program.</summary>
internal static class AlertListReport
{
    public static void Print(AlertListing listing, TextWriter output, bool json)
    {
        if (json)
            output.WriteLine(JsonText.Of(writer => Write(writer, listing)));
        else
            PrintText(listing, new TerminalWriter(output));
    }

    private static void PrintText(AlertListing listing, TextWriter output)
    {
        if (listing.Alerts.Count + listing.Others.Count == 0)
            output.WriteLine("There are none.");
        foreach (var (alert, messages) in listing.Alerts)
        {
            var content = AlertJson.Read(alert.Content);
            output.WriteLine($"{Utc(alert.RaisedAt)}  {content.Kind.Name()}{(content.Deal is { } deal ? $"  {deal.Id} {deal.Name}" : "")}");
            output.WriteLine($"  {content.Reasons[0]}");
            foreach (var message in messages)
                output.WriteLine($"  {Words(message)}");
            if (messages.Count == 0)
                output.WriteLine(alert.RoutedAt is null ? "  raised: it is addressed when its run is over" : "  told to nobody: no route of the policy leads to a recipient of the settings");
        }

        foreach (var message in listing.Others)
        {
            output.WriteLine($"{Utc(message.MadeAt)}  {message.Key}");
            output.WriteLine($"  {Words(message)}");
        }
    }

    private static string Words(OutgoingMessage message) => message.State switch
    {
        MessageState.Delivered => $"{message.Recipient}: delivered by {message.Attempts[^1].Channel} at {Utc(message.Attempts[^1].At)}",
        MessageState.GivenUp => $"{message.Recipient}: given up{Last(message, ". ")}",
        _ => $"{message.Recipient}: waiting, next try {Utc(message.NextAt)}{Last(message, ". ")}",
    };

    private static string Last(OutgoingMessage message, string before) => message.Attempts is [.., { Reason: { } reason }] ? $"{before}{reason}" : "";

    private static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static void Write(Utf8JsonWriter writer, AlertListing listing)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("alerts"u8);
        foreach (var (alert, messages) in listing.Alerts)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("alert"u8);
            writer.WriteRawValue(alert.Content);
            writer.WriteString("raisedAt"u8, alert.RaisedAt.UtcDateTime);
            if (alert.RoutedAt is { } routedAt)
                writer.WriteString("routedAt"u8, routedAt.UtcDateTime);
            else
                writer.WriteNull("routedAt"u8);
            WriteMessages(writer, "messages"u8, messages);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteMessages(writer, "otherMessages"u8, listing.Others);
        writer.WriteStartArray("unfilledRoles"u8);
        foreach (var role in listing.Unfilled)
            writer.WriteStringValue(role);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteMessages(Utf8JsonWriter writer, ReadOnlySpan<byte> property, IReadOnlyList<OutgoingMessage> messages)
    {
        writer.WriteStartArray(property);
        foreach (var message in messages)
        {
            writer.WriteStartObject();
            writer.WriteString("key"u8, message.Key);
            writer.WriteString("recipient"u8, message.Recipient);
            writer.WriteString("state"u8, JsonNamingPolicy.KebabCaseLower.ConvertName(message.State.ToString()));
            writer.WriteString("madeAt"u8, message.MadeAt.UtcDateTime);
            if (message.State == MessageState.Waiting)
                writer.WriteString("nextAt"u8, message.NextAt.UtcDateTime);
            writer.WriteStartArray("attempts"u8);
            foreach (var attempt in message.Attempts)
                Write(writer, attempt);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, MessageAttempt attempt)
    {
        writer.WriteStartObject();
        writer.WriteString("channel"u8, attempt.Channel);
        writer.WriteString("at"u8, attempt.At.UtcDateTime);
        writer.WriteString("outcome"u8, JsonNamingPolicy.KebabCaseLower.ConvertName(attempt.Outcome.ToString()));
        writer.WriteString("reason"u8, attempt.Reason);
        writer.WriteEndObject();
    }
}
