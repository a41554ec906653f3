using SalesRules.Policies;
using SalesRules.Portfolio;

namespace SalesRules.Host.Portfolio.Figures;

internal static class TargetStackFigure
{
    public static Figure Figure { get; } = new("target-stack", "Target stack of the quarter", "B 1.2")
    {
        Detail = new FigureTable(
            [
                new("stage", "By stage", IsLabel: true), new("required", "Deals needed"), new("share", "Of qualified"), new("reached", "Reached"), new("closed", "Of closed"),
                new("target", "Target"), new("averageDeal", "Average deal"),
            ],
            (slice, report) => [Qualified(slice.TargetStack, report), .. slice.TargetStack.Reach.Select(reach => Stage(slice.TargetStack, reach)), Won(slice.TargetStack)]),
        Comparison = new FigureTable(
            [new("target", "Target"), new("averageDeal", "Average deal"), new("conversion", "Qualified to won"), new("closed", "of"), new("required", "Qualified deals needed")],
            (slice, _) =>
            [
                new FigureRow(
                    [
                        Cell.Money(slice.TargetStack.Target), Cell.Money(slice.TargetStack.AverageDeal), Cell.Share(slice.TargetStack.Conversion.Share), Cell.Count(slice.TargetStack.Conversion.Of),
                        Cell.Count(Whole(slice.TargetStack.Qualified)),
                    ],
                    slice.TargetStack.WhyUnknown),
            ]),
        Notes = _ => ["Target / (average deal x conversion), then multiplied by the share that reaches each stage, rounded up: B 1.2 divides there, which cannot be."],
    };

    private static FigureRow Qualified(TargetStack stack, PortfolioReport report) => new(
        [
            Cell.Of($"qualified ({report.Scope.Settings.QualifiedFrom.Name()})"), Cell.Count(Whole(stack.Qualified)), Cell.None, Cell.Count(stack.Conversion.Of), Cell.Count(stack.Conversion.Of),
            Cell.Money(stack.Target), Cell.Money(stack.AverageDeal),
        ],
        stack.WhyUnknown);

    private static FigureRow Stage(TargetStack stack, StageReach reach) => new(
        [
            Cell.Of(reach.Type.Name()), Cell.Count(Whole(stack.RequiredIn(reach))), Cell.Share(reach.Reached.Share), Cell.Count(reach.Reached.Hits), Cell.Count(reach.Reached.Of), Cell.None, Cell.None,
        ],
        stack.WhyUnknown);

    private static FigureRow Won(TargetStack stack) => new(
        [
            Cell.Of("won"), Cell.Count(Whole(stack.Qualified * stack.Conversion.Share)), Cell.Share(stack.Conversion.Share), Cell.Count(stack.Conversion.Hits), Cell.Count(stack.Conversion.Of), Cell.None, Cell.None,
        ],
        stack.WhyUnknown);

    /// <summary>Half a deal cannot be worked on. What a quotient misses in its last digits is no deal more.</summary>
    private static int? Whole(decimal? deals) => deals is { } number ? (int)Math.Min(int.MaxValue, decimal.Ceiling(decimal.Round(number, 9))) : null;
}
