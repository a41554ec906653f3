using SalesRules.Host.Digests.Documents;
using SalesRules.Host.Portfolio;
using SalesRules.Portfolio.Movement;

namespace SalesRules.Host.Digests.Pages;

/// <summary>The movement as a table whose rows are the steps of a waterfall: what was open then, and what made of it what is open now.</summary>
internal static class MovementBlock
{
    private static readonly MovementKind[] Steps =
        [MovementKind.New, MovementKind.Reopened, MovementKind.AmountUp, MovementKind.AmountDown, MovementKind.Won, MovementKind.Lost];

    private static readonly MovementKind[] Moved = [MovementKind.Raised, MovementKind.Lowered, MovementKind.Pushed, MovementKind.PulledIn];

    /// <summary>Null: nothing was open and nothing moved.</summary>
    public static DocumentBlock? Of(DigestPage page, PipelineMovement movement)
    {
        var voice = page.Voice;
        if (WhyUnknown(movement) is { } why)
            return new DocumentNote($"{voice.Word("unknown")}: {why}");
        if (movement.Opening.Deals + movement.Closing.Deals == 0 && movement.Sums.Values.All(sum => sum.Moves == 0))
            return null;
        var rows = new List<DocumentRow> { Row(voice.Word("opening"), movement.Opening.Deals, movement.Opening.Known) };
        rows.AddRange(Steps.Select(kind => Row(voice.Word(WordOf(kind)), movement.Sums[kind].Deals, movement.Sums[kind].Amount)));
        rows.Add(Row(voice.Word("closing"), movement.Closing.Deals, movement.Closing.Known));
        rows.AddRange(Moved.Select(kind => Row(voice.Word(WordOf(kind)), movement.Sums[kind].Deals, movement.Sums[kind].Amount)));
        var text = voice.Word("movement-chart", ("opening", voice.Of(Cell.Money(movement.Opening.Known))), ("closing", voice.Of(Cell.Money(movement.Closing.Known))));
        return new DocumentTable(
            [new("step", voice.Word("step"), IsLabel: true), new("deals", voice.Word("deals")), new("amount", voice.Word("amount"))], rows, new RowChart(text, Bars(movement)));
    }

    /// <summary>Why nobody can say what moved; null: it is known, of some deals at least.</summary>
    public static string? WhyUnknown(PipelineMovement movement) => movement switch
    {
        { IsMixed: true } => "amounts in several currencies",
        { WithoutHistory: > 0, Opening.Deals: 0, Closing.Deals: 0 } => "no deal has a history",
        _ => null,
    };

    private static List<IReadOnlyList<ChartBar>> Bars(PipelineMovement movement)
    {
        var level = movement.Opening.Known;
        var bars = new List<IReadOnlyList<ChartBar>> { new[] { new ChartBar(0, level, ChartTone.Total) } };
        foreach (var amount in Steps.Select(kind => movement.Sums[kind].Amount))
        {
            bars.Add([new ChartBar(Math.Min(level, level + amount), Math.Max(level, level + amount), amount < 0 ? ChartTone.Loss : ChartTone.Gain)]);
            level += amount;
        }

        bars.Add([new ChartBar(0, movement.Closing.Known, ChartTone.Total)]);
        bars.AddRange(Moved.Select(_ => (IReadOnlyList<ChartBar>)[]));
        return bars;
    }

    private static DocumentRow Row(string name, int deals, decimal amount) => new([Cell.Of(name), Cell.Count(deals), Cell.Money(amount)]);

    private static string WordOf(MovementKind kind) => kind switch
    {
        MovementKind.AmountUp => "amount-up",
        MovementKind.AmountDown => "amount-down",
        MovementKind.PulledIn => "pulled-in",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
