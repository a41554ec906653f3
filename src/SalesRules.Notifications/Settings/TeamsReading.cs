namespace SalesRules.Notifications.Settings;

/// <summary>A Teams channel: the webhook of a workflow.</summary>
internal sealed class TeamsReading(ChannelOptions options, ChannelValues values)
{
    public TeamsSettings? Read()
    {
        values.DemandOnly(options, "a Teams channel", "Url", "UrlFile");
        var timeout = values.Timeout(options.Timeout);
        var url = values.Required("Url", values.Secret("Url", options.Url, options.UrlFile), options.Url, options.UrlFile, "the workflow's webhook address");
        return url is not null && values.IsWebAddress("Url", url) ? new(values.Channel, timeout, url) : null;
    }
}
