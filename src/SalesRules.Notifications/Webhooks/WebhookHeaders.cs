namespace SalesRules.Notifications.Webhooks;

/// <summary>The headers of every request to a webhook.</summary>
public static class WebhookHeaders
{
    /// <summary>The message's key: the same for every try, so that a receiver takes it once.</summary>
    public const string Key = "Idempotency-Key";

    /// <summary>When this try was signed, in seconds since 1970 (UTC).</summary>
    public const string Timestamp = "SalesRules-Timestamp";

    /// <summary><c>v1=HEX</c>, one for each secret, separated by commas; each the HMAC-SHA256 of <c>TIMESTAMP.BODY</c>.</summary>
    public const string Signature = "SalesRules-Signature";
}
