namespace SalesRules.Host.Portfolio.Figures;

internal static class AttainmentFigure
{
    public static Figure Figure { get; } = new("attainment", "Quota attainment", "P \"Quota\", \"Success Criteria\"")
    {
        Detail = new FigureTable(
            [
                new("wonDealsInQuarter", "Won deals, quarter"), new("wonInQuarter", "Won, quarter"), new("quarterTarget", "Quarter target"), new("ofQuarter", "Of quarter"),
                new("wonDealsInYear", "Won deals, year"), new("wonInYear", "Won, year"), new("toDateTarget", "Target to date"), new("ofYearToDate", "Of to date"),
                new("yearTarget", "Year target"), new("ofYear", "Of year"), new("ownersOnQuota", "Owners on quota"), new("ownersWithQuota", "With quota"),
            ],
            (slice, _) =>
            [
                new FigureRow(
                [
                    Cell.Count(slice.Attainment.InQuarter.Deals), Cell.Money(slice.Attainment.InQuarter.Amount), Cell.Money(slice.Attainment.Target.Quarter), Cell.Share(slice.Attainment.OfQuarter),
                    Cell.Count(slice.Attainment.InYear.Deals), Cell.Money(slice.Attainment.InYear.Amount), Cell.Money(slice.Attainment.Target.ToDate), Cell.Share(slice.Attainment.OfYearToDate),
                    Cell.Money(slice.Attainment.Target.Year), Cell.Share(slice.Attainment.OfYear), Cell.Count(slice.Attainment.OnQuota.Hits), Cell.Count(slice.Attainment.OnQuota.Of),
                ],
                slice.Attainment.InYear.WhyUnknown ?? slice.Attainment.Target.WhyUnknown ?? (slice.Attainment.Target.Year is null ? "the target leaves out a quarter" : "the target is 0")),
            ]),
    };
}
