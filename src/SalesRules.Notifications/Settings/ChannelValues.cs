using System.Globalization;
using System.Net.Mail;

namespace SalesRules.Notifications.Settings;

/// <summary>Reads the values of one channel and collects what is wrong with them. No value is ever quoted.</summary>
internal sealed class ChannelValues(string channel, List<string> problems)
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(5);

    public string Channel => channel;

    public void Wrong(string key, string what, string expected) => problems.Add($"{Key(key)} {what}: {expected}.");

    /// <summary>Null where it is not set.</summary>
    public static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    /// <summary>From the value or from the file; null where neither is set or the file cannot be used, which is then a problem.</summary>
    public Secret? Secret(string key, string? value, string? file)
    {
        if (Text(value) is { } text && Text(file) is null)
            return new Secret(text);
        if (Text(file) is not { } path)
            return null;
        if (Text(value) is not null)
            Wrong(key, $"is set beside {Key(key)}File", "set one of the two");
        return FromFile($"{key}File", path);
    }

    public Secret? Required(string key, Secret? secret, string? value, string? file, string expected)
    {
        if (secret is null && Text(value) is null && Text(file) is null)
            Wrong(key, "is missing", $"set it, or {Key(key)}File, to {expected}");
        return secret;
    }

    /// <summary>Whether it is an address that messages may be posted to: https, or http on this machine.</summary>
    public bool IsWebAddress(string key, Secret url)
    {
        const string expected = "expected an address that starts with https:// (http:// only for this machine)";
        if (!Uri.TryCreate(url.Reveal(), UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
            Wrong(key, "is not a web address", expected);
        else if (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback)
            Wrong(key, "starts with http://, which would send messages in the clear", expected);
        else if (address.UserInfo.Length > 0)
            Wrong(key, "holds a user or password before its host", expected);
        else
            return true;
        return false;
    }

    public TimeSpan Timeout(string? value)
    {
        if (Text(value) is not { } text)
            return TimeSpan.FromSeconds(30);
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var timeout) && timeout >= TimeSpan.FromSeconds(1) && timeout <= LongestTimeout)
            return timeout;
        Wrong(nameof(Timeout), "is not usable", "expected 00:00:01 to 00:05:00 (hours:minutes:seconds)");
        return LongestTimeout;
    }

    public MailAddress? MailAddress(string key, string? value)
    {
        if (Text(value) is not { } text)
            return null;
        if (System.Net.Mail.MailAddress.TryCreate(text, out var address) && System.Text.Ascii.IsValid(address.Address))
            return address;
        Wrong(key, "is not a mail address", "expected one such as rules@example.com or Sales rules <rules@example.com>");
        return null;
    }

    /// <summary>Names every key of other kinds that is set: it would silently do nothing.</summary>
    /// <param name="kind">What the channel is, for the sentence.</param>
    /// <param name="keys">The keys that it has beside <c>Kind</c> and <c>Timeout</c>.</param>
    public void DemandOnly(ChannelOptions options, string kind, params string[] keys)
    {
        foreach (var property in typeof(ChannelOptions).GetProperties())
        {
            if (!keys.Append(nameof(options.Kind)).Append(nameof(options.Timeout)).Contains(property.Name) && Text((string?)property.GetValue(options)) is not null)
                Wrong(property.Name, "means nothing here", $"remove it; this is {kind}");
        }
    }

    private string Key(string key) => $"{ChannelOptions.Section}:{channel}:{key}";

    private Secret? FromFile(string key, string path)
    {
        try
        {
            var text = File.ReadAllText(path).Trim();
            if (text.Length > 0 && !text.Contains('\n', StringComparison.Ordinal))
                return new Secret(text);
            Wrong(key, text.Length == 0 ? "names an empty file" : "names a file of several lines", "expected a file with nothing but the value");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // The path is not quoted: the secret itself may have been put in its place.
            var reason = problem is UnauthorizedAccessException ? "this process may not read it" : "it cannot be opened";
            Wrong(key, $"names a file that cannot be used, {reason}", "expected the path of a file that holds only the value");
        }

        return null;
    }
}
