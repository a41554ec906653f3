using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SalesRules.Notifications.Webhooks;

/// <summary>The signature of a body at an instant: HMAC-SHA256 over <c>TIMESTAMP.BODY</c>.</summary>
internal static class WebhookSignature
{
    public const string Scheme = "v1=";

    public static string Timestamp(DateTimeOffset instant) => instant.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>With each secret, so that a receiver can change over at its own time.</summary>
    public static string Header(IEnumerable<byte[]> secrets, string timestamp, ReadOnlySpan<byte> body)
    {
        List<string> signatures = [];
        foreach (var secret in secrets)
            signatures.Add(Scheme + Convert.ToHexStringLower(Compute(secret, timestamp, body)));
        return string.Join(',', signatures);
    }

    public static byte[] Compute(byte[] secret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        hmac.AppendData(Encoding.ASCII.GetBytes($"{timestamp}."));
        hmac.AppendData(body);
        return hmac.GetHashAndReset();
    }
}
