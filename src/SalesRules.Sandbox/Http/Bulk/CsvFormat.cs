using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace SalesRules.Sandbox.Http.Bulk;

/// <summary>How the CSV of a job is cut into cells and lines, by Salesforce's names for both.</summary>
internal sealed record CsvFormat(string ColumnDelimiter, string LineEnding)
{
    private static readonly FrozenDictionary<string, string> Delimiters = new Dictionary<string, string>
    {
        ["BACKQUOTE"] = "`",
        ["CARET"] = "^",
        ["COMMA"] = ",",
        ["PIPE"] = "|",
        ["SEMICOLON"] = ";",
        ["TAB"] = "\t",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> LineEndings =
        new Dictionary<string, string> { ["LF"] = "\n", ["CRLF"] = "\r\n" }.ToFrozenDictionary();

    /// <summary>The format that a job asks for, comma and line feed where it does not; null for an unknown name.</summary>
    public static CsvFormat? Of(string? delimiter, string? lineEnding)
    {
        var format = new CsvFormat(delimiter ?? "COMMA", lineEnding ?? "LF");
        return Delimiters.ContainsKey(format.ColumnDelimiter) && LineEndings.ContainsKey(format.LineEnding) ? format : null;
    }

    /// <summary>The rows of an upload, the header first.</summary>
    public IReadOnlyList<string[]> Read(string text)
    {
        RequireLineEnding(text);
        using var parser = new CsvParser(new StringReader(text), Configuration());
        var rows = new List<string[]>();
        while (parser.Read())
            rows.Add(parser.Record!);
        return rows;
    }

    /// <summary>Rows with every cell in quotes: clients cut results at any delimiter that stands outside of them.</summary>
    public ReadOnlyMemory<byte> Write(IEnumerable<IEnumerable<string?>> rows)
    {
        using var buffer = new MemoryStream();
        using (var csv = new CsvWriter(new StreamWriter(buffer, new UTF8Encoding(false)), Configuration()))
        {
            foreach (var row in rows)
            {
                foreach (var cell in row)
                    csv.WriteField(cell, shouldQuote: true);
                csv.NextRecord();
            }
        }

        return buffer.ToArray();
    }

    // A file from the other world of line ends fails as a whole; it would otherwise leave a carriage return in every last cell.
    private void RequireLineEnding(string text)
    {
        var hasCarriageReturns = text.Contains("\r\n", StringComparison.Ordinal);
        var fits = LineEnding == "CRLF" ? hasCarriageReturns || !text.Contains('\n', StringComparison.Ordinal) : !hasCarriageReturns;
        if (!fits)
            throw new BulkJobException($"ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is {LineEnding}");
    }

    private CsvConfiguration Configuration() => new(CultureInfo.InvariantCulture)
    {
        Delimiter = Delimiters[ColumnDelimiter],
        NewLine = LineEndings[LineEnding],
        BadDataFound = static bad => throw new BulkJobException($"ClientInputError : the quotes of this row do not match: {bad.RawRecord.TrimEnd()}"),
    };
}
