using SalesRules.Notifications.Messages;

namespace SalesRules.Notifications.Slack;

/// <summary>
/// Text from outside in Slack's mrkdwn, where it formats nothing: of three characters by escapes, of the others by look-alikes.
/// </summary>
internal static class SlackText
{
    // With less room beside its address, a link says nothing.
    private const int ShortestText = 100;

    public static string Of(string text, int limit) => SlackMarks.Without(text).Shorten(limit, EscapeOne);

    /// <summary>The text, as a link where it has one and both fit the limit.</summary>
    public static string Of(Inline text, int limit)
    {
        if (text.Link is null || Address(text.Link) is not { } address || address.Length + ShortestText > limit)
            return Of(text.Text, limit);
        // A link's text stands on one line, and a bar would end the address.
        return $"<{address}|{Of(PlainText.OneLine(text.Text), limit - address.Length - 3)}>";
    }

    private static string Address(Uri link) => string.Concat(link.AbsoluteUri.Select(c => EscapeOne(c.ToString())));

    private static string EscapeOne(string character) => character switch
    {
        "&" => "&amp;",
        "<" => "&lt;",
        ">" => "&gt;",
        _ => character,
    };
}
