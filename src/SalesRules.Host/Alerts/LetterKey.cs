using System.Security.Cryptography;
using System.Text;
using SalesRules.Notifications.Messages;

namespace SalesRules.Host.Alerts;

/// <summary>Keys of messages: the same alerts for the same recipient give the same key, on any node and after any restart.</summary>
internal static class LetterKey
{
    private const int LongestName = 40;

    /// <param name="alertKey">1 to 150 visible ASCII characters.</param>
    public static string Of(string alertKey, string recipient) => Within($"alert/{alertKey}/{Name(recipient)}");

    /// <summary>For several alerts in one message.</summary>
    public static string OfMany(IEnumerable<string> alertKeys, string recipient) => Within($"alerts/{Digest(string.Join('\n', alertKeys.Order(StringComparer.Ordinal)))}/{Name(recipient)}");

    internal static string Within(string key) => key.Length <= Message.LongestKey ? key : $"alert/{Digest(key)}";

    // Names of the settings may have any letters; keys travel in headers.
    internal static string Name(string recipient) =>
        recipient.Length <= LongestName && recipient.All(c => c is > ' ' and < '\x7f' and not '/') ? recipient : Digest(recipient);

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
