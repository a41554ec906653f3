namespace SalesRules.Notifications.Messages;

/// <summary>Rows under named columns. The first column names what a row is about.</summary>
public sealed record Table : Block
{
    /// <summary>The most columns: wider tables are read nowhere.</summary>
    public const int MostColumns = 20;

    /// <exception cref="ArgumentException">There is no column, there are more than 20, or a row has another number of cells than there are columns.</exception>
    public Table(IReadOnlyList<Column> columns, IReadOnlyList<IReadOnlyList<Inline>> rows)
    {
        if (columns.Count is 0 or > MostColumns)
            throw new ArgumentException($"A table has 1 to {MostColumns} columns.", nameof(columns));
        if (rows.Any(row => row.Count != columns.Count))
            throw new ArgumentException($"Every row has {columns.Count} cells, one a column.", nameof(rows));
        Columns = columns;
        Rows = rows;
    }

    public IReadOnlyList<Column> Columns { get; }

    public IReadOnlyList<IReadOnlyList<Inline>> Rows { get; }
}

/// <summary>A column's title, and whether its cells are numbers, which are set to the right.</summary>
public sealed record Column(string Title, bool IsNumber = false);
