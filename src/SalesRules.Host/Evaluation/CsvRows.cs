using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using SalesRules.Snapshots;

namespace SalesRules.Host.Evaluation;

/// <summary>CSV whose first record names the fields, by API name or by a report's label. Columns that mean nothing to us are left out.</summary>
internal sealed class CsvRows : IRowSource
{
    private readonly Stream input;
    private readonly StreamReader text;
    private readonly CsvRecords records;
    private readonly OneRecordReader feed = new();
    private readonly CsvParser parser;
    private readonly IReadOnlyList<OpportunityField?> columns;

    /// <exception cref="InvalidDataException">The file is empty, or no column holds the Id.</exception>
    public CsvRows(Stream input, FieldMap fields)
    {
        this.input = input;
        text = new StreamReader(input, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024, leaveOpen: true);
        records = new CsvRecords(text);
        parser = new CsvParser(feed, new CsvConfiguration(CultureInfo.InvariantCulture) { Mode = CsvMode.RFC4180, BadDataFound = null });
        if (!records.Next() || records.IsBroken)
            throw new InvalidDataException("the CSV has no readable first line with the names of the columns");
        var headings = Parse(records.Current);
        columns = [.. headings.Select(heading => fields.FindHeading(heading.Trim()))];
        IgnoredColumns = [.. headings.Where((_, index) => columns[index] is null)];
        Check(headings);
    }

    public IReadOnlyList<string> IgnoredColumns { get; }

    public long Line => records.Line;

    public long BytesRead => input.CanSeek ? input.Position : 0;

    public ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(records.Next());
    }

    public Opportunity Read()
    {
        if (records.IsBroken)
            throw new SnapshotFormatException("a quotation mark is opened and never closed");
        if (records.Current.Contains('\uFFFD', StringComparison.Ordinal))
            throw new SnapshotFormatException("a text on the line is not valid UTF-8: save the file as UTF-8");
        var cells = Parse(records.Current);
        if (cells.Length != columns.Count)
            throw new SnapshotFormatException(string.Create(CultureInfo.InvariantCulture, $"expected {columns.Count} columns, found {cells.Length}"));
        return OpportunityText.Read(columns, cells);
    }

    public ValueTask DisposeAsync()
    {
        parser.Dispose();
        text.Dispose();
        return ValueTask.CompletedTask;
    }

    private string[] Parse(string record)
    {
        feed.Give(record);
        return parser.Read() ? parser.Record ?? [] : [];
    }

    private void Check(string[] headings)
    {
        if (!columns.Any(column => column?.ApiName == "Id"))
            throw new InvalidDataException("the CSV has no column for the opportunity's Id: name one \"Id\" or \"Opportunity ID\", and separate columns by commas");
        var twice = columns.Where(column => column is not null).GroupBy(column => column).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
            throw new InvalidDataException($"two columns hold {twice.Key!.ApiName}: {string.Join(" and ", headings.Where((_, index) => columns[index] == twice.Key))}");
    }

    /// <summary>Hands the parser one record at a time and no more, so that it never looks into the next.</summary>
    private sealed class OneRecordReader : TextReader
    {
        private string record = "";
        private int position;

        public void Give(string next)
        {
            record = next + "\n";
            position = 0;
        }

        public override int Read(char[] buffer, int index, int count)
        {
            var length = Math.Min(count, record.Length - position);
            record.CopyTo(position, buffer, index, length);
            position += length;
            return length;
        }
    }
}
