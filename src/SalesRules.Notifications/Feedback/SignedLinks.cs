using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace SalesRules.Notifications.Feedback;

/// <summary>
/// Makes and reads the links under an alert: what they say is signed, so that nobody answers for others or for other alerts. The same answer
/// gives the same link, so that a repeated message is the same message.
/// </summary>
/// <remarks>
/// Following a link (GET) must only show a page with a button, and pressing it (POST) give the answer: mail scanners and chat programs fetch
/// every link, and would use it up.
/// </remarks>
public sealed class SignedLinks
{
    /// <summary>The fewest bytes of a secret.</summary>
    public const int ShortestSecret = 32;

    // Signed with what it is for: a signature of this secret made for something else is worth nothing here.
    private static readonly byte[] Purpose = "salesrules.feedback.v1\n"u8.ToArray();

    private readonly Uri page;
    private readonly TimeProvider time;
    private readonly IReadOnlyList<byte[]> secrets;

    /// <param name="page">Where links lead; the token is added as the query <c>t</c>.</param>
    /// <param name="secrets">Links are signed with the first; the others, older ones, are still read.</param>
    public SignedLinks(Uri page, TimeProvider time, params IReadOnlyList<byte[]> secrets)
    {
        if (secrets.Count == 0 || secrets.Any(secret => secret.Length < ShortestSecret))
            throw new ArgumentException($"Links are signed with a secret of {ShortestSecret} bytes or more.", nameof(secrets));
        (this.page, this.time, this.secrets) = (page, time, secrets);
    }

    public Uri LinkFor(FeedbackClaim claim) => new UriBuilder(page) { Query = $"t={Token(claim)}" }.Uri;

    /// <summary>Reads a token without using it up: for the page with the button.</summary>
    public FeedbackReading Read(string? token)
    {
        if (token?.Split('.') is not [var content, var signature] || Decode(content) is not { } json || Decode(signature) is not { } mac || !IsSigned(json, mac))
            return new FeedbackReading.Forged();
        var claim = JsonSerializer.Deserialize<Content>(json)!.ToClaim();
        return time.GetUtcNow() < claim.Expires ? new FeedbackReading.Valid(claim) : new FeedbackReading.Expired(claim);
    }

    /// <summary>Reads a token and takes its answer down: for the button. Both links of a person and alert are then used up.</summary>
    public async Task<FeedbackReading> UseAsync(string? token, IAnswerBook answers, CancellationToken cancellationToken)
    {
        var reading = Read(token);
        return reading is FeedbackReading.Valid(var claim) && !await answers.TryAnswerAsync(claim, cancellationToken)
            ? new FeedbackReading.Used(claim)
            : reading;
    }

    private string Token(FeedbackClaim claim)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(Content.Of(claim));
        return $"{Base64Url.EncodeToString(json)}.{Base64Url.EncodeToString(Sign(secrets[0], json))}";
    }

    private bool IsSigned(byte[] json, byte[] mac)
    {
        var isSigned = false;
        foreach (var secret in secrets)
            isSigned |= CryptographicOperations.FixedTimeEquals(Sign(secret, json), mac);
        return isSigned;
    }

    private static byte[] Sign(byte[] secret, byte[] json) => HMACSHA256.HashData(secret, (byte[])[.. Purpose, .. json]);

    private static byte[]? Decode(string text)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        // One spelling only: what decodes to the same bytes in another one is not ours.
        return Base64Url.IsValid(text) && Base64Url.TryDecodeFromChars(text, bytes, out var length) && Base64Url.EncodeToString(bytes.AsSpan(0, length)) == text
            ? bytes[..length]
            : null;
    }

    /// <summary>What a token holds, in the order in which it is signed.</summary>
    private sealed record Content(string Who, string Alert, bool Useful, long Expires)
    {
        public static Content Of(FeedbackClaim claim) =>
            new(claim.Who, claim.Alert, claim.Answer == FeedbackAnswer.Useful, claim.Expires.ToUnixTimeSeconds());

        public FeedbackClaim ToClaim() =>
            new(Who, Alert, Useful ? FeedbackAnswer.Useful : FeedbackAnswer.NotUseful, DateTimeOffset.FromUnixTimeSeconds(Expires));
    }
}
