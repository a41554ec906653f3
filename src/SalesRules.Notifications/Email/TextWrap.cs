using System.Globalization;
using System.Text;

namespace SalesRules.Notifications.Email;

/// <summary>Breaks text into lines between words. A word longer than a line stays whole on a line of its own.</summary>
internal static class TextWrap
{
    /// <param name="first">What the first line begins with.</param>
    /// <param name="next">What the others begin with.</param>
    public static IEnumerable<string> Lines(string text, string first = "", string next = "", int width = TextBody.Width)
    {
        var start = first;
        foreach (var paragraph in text.Split('\n'))
        {
            var line = "";
            foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.Length > 0 && Columns(start) + Columns(line) + 1 + Columns(word) > width)
                {
                    yield return start + line;
                    (start, line) = (next, "");
                }

                line = line.Length == 0 ? word : $"{line} {word}";
            }

            yield return (start + line).TrimEnd();
            start = next;
        }
    }

    /// <summary>How many characters a reader sees: an accent that is written apart is not counted.</summary>
    public static int Columns(string text) => Ascii.IsValid(text) ? text.Length : new StringInfo(text).LengthInTextElements;
}
