using SalesRules.Portfolio.Movement;

namespace SalesRules.Host.Portfolio.Figures;

internal static class MovementFigure
{
    public static Figure Figure { get; } = new("movement", "Movement of the open pipeline", "P \"Pipeline Reviews\"; B 1.5")
    {
        Detail = new FigureTable(
            [new("kind", "What", IsLabel: true), new("deals", "Deals"), new("moves", "Moves"), new("amount", "Amount")],
            (slice, _) => Rows(slice.Movement)),
        Comparison = new FigureTable(
            [
                new("opening", "Opening"), new("newDeals", "New"), new("newAmount", "amount"), new("reopenedDeals", "Reopened"), new("reopenedAmount", "amount"), new("wonDeals", "Won"),
                new("wonAmount", "amount"), new("lostDeals", "Lost"), new("lostAmount", "amount"), new("amounts", "Amounts changed"), new("closing", "Closing"), new("raised", "Raised"),
                new("lowered", "Lowered"), new("pushed", "Pushed"), new("pulledIn", "Pulled in"), new("roundTrips", "Round trips"),
            ],
            (slice, _) => [Compared(slice.Movement)]),
        Notes = report =>
        [
            FormattableString.Invariant($"From {report.Scope.Since:yyyy-MM-dd} to {report.Scope.Today:yyyy-MM-dd}, step by step from the org's history: opening, new, reopened and amounts, less won and lost, are the closing. Raised, lowered, pushed and pulled in move no money; their amount is that of the deals."),
            .. report.Whole.Movement.WithoutHistory > 0 ? [FormattableString.Invariant($"{report.Whole.Movement.WithoutHistory:N0} {(report.Whole.Movement.WithoutHistory == 1 ? "deal has no history and is" : "deals have no history and are")} in no line.")] : Array.Empty<string>(),
        ],
    };

    public static string Name(MovementKind kind) => kind switch
    {
        MovementKind.AmountUp => "amount up",
        MovementKind.AmountDown => "amount down",
        MovementKind.PulledIn => "pulled in",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static IEnumerable<FigureRow> Rows(PipelineMovement movement)
    {
        yield return new FigureRow([Cell.Of("opening"), Cell.Count(movement.Opening.Deals), Cell.None, Money(movement, movement.Opening.Known)], WhyUnknown(movement));
        foreach (var (kind, sum) in movement.Sums)
            yield return new FigureRow([Cell.Of(Name(kind)), Cell.Count(sum.Deals), Cell.Count(sum.Moves), Money(movement, sum.Amount)], WhyUnknown(movement));
        yield return new FigureRow([Cell.Of("closing"), Cell.Count(movement.Closing.Deals), Cell.None, Money(movement, movement.Closing.Known)], WhyUnknown(movement));
        yield return new FigureRow([Cell.Of("with a round trip"), Cell.Count(movement.WithRoundTrips), Cell.None, Cell.None]);
    }

    private static FigureRow Compared(PipelineMovement movement)
    {
        Cell Sum(params MovementKind[] kinds) => Money(movement, kinds.Sum(kind => movement.Sums[kind].Amount));
        Cell Deals(MovementKind kind) => Cell.Count(movement.Sums[kind].Deals);
        return new FigureRow(
            [
                Money(movement, movement.Opening.Known), Deals(MovementKind.New), Sum(MovementKind.New), Deals(MovementKind.Reopened), Sum(MovementKind.Reopened),
                Deals(MovementKind.Won), Sum(MovementKind.Won), Deals(MovementKind.Lost), Sum(MovementKind.Lost),
                Sum(MovementKind.AmountUp, MovementKind.AmountDown), Money(movement, movement.Closing.Known), Deals(MovementKind.Raised), Deals(MovementKind.Lowered),
                Deals(MovementKind.Pushed), Deals(MovementKind.PulledIn), Cell.Count(movement.WithRoundTrips),
            ],
            WhyUnknown(movement));
    }

    /// <summary>The books balance over the amounts that are known.</summary>
    private static Cell Money(PipelineMovement movement, decimal amount) => Cell.Money(WhyUnknown(movement) is null ? amount : null);

    private static string? WhyUnknown(PipelineMovement movement) => movement.IsMixed ? "amounts in several currencies"
        : movement is { WithoutHistory: > 0, Opening.Deals: 0, Closing.Deals: 0 } && movement.Sums.Values.All(sum => sum.Deals == 0) ? "no deal has a history" : null;
}
