namespace SalesRules.Host.Portfolio.Figures;

/// <summary>What all other figures rest on.</summary>
internal static class DealsFigure
{
    public static Figure Figure { get; } = new("deals", "Deals read", "what the figures below rest on")
    {
        Detail = new FigureTable(
        [
            new("deals", "Deals"), new("open", "Open"), new("openAmount", "Open amount"), new("openWithoutAmount", "No amount"), new("openPastCloseDate", "Past close date"),
            new("openWithoutCloseDate", "No close date"), new("openUnmapped", "Unmapped stage"), new("won", "Won"), new("lost", "Lost"), new("statusUnknown", "Open or not?"),
            new("withoutHistory", "No history"),
        ],
        (slice, _) =>
        [
            new FigureRow(
            [
                Cell.Count(slice.Deals.Deals), Cell.Count(slice.Deals.Open.Deals), Cell.Money(slice.Deals.Open.Amount), Cell.Count(slice.Deals.Open.WithoutAmount),
                Cell.Count(slice.Deals.OpenPastCloseDate), Cell.Count(slice.Deals.OpenWithoutCloseDate), Cell.Count(slice.Deals.OpenUnmapped), Cell.Count(slice.Deals.Won),
                Cell.Count(slice.Deals.Lost), Cell.Count(slice.Deals.StatusUnknown), Cell.Count(slice.Deals.WithoutHistory),
            ],
            slice.Deals.Open.WhyUnknown),
        ]),
    };
}
