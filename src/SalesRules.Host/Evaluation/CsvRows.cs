using System.Globalization;
using System.Text;
using SalesRules.Snapshots;

namespace SalesRules.Host.Evaluation;

/// <summary>
/// CSV whose first record names the fields, by API name or by a report's label; columns that mean nothing to us and a report's footer
/// are left out.
/// </summary>
internal sealed class CsvRows : IRowSource
{
    private readonly Stream input;
    private readonly StreamReader text;
    private readonly FooterlessRecords records;
    private readonly CsvRecordParser parser;
    private readonly CsvHeading heading;
    private readonly ReportCells cells;
    private readonly Currencies currencies;
    private readonly UnreadCells unread = new();
    private readonly DoubtfulCells doubtful;

    /// <exception cref="InvalidDataException">The file is empty, or no column holds the Id.</exception>
    public CsvRows(Stream input, FieldMap fields, CsvOptions? options = null)
    {
        this.input = input;
        text = new StreamReader(input, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024, leaveOpen: true);
        var all = new CsvRecords(text);
        if (!all.Next() || all.IsBroken)
            throw new InvalidDataException("the CSV has no readable first line with the names of the columns");
        heading = CsvHeading.Read(all.Current, fields);
        doubtful = new DoubtfulCells(heading.Names, heading.Columns, (options ?? CsvOptions.Default).Decimals);
        parser = new CsvRecordParser(heading.Separator);
        records = new FooterlessRecords(all, new ReportFooter(record => parser.Parse(record.Text), heading.IdColumn));
        cells = new ReportCells(options ?? CsvOptions.Default);
        currencies = new Currencies(fields.Has("CurrencyIsoCode"));
    }

    public IReadOnlyList<string> IgnoredColumns => heading.Ignored;

    public IEnumerable<string> Notes
    {
        get
        {
            foreach (var sentence in unread.Describe())
                yield return sentence;
            foreach (var sentence in doubtful.Describe())
                yield return sentence;
            if (currencies.Describe() is { } mix)
                yield return mix;
            if (heading.Has("Owner.Name") && !heading.Has("OwnerId"))
                yield return "The file gives owners by name only: their ids stay unknown. Add the column with the owner's id where tasks and figures need it.";
            if (FooterLines > 0)
                yield return string.Create(CultureInfo.InvariantCulture, $"{FooterLines} {(FooterLines == 1 ? "line" : "lines")} of the report's footer left out.");
        }
    }

    public DateOnly? SnapshotOn { get; private set; }

    /// <summary>Records of the report's footer that were left out; known after the last row.</summary>
    public int FooterLines => records.FooterLines;

    public long Line => records.Current.Line;

    public long BytesRead => input.CanSeek ? input.Position : 0;

    public ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(records.Next());
    }

    public Opportunity Read()
    {
        var record = records.Current;
        if (record.IsBroken)
            throw new SnapshotFormatException("a quotation mark is opened and never closed");
        if (record.Text.Contains('\uFFFD', StringComparison.Ordinal))
            throw new SnapshotFormatException("a text on the line is not valid UTF-8: save the file as UTF-8, or say --encoding windows-1252 where a report was exported as ISO-8859-1");
        var row = parser.Parse(record.Text);
        if (row.Length != heading.Columns.Count)
            throw new SnapshotFormatException(string.Create(CultureInfo.InvariantCulture, $"expected {heading.Columns.Count} columns, found {row.Length}"));
        return Read(row);
    }

    public ValueTask DisposeAsync()
    {
        parser.Dispose();
        text.Dispose();
        return ValueTask.CompletedTask;
    }

    private Opportunity Read(string[] row)
    {
        SnapshotOn = SnapshotOf(row);
        var problems = Translate(row, out var currency);
        try
        {
            var opportunity = OpportunityText.Read(heading.Columns, row);
            if (problems.Count == 0)
                return currencies.Complete(doubtful.See(opportunity, Line), currency);
        }
        catch (SnapshotFormatException problem)
        {
            problems.AddRange(problem.Problems);
        }

        foreach (var problem in problems)
            unread.Add(HeadingOf(problem.Field), problem.Reason ?? problem.Message, Line);
        throw problems.Count == 1 ? problems[0] : new SnapshotFormatException(problems);
    }

    /// <summary>Written as the file's other dates are.</summary>
    private DateOnly? SnapshotOf(string[] row)
    {
        if (heading.SnapshotColumn is not { } column || string.IsNullOrWhiteSpace(row[column]))
            return null;
        return SnapshotDates.Parse(cells.Translate(OpportunityFields.Get("CloseDate"), row[column], out var reason) ?? throw new SnapshotFormatException(reason).In(SnapshotDates.Name));
    }

    /// <summary>Turns the row's cells into the API's forms; one that cannot be read is emptied and told.</summary>
    private List<SnapshotFormatException> Translate(string[] row, out string? currency)
    {
        var problems = new List<SnapshotFormatException>();
        currency = null;
        for (var index = 0; index < row.Length; index++)
        {
            if (heading.Columns[index] is not { } field)
                continue;
            if (field.Type == SalesforceFieldType.Currency)
                doubtful.SeeAmount(heading.Names[index], row[index], Line);
            var cell = cells.Translate(field, row[index], out var reason);
            currency ??= cells.CurrencyCode;
            if (cell is null)
                problems.Add(new SnapshotFormatException(reason).In(field.ApiName));
            row[index] = cell ?? "";
        }

        return problems;
    }

    private string HeadingOf(string? apiName) => heading.Names.Where((_, index) => heading.Columns[index]?.ApiName == apiName).FirstOrDefault() ?? "Id";
}
