using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using SalesRules.Portfolio;

namespace SalesRules.Host.Portfolio;

/// <summary>
/// The figures for a spreadsheet, one number a line: figure, slice, what the row is about, measure, value, unit, and why it is unknown.
/// Shares are 0 to 1. What does not apply has no line.
/// </summary>
internal static class PortfolioCsv
{
    private static readonly string[] Headings = ["figure", "slice", "name", "item", "measure", "value", "unit", "why"];

    public static void Write(PortfolioReport report, TextWriter output)
    {
        using var csv = new CsvWriter(output, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }, leaveOpen: true);
        WriteLine(csv, Headings);
        foreach (var figure in FigureList.All)
        {
            foreach (var slice in figure.SlicesOf(report))
            {
                foreach (var row in figure.Detail.Rows(slice, report))
                    Write(csv, figure, slice, row);
            }
        }
    }

    private static void Write(CsvWriter csv, Figure figure, PortfolioSlice slice, FigureRow row)
    {
        var columns = figure.Detail.Columns;
        var item = string.Join(" / ", row.Cells.Where((_, i) => columns[i].IsLabel).Select(cell => cell.ToString()));
        for (var i = 0; i < columns.Count; i++)
        {
            var cell = row.Cells[i];
            if (columns[i].IsLabel || (!cell.IsUnknown && cell.Number is null && cell.Text is null))
                continue;
            var value = cell.IsUnknown ? "" : cell.Number?.ToString(CultureInfo.InvariantCulture) ?? NoFormula(cell.Text!);
            WriteLine(csv, [figure.Id, slice.Key, NoFormula(slice.Name), NoFormula(item), columns[i].Key, value, UnitName(cell), cell.IsUnknown ? row.Why ?? "" : ""]);
        }
    }

    private static void WriteLine(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
        csv.NextRecord();
    }

    private static string UnitName(Cell cell) => cell.Unit.ToString().ToLowerInvariant();

    /// <summary>A spreadsheet would carry out a name that begins like a formula; people give deals such names.</summary>
    private static string NoFormula(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{text}" : text;
}
