using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace SalesRules.Sandbox.Loading.Sources;

/// <summary>Reads CSV as RFC 4180 has it. A row with stray quotes or another number of cells than the header is broken.</summary>
internal static class DelimitedSource
{
    public static void Read(SourceTable table, TextReader text, string delimiter, Action<int, string> broken)
    {
        var hasStrayQuotes = false;
        using var parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            BadDataFound = _ => hasStrayQuotes = true,
        });
        if (parser.Read())
            ReadHeader(table, parser.Record!, broken);
        while (parser.Read())
        {
            var cells = parser.Record!;
            var line = FirstLine(parser);
            if (hasStrayQuotes)
                broken(line, "The quotes of this row do not match: quote the whole cell and double the quotes inside it.");
            else if (cells.Length != table.Columns.Count)
                broken(line, FormattableString.Invariant($"This row has {cells.Length} cells where the header has {table.Columns.Count}."));
            else
                table.Rows.Add(new SourceRow(table, line, cells));
            hasStrayQuotes = false;
        }
    }

    private static void ReadHeader(SourceTable table, string[] names, Action<int, string> broken)
    {
        for (var index = 0; index < names.Length; index++)
        {
            if (!table.Columns.TryAdd(names[index].Trim(), index))
                broken(1, $"The header has the column \"{names[index]}\" twice.");
        }
    }

    // The parser counts the line on which a row ends; a cell may hold line ends.
    private static int FirstLine(CsvParser parser) => parser.RawRow - parser.RawRecord.TrimEnd('\r', '\n').Count(sign => sign == '\n');
}
