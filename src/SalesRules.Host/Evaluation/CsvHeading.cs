using SalesRules.Snapshots;

namespace SalesRules.Host.Evaluation;

/// <summary>The first record of a CSV: what separates the cells, and which field stands in each column.</summary>
internal sealed class CsvHeading
{
    private static readonly char[] Separators = [',', ';', '\t'];

    private CsvHeading(char separator, string[] names, IReadOnlyList<OpportunityField?> columns)
    {
        Separator = separator;
        Names = names;
        Columns = columns;
    }

    public char Separator { get; }

    /// <summary>The headings as they stand in the file.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The field of each column; null for one that means nothing to us.</summary>
    public IReadOnlyList<OpportunityField?> Columns { get; }

    public IReadOnlyList<string> Ignored => [.. Names.Where((_, index) => Columns[index] is null)];

    /// <summary>The column of the opportunity's Id.</summary>
    public int IdColumn => Columns.Index().First(column => column.Item?.ApiName == "Id").Index;

    /// <summary>The column with the date that each row is a snapshot of; null: there is none.</summary>
    public int? SnapshotColumn => Names.Index().Where(column => Columns[column.Index] is null && SnapshotDates.IsHeading(column.Item)).Select(column => (int?)column.Index).FirstOrDefault();

    public bool Has(string apiName) => Columns.Any(column => column?.ApiName == apiName);

    /// <summary>Reads the heading with the separator that makes the most known columns of it; among equals the comma.</summary>
    /// <exception cref="InvalidDataException">No column holds the Id, or two hold the same field.</exception>
    public static CsvHeading Read(string record, FieldMap fields)
    {
        var heading = Separators.Select(separator => Read(record, separator, fields)).MaxBy(read => read.Columns.Count(column => column is not null))!;
        heading.Check();
        return heading;
    }

    private static CsvHeading Read(string record, char separator, FieldMap fields)
    {
        using var parser = new CsvRecordParser(separator);
        var names = parser.Parse(record);
        return new CsvHeading(separator, names, ReportHeadings.Find(names, fields));
    }

    private void Check()
    {
        if (!Has("Id"))
            throw new InvalidDataException("the CSV has no column for the opportunity's Id: name one \"Id\" or \"Opportunity ID\" (in Salesforce, add that column to the report), and separate columns by commas, semicolons or tabs");
        var twice = Columns.Where(column => column is not null).GroupBy(column => column).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
            throw new InvalidDataException($"two columns hold {twice.Key!.ApiName}: {string.Join(" and ", Names.Where((_, index) => Columns[index] == twice.Key))}");
    }
}
