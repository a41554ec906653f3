using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SalesRules.Notifications.Webhooks;

/// <summary>What a receiver makes of a request.</summary>
public enum WebhookVerdict
{
    /// <summary>Signed with one of our secrets within the replay window. Take it once by its key: within the window it can still be repeated.</summary>
    Genuine,

    /// <summary>Not signed with one of our secrets, or changed on its way.</summary>
    Forged,

    /// <summary>Genuine once, but signed too long ago, or too far ahead: a replay, or a clock that is wrong.</summary>
    Stale,
}

/// <summary>For receivers written in .NET: checks the signature of a request, in constant time, and its age.</summary>
public sealed class WebhookVerifier(TimeProvider time, params IReadOnlyList<string> secrets)
{
    /// <summary>How far a request's timestamp may lie from now, to either side.</summary>
    public static readonly TimeSpan ReplayWindow = TimeSpan.FromMinutes(5);

    private readonly byte[][] keys = [.. secrets.Select(Encoding.UTF8.GetBytes)];

    /// <param name="timestamp">The header <see cref="WebhookHeaders.Timestamp"/>; null: missing.</param>
    /// <param name="signature">The header <see cref="WebhookHeaders.Signature"/>; null: missing.</param>
    /// <param name="body">The bytes as received, before any parsing.</param>
    public WebhookVerdict Verify(string? timestamp, string? signature, ReadOnlySpan<byte> body)
    {
        if (timestamp is null || signature is null || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || !IsSigned(timestamp, signature, body))
            return WebhookVerdict.Forged;
        // Signed by us, so the number is one that we wrote; compared without a date, which could overflow.
        var age = (decimal)time.GetUtcNow().ToUnixTimeMilliseconds() / 1000 - seconds;
        return Math.Abs(age) <= (decimal)ReplayWindow.Ticks / TimeSpan.TicksPerSecond ? WebhookVerdict.Genuine : WebhookVerdict.Stale;
    }

    private bool IsSigned(string timestamp, string signature, ReadOnlySpan<byte> body)
    {
        var isSigned = false;
        var given = signature.Split(',', StringSplitOptions.TrimEntries).Select(Bytes).ToList();
        foreach (var key in keys)
        {
            var expected = WebhookSignature.Compute(key, timestamp, body);
            // All of them, whichever fits: the time taken tells nothing.
            foreach (var bytes in given)
                isSigned |= CryptographicOperations.FixedTimeEquals(expected, bytes);
        }

        return isSigned;
    }

    private static byte[] Bytes(string signature)
    {
        var hex = signature.StartsWith(WebhookSignature.Scheme, StringComparison.Ordinal) ? signature[WebhookSignature.Scheme.Length..] : "";
        var bytes = new byte[HMACSHA256.HashSizeInBytes];
        return hex.Length == bytes.Length * 2 && Convert.FromHexString(hex, bytes, out _, out _) == System.Buffers.OperationStatus.Done ? bytes : [];
    }
}
