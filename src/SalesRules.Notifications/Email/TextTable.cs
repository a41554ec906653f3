using SalesRules.Notifications.Messages;

namespace SalesRules.Notifications.Email;

/// <summary>A table in text: side by side where it fits the width and no cell is a link, else row by row.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    public static IEnumerable<string> Lines(Table table)
    {
        var widths = table.Columns.Select((column, place) => table.Rows.Select(row => TextWrap.Columns(OneLine(row[place]))).Append(TextWrap.Columns(column.Title)).Max()).ToArray();
        var fits = widths.Sum() + (Gap.Length * (widths.Length - 1)) <= TextBody.Width;
        return fits && !table.Rows.Any(row => row.Any(cell => cell.Link is not null)) ? SideBySide(table, widths) : RowByRow(table);
    }

    public static string Pad(string text, int width, bool isNumber)
    {
        var space = new string(' ', Math.Max(0, width - TextWrap.Columns(text)));
        return isNumber ? space + text : text + space;
    }

    private static IEnumerable<string> SideBySide(Table table, int[] widths)
    {
        yield return Row(table, widths, place => table.Columns[place].Title);
        yield return string.Join(Gap, widths.Select(width => new string('-', width)));
        foreach (var row in table.Rows)
            yield return Row(table, widths, place => OneLine(row[place]));
    }

    private static string Row(Table table, int[] widths, Func<int, string> cell) =>
        string.Join(Gap, widths.Select((width, place) => Pad(cell(place), width, table.Columns[place].IsNumber))).TrimEnd();

    private static IEnumerable<string> RowByRow(Table table)
    {
        foreach (var row in table.Rows)
        {
            foreach (var line in TextWrap.Lines(OneLine(row[0]), "* ", "  ").Concat(TextBody.Link(row[0], "  ")))
                yield return line;
            foreach (var (column, cell) in table.Columns.Zip(row).Skip(1).Where(pair => pair.Second.Text.Length > 0))
            {
                foreach (var line in TextWrap.Lines(OneLine(cell), $"  {column.Title}: ", "    ").Concat(TextBody.Link(cell, "    ")))
                    yield return line;
            }
        }
    }

    private static string OneLine(Inline cell) => cell.Text.Replace('\n', ' ');
}
