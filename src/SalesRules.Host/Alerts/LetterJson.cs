using System.Text.Json;
using SalesRules.Host.Commands;
using SalesRules.Notifications.Messages;

namespace SalesRules.Host.Alerts;

/// <summary>Letters as the journal keeps them.</summary>
internal static class LetterJson
{
    public static string Write(Letter letter) => JsonText.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("recipient"u8, letter.Recipient);
        writer.WriteString("profile"u8, letter.Profile);
        writer.WriteString("address"u8, letter.Address);
        writer.WritePropertyName("message"u8);
        MessageJson.Write(writer, letter.Message);
        writer.WriteEndObject();
    });

    public static Letter Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var letter = document.RootElement;
        return new Letter(
            letter.GetProperty("recipient").GetString()!,
            letter.GetProperty("profile").GetString()!,
            letter.GetProperty("address").GetString(),
            MessageJson.Read(letter.GetProperty("message")));
    }
}
