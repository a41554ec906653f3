using SalesRules.Portfolio;

namespace SalesRules.Host.Portfolio;

/// <summary>One figure as it is printed; docs/portfolio.md has a section for each.</summary>
/// <param name="Id">Stable, for programs.</param>
/// <param name="Title">For people.</param>
/// <param name="Source">The passage that it comes from: P the playbook, B the book with its chapter.</param>
internal sealed record Figure(string Id, string Title, string Source)
{
    /// <summary>The figure of one slice.</summary>
    public required FigureTable Detail { get; init; }

    /// <summary>One row a slice, to compare them; null: the detail has one row already.</summary>
    public FigureTable? Comparison { get; init; }

    /// <summary>Whether it is of the whole alone, whatever the slicing.</summary>
    public bool IsOfWhole { get; init; }

    /// <summary>How many rows of it a person reads; programs get all.</summary>
    public int MostRowsShown { get; init; } = int.MaxValue;

    /// <summary>What a reader must know to believe the numbers.</summary>
    public Func<PortfolioReport, IEnumerable<string>> Notes { get; init; } = _ => [];

    /// <summary>The slices that it is told of.</summary>
    public IEnumerable<PortfolioSlice> SlicesOf(PortfolioReport report) => IsOfWhole ? [report.Whole] : report.AllSlices;
}

/// <summary>Rows under named columns.</summary>
/// <param name="Columns">The labels first.</param>
/// <param name="Rows">Of one slice; each has a cell for each column.</param>
internal sealed record FigureTable(IReadOnlyList<Column> Columns, Func<PortfolioSlice, PortfolioReport, IEnumerable<FigureRow>> Rows);

/// <param name="Key">For programs.</param>
/// <param name="Heading">For people.</param>
/// <param name="IsLabel">Whether it says what the row is about; the others are measures.</param>
internal sealed record Column(string Key, string Heading, bool IsLabel = false);

/// <param name="Why">Why cells of the row are unknown; null when none is.</param>
internal sealed record FigureRow(IReadOnlyList<Cell> Cells, string? Why = null);
