using SalesRules.Policies;
using SalesRules.Portfolio;

namespace SalesRules.Host.Portfolio.Figures;

internal static class ConversionFigure
{
    public static Figure Figure { get; } = new("conversion", "Conversion and time per step, twelve months", "B 2.2, 1.5")
    {
        Detail = new FigureTable(
            [
                new("step", "Step", IsLabel: true), new("entered", "Entered"), new("converted", "Converted"), new("rate", "Rate"), new("baseline", "Baseline"), new("targetFrom", "Target from"),
                new("targetTo", "to"), new("verdict", "Verdict"), new("medianDays", "Median days"), new("lost", "Lost before"), new("lostShare", "Lost"), new("pending", "Still there"),
                new("undocumented", "Left out"), new("guardrails", "Guardrails"),
            ],
            (slice, _) => slice.Conversion.Steps.Select(Row)),
        Comparison = new FigureTable(
            [
                new("qualificationToDiscovery", "To discovery"), new("enteredQualification", "of"), new("discoveryToCommercial", "To commercial"), new("enteredDiscovery", "of"),
                new("commercialToWon", "To won"), new("enteredCommercial", "of"),
            ],
            (slice, _) => [Compared(slice.Conversion)]),
        Notes = _ => ["Left out: open deals that took the step without a documented reason and next step, as the record says of the last move; of earlier moves it does not say, and they count."],
    };

    private static FigureRow Compared(StepConversions conversion)
    {
        var steps = conversion.Steps.Where(step => step.Step != FunnelStep.LeadToQualification).ToList();
        return new FigureRow(
            [.. steps.SelectMany(step => new[] { Cell.Share(step.Converted.Share), Cell.Count(step.Converted.Of) })],
            string.Join("; ", steps.Select(step => step.WhyUnknown).OfType<string>().Distinct(StringComparer.Ordinal)) is { Length: > 0 } why ? why : null);
    }

    private static FigureRow Row(StepConversion step)
    {
        var isKnown = step.WhyUnknown is null;
        Cell Known(Cell cell) => isKnown ? cell : Cell.None;
        return new FigureRow(
            [
                Cell.Of(Name(step.Step)), Known(Cell.Count(step.Converted.Of)), Known(Cell.Count(step.Converted.Hits)), Cell.Share(step.Converted.Share),
                Cell.Percent(step.Benchmark.Baseline), Cell.Percent(step.Benchmark.TargetFrom), Cell.Percent(step.Benchmark.TargetTo), Cell.Of(Word(step)),
                Known(Cell.Days(step.MedianDays).OrNone), Known(Cell.Count(step.Lost)), Known(Cell.Share(step.LostShare).OrNone), Known(Cell.Count(step.Pending)), Known(Cell.Count(step.Undocumented)),
                Cell.Of(step.IsOffRails switch { true => "exceeded", false => "kept", null => null }),
            ],
            step.WhyUnknown);
    }

    private static string Name(FunnelStep step) => step switch
    {
        FunnelStep.LeadToQualification => "Lead to qualification",
        FunnelStep.QualificationToDiscovery => "Qualification to discovery",
        FunnelStep.DiscoveryToCommercial => "Discovery to commercial",
        _ => "Commercial to won",
    };

    private static string? Word(StepConversion step) => step.Verdict switch
    {
        BenchmarkVerdict.BelowBaseline => "below baseline",
        BenchmarkVerdict.BelowTarget => "below target",
        BenchmarkVerdict.OnTarget => "on target",
        BenchmarkVerdict.AboveTarget => "above target",
        _ => step.WhyUnknown is null ? "too few to judge" : null,
    };
}
