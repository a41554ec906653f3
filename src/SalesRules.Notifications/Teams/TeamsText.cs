using System.Text.RegularExpressions;
using SalesRules.Notifications.Messages;

namespace SalesRules.Notifications.Teams;

/// <summary>Text in the Markdown of Adaptive Cards, with everything escaped that would format.</summary>
internal static partial class TeamsText
{
    private const string Formatting = @"\*_[]`~<>#|";

    public static string Of(string text, int limit) => ListMark().Replace(text.Shorten(limit, Escape), @"\$0");

    public static string Of(Inline text, int limit)
    {
        // A link's text stands on one line; parentheses would end the address.
        if (text.Link is not { } link)
            return Of(text.Text, limit);
        var address = link.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);
        return $"[{Of(PlainText.OneLine(text.Text), limit)}]({address})";
    }

    private static string Escape(string character) =>
        character == "\n" ? "\n\n" : Formatting.Contains(character, StringComparison.Ordinal) ? $@"\{character}" : character;

    // "- ", "+ " and "1. " at the start of a line make a list; anywhere else they are text.
    [GeneratedRegex(@"(?<=^[ \t]*)[-+](?=[ \t])|(?<=^[ \t]*[0-9]{1,9})[.)](?=[ \t])", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex ListMark();
}
