namespace SalesRules.Notifications.Settings;

/// <summary>A Teams channel: the webhook of a workflow.</summary>
internal sealed class TeamsReading(ChannelOptions options, ChannelValues values)
{
    public TeamsSettings? Read()
    {
        values.OnlyFor("a Teams channel",
            ("Token", options.Token), ("TokenFile", options.TokenFile), ("Secret", options.Secret), ("SecretFile", options.SecretFile),
            ("PreviousSecret", options.PreviousSecret), ("PreviousSecretFile", options.PreviousSecretFile), ("Host", options.Host), ("Port", options.Port),
            ("User", options.User), ("Password", options.Password), ("PasswordFile", options.PasswordFile), ("Tls", options.Tls), ("From", options.From),
            ("ReplyTo", options.ReplyTo), ("To", options.To));
        var timeout = values.Timeout(options.Timeout);
        var url = values.Required("Url", values.Secret("Url", options.Url, options.UrlFile), options.Url, options.UrlFile, "the workflow's webhook address");
        return url is not null && values.IsWebAddress("Url", url) ? new(values.Channel, timeout, url) : null;
    }
}
