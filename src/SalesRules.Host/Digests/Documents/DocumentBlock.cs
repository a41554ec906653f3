using SalesRules.Digests;
using SalesRules.Host.Portfolio;

namespace SalesRules.Host.Digests.Documents;

/// <summary>A part of a section.</summary>
internal abstract record DocumentBlock;

/// <summary>A sentence, such as that there is nothing to show.</summary>
internal sealed record DocumentNote(string Text) : DocumentBlock;

/// <summary>Headline figures.</summary>
internal sealed record DocumentFigures(IReadOnlyList<DocumentFigure> Items, CoverageBar? Coverage = null) : DocumentBlock;

/// <param name="Key">For programs.</param>
/// <param name="Note">What belongs to it, such as how many deals; or why it is unknown. Null: nothing.</param>
internal sealed record DocumentFigure(string Key, string Label, Cell Value, string? Note = null);

/// <summary>Coverage against its goal, for those who would rather look than read.</summary>
/// <param name="Text">The same in words.</param>
internal sealed record CoverageBar(decimal Coverage, decimal Goal, string Text);

/// <summary>Rows under named columns; the first column says what a row is about.</summary>
/// <param name="Chart">What each row looks like; null: numbers alone.</param>
internal sealed record DocumentTable(IReadOnlyList<Column> Columns, IReadOnlyList<DocumentRow> Rows, RowChart? Chart = null) : DocumentBlock;

/// <param name="Why">Why cells of the row are unknown; null when none is.</param>
internal sealed record DocumentRow(IReadOnlyList<Cell> Cells, string? Why = null);

/// <summary>A bar beside each row of a table: where it begins and ends on a common scale, and what it is.</summary>
/// <param name="Text">The chart in words.</param>
internal sealed record RowChart(string Text, IReadOnlyList<IReadOnlyList<ChartBar>> Bars)
{
    /// <summary>The largest end: the scale goes from 0 to here.</summary>
    public decimal Most => Bars.SelectMany(row => row).Select(bar => Math.Max(bar.From, bar.To)).DefaultIfEmpty(0).Max();
}

internal sealed record ChartBar(decimal From, decimal To, ChartTone Tone);

/// <summary>What a bar stands for: never by colour alone, the row says it in words.</summary>
internal enum ChartTone
{
    Total,
    Gain,
    Loss,
}

/// <summary>Some deals, with what is said of each.</summary>
/// <param name="All">How many there are and what they are worth, also those that are not named.</param>
/// <param name="More">How many more, as a sentence; null: all are named.</param>
/// <param name="IsFull">Whether scores, gaps, reasons and fixes are shown; else a deal is one line.</param>
internal sealed record DocumentDeals(DealList All, IReadOnlyList<DealLine> Lines, string? More, bool IsFull) : DocumentBlock;

/// <summary>Who does what by when.</summary>
internal sealed record DocumentActions(OpenActions All, IReadOnlyList<ActionLine> Lines, string? More) : DocumentBlock;

internal sealed record ActionLine(string Key, string Who, string What, DateOnly? Due, bool IsOverdue, string? DealId, string? Deal, Uri? Link);
