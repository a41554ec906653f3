using SalesRules.Portfolio.Hygiene;

namespace SalesRules.Host.Portfolio.Figures;

internal static class HygieneFigure
{
    public static Figure Figure { get; } = new("hygiene", "Hygiene of open deals", "B 12.1")
    {
        Detail = new FigureTable(
            [new("score", "Score", IsLabel: true), new("of", "Of", IsLabel: true), new("kept", "Kept"), new("asked", "Of"), new("share", "Share"), new("medianDays", "Median days")],
            (slice, _) => Rows(slice.Hygiene)),
        Comparison = new FigureTable(
            [
                new("open", "Open"), new("completeness", "Completeness"), new("consistency", "Consistency"), new("medianDaysSinceUpdate", "Days since update"), new("updateKnown", "Known for"),
            ],
            (slice, _) => [Compared(slice.Hygiene)]),
        Notes = _ => ["Three scores that are never averaged: a complete record that is stale is still a problem. Recency is the days since a person last changed or logged something."],
    };

    private static IEnumerable<FigureRow> Rows(HygieneScore score)
    {
        yield return Row("completeness", "all minimum fields", score.Completeness);
        foreach (var (name, kept) in score.Fields)
            yield return Row("completeness", name, kept);
        yield return Row("consistency", "all checks", score.Consistency);
        foreach (var (_, means, kept) in score.Checks)
            yield return Row("consistency", means, kept);
        yield return new FigureRow(
            [Cell.Of("recency"), Cell.Of("days since the last update"), Cell.Count(score.RecencyKnown), Cell.Count(score.Deals), Cell.None, Cell.Days(score.MedianDays)], WhyUnknown(score));
    }

    private static FigureRow Row(string score, string of, SalesRules.Portfolio.Rate kept) => new(
        [Cell.Of(score), Cell.Of(of), Cell.Count(kept.Hits), Cell.Count(kept.Of), Cell.Share(kept.Share), Cell.None], kept.Of == 0 ? "no open deal has a value to check" : null);

    private static FigureRow Compared(HygieneScore score) => new(
        [Cell.Count(score.Deals), Cell.Share(score.Completeness.Share), Cell.Share(score.Consistency.Share), Cell.Days(score.MedianDays), Cell.Count(score.RecencyKnown)], WhyUnknown(score));

    private static string? WhyUnknown(HygieneScore score) =>
        score.Deals == 0 ? "no open deal" : score.MedianDays is null ? "neither history nor activities tell of an update" : null;
}
