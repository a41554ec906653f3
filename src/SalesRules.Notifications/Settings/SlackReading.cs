namespace SalesRules.Notifications.Settings;

/// <summary>A Slack channel: with a token it posts as an app, without through an incoming webhook.</summary>
internal sealed class SlackReading(ChannelOptions options, ChannelValues values)
{
    private const string PublicApi = "https://slack.com/api/";

    public ChannelSettings? Read()
    {
        values.DemandOnly(options, "a Slack channel", "Url", "UrlFile", "Token", "TokenFile", "To");
        var timeout = values.Timeout(options.Timeout);
        var url = values.Secret("Url", options.Url, options.UrlFile);
        if (ChannelValues.Text(options.Token) is null && ChannelValues.Text(options.TokenFile) is null)
            return Webhook(url, timeout);
        return values.Secret("Token", options.Token, options.TokenFile) is { } token ? Bot(token, url ?? new Secret(PublicApi), timeout) : null;
    }

    private SlackWebhookSettings? Webhook(Secret? url, TimeSpan timeout)
    {
        if (ChannelValues.Text(options.To) is not null)
            values.Wrong("To", "means nothing here", "remove it; this is an incoming webhook, which posts to its own channel (with Token an app could choose)");
        values.Required("Url", url, options.Url, options.UrlFile, "the incoming webhook's address (https://hooks.slack.com/services/...), or set Token to a bot token");
        return url is not null && values.IsWebAddress("Url", url) ? new(values.Channel, timeout, url) : null;
    }

    private SlackBotSettings? Bot(Secret token, Secret api, TimeSpan timeout)
    {
        var isToken = token.Reveal().StartsWith("xoxb-", StringComparison.Ordinal) && token.Reveal().All(c => c is > ' ' and < '\x7f');
        if (!isToken)
            values.Wrong("Token", "is not a bot token", "expected one that starts with xoxb-, from the page OAuth & Permissions of the app");
        if (!values.IsWebAddress("Url", api) || !isToken)
            return null;
        return new(values.Channel, timeout, new Uri(api.Reveal().TrimEnd('/') + "/"), token, ChannelValues.Text(options.To));
    }
}
