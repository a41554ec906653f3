using System.Globalization;

namespace SalesRules.Host.Commands;

/// <summary>Text of records for a terminal: what people typed into Salesforce stays on its line and steers nothing.</summary>
internal static class TerminalText
{
    /// <summary>With a blank for each line break and each other control character, such as the escape that begins a colour.</summary>
    public static string OneLine(string text) => string.Concat(text.ReplaceLineEndings(" ").Select(letter => IsControl(letter) ? ' ' : letter));

    private static bool IsControl(char letter) =>
        char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
