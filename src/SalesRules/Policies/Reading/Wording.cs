using System.Text;

namespace SalesRules.Policies.Reading;

/// <summary>How problems quote what stands in the file.</summary>
internal static class Wording
{
    private const int LongestQuote = 60;

    /// <summary>"Comit": in quotes, on one line, not longer than a reader needs to find it.</summary>
    public static string Quoted(string text) => $"\"{Shortened(text)}\"";

    /// <summary>The beginning of a long text; control characters as a question mark, so that a log or terminal stays whole.</summary>
    public static string Shortened(string text)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length >= LongestQuote)
                return shown.Append('…').ToString();
            shown.Append(Rune.IsControl(rune) ? "?" : rune.ToString());
        }

        return shown.ToString();
    }

    /// <summary>"; did you mean "pov"?" or nothing.</summary>
    public static string DidYouMean(string text, IEnumerable<string> names) =>
        Spelling.Nearest(text, names) is { } name ? $"; did you mean \"{name}\"?" : "";
}
