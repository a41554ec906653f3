namespace SalesRules.Notifications.Settings;

/// <summary>A webhook of the user's own, signed.</summary>
internal sealed class WebhookReading(ChannelOptions options, ChannelValues values)
{
    /// <summary>The shortest secret: 32 characters, as many as the hash has bytes.</summary>
    public const int ShortestSecret = 32;

    public WebhookSettings? Read()
    {
        values.DemandOnly(options, "a webhook", "Url", "UrlFile", "Secret", "SecretFile", "PreviousSecret", "PreviousSecretFile");
        var timeout = values.Timeout(options.Timeout);
        var url = values.Required("Url", values.Secret("Url", options.Url, options.UrlFile), options.Url, options.UrlFile, "the address to post to");
        var secret = values.Required("Secret", values.Secret("Secret", options.Secret, options.SecretFile), options.Secret, options.SecretFile,
            $"{ShortestSecret} random characters or more, which the receiver knows too");
        var previous = values.Secret("PreviousSecret", options.PreviousSecret, options.PreviousSecretFile);
        var isUsable = IsLong("Secret", secret) & IsLong("PreviousSecret", previous) & (url is not null && values.IsWebAddress("Url", url));
        return isUsable && secret is not null ? new(values.Channel, timeout, url!, previous is null ? [secret] : [secret, previous]) : null;
    }

    private bool IsLong(string key, Secret? secret)
    {
        if (secret is null || secret.Reveal().Length >= ShortestSecret)
            return true;
        values.Wrong(key, "is too short", $"expected {ShortestSecret} random characters or more, such as the output of: openssl rand -hex 32");
        return false;
    }
}
