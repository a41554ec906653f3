namespace SalesRules.Notifications.Messages;

/// <summary>What a message may link to: nothing that runs in a browser.</summary>
internal static class WebAddress
{
    /// <summary>What every channel and browser takes.</summary>
    public const int Longest = 2_000;

    public static Uri Demand(Uri link)
    {
        if (!link.IsAbsoluteUri || (link.Scheme != Uri.UriSchemeHttps && link.Scheme != Uri.UriSchemeHttp))
            throw new ArgumentException("A message links to absolute http and https addresses only.", nameof(link));
        if (link.AbsoluteUri.Length > Longest)
            throw new ArgumentException($"An address has {Longest} characters at most.", nameof(link));
        return link;
    }
}
