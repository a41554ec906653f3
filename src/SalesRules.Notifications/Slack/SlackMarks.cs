using System.Text.RegularExpressions;

namespace SalesRules.Notifications.Slack;

/// <summary>
/// The characters that format in mrkdwn. Slack has no escape for them, so that text from outside gets look-alikes that format nothing.
/// </summary>
/// <remarks>https://docs.slack.dev/messaging/formatting-message-text</remarks>
internal static partial class SlackMarks
{
    /// <summary>The text in as many characters, with nothing in it that formats.</summary>
    public static string Without(string text) =>
        string.Create(text.Length, EmojiColon().Replace(text, "\u2236"), (letters, plain) =>
        {
            for (var place = 0; place < plain.Length; place++)
                letters[place] = Plain(plain, place);
        });

    private static char Plain(string text, int place) => text[place] switch
    {
        '*' when !IsWithinWord(text, place) => '\u2217',
        '_' when !IsWithinWord(text, place) => '\uFF3F',
        '~' when !IsWithinWord(text, place) => '\u223C',
        '`' => '\u02CB',
        // Escaped it would still open a quotation, and a bullet would pass for one of ours.
        '>' when StartsLine(text, place) => '\u203A',
        '•' when StartsLine(text, place) => '\u2219',
        var letter => letter,
    };

    /// <summary>There it formats nothing, as in Acme_EMEA_2026. Of other letters than ASCII's Slack does not say that they make words.</summary>
    private static bool IsWithinWord(string text, int place) =>
        place > 0 && place < text.Length - 1 && char.IsAsciiLetterOrDigit(text[place - 1]) && char.IsAsciiLetterOrDigit(text[place + 1]);

    private static bool StartsLine(string text, int place)
    {
        while (place > 0 && char.IsWhiteSpace(text[place - 1]) && text[place - 1] != '\n')
            place--;
        return place == 0 || text[place - 1] == '\n';
    }

    // ":fire:", but not the time 10:30:45.
    [GeneratedRegex(":(?=[a-z0-9_+'-]*[a-z+][a-z0-9_+'-]*:)|(?<![0-9]):(?=[0-9]+:)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex EmojiColon();
}
