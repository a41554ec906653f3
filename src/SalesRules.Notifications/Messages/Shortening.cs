using System.Text;

namespace SalesRules.Notifications.Messages;

/// <summary>Cuts one text to a limit, between characters, and says how much was left out.</summary>
internal static class Shortening
{
    // " … (1234567 characters left out)" and some room.
    private const int NoteLength = 40;

    public static string Shorten(this string text, int limit) => text.Shorten(limit, character => character);

    /// <summary>The text as a channel writes it, in no more characters than the limit.</summary>
    /// <param name="escape">How the channel writes one character.</param>
    public static string Shorten(this string text, int limit, Func<string, string> escape)
    {
        var whole = new StringBuilder();
        var (cut, rest) = (0, text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(escape(rune.ToString()));
            if (whole.Length <= limit - NoteLength)
                (cut, rest) = (whole.Length, rest - rune.Utf16SequenceLength);
            else if (whole.Length > limit)
                break;
        }

        return whole.Length <= limit ? whole.ToString() : $"{whole.ToString(0, cut)} … ({rest} characters left out)";
    }
}
