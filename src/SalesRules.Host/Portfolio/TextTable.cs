using SalesRules.Host.Commands;

namespace SalesRules.Host.Portfolio;

/// <summary>Lines up cells: texts to the left, numbers to the right, the last column as long as it is.</summary>
internal static class TextTable
{
    private const int LongestText = 90;
    private const string Gap = "  ";

    public static IEnumerable<string> Lines(IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<Cell>> rows)
    {
        var texts = rows.Select(row => row.Select(cell => Shortened(cell.ToString())).ToList()).ToList();
        var isText = headings.Select((_, column) => rows.All(row => row[column].Unit == Unit.Text && !row[column].IsUnknown)).ToList();
        var widths = headings.Select((heading, column) => texts.Max(row => row[column].Length) is var longest && longest > heading.Length ? longest : heading.Length).ToList();
        yield return Line(headings);
        foreach (var row in texts)
            yield return Line(row);

        string Line(IReadOnlyList<string> cells) =>
            string.Join(Gap, cells.Select((cell, column) => isText[column] ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd();
    }

    private static string Shortened(string text)
    {
        var line = TerminalText.OneLine(text);
        return line.Length <= LongestText ? line : string.Concat(line.AsSpan(0, LongestText - 1), "…");
    }
}
