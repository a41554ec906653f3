using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Portfolio.Movement;

/// <summary>
/// What happened to the open pipeline since the last review (catalogue section 12). It balances: what was open, and new, reopened and
/// amounts that changed, less won and lost, is what is open now. Each step counts, so that what was lowered and raised again shows
/// as both.
/// </summary>
/// <param name="Since">The first day of the period; the opening is the end of the day before.</param>
/// <param name="Until">The last day.</param>
/// <param name="Opening">Open when the period began, with the amounts of then.</param>
/// <param name="Closing">Open when it ended.</param>
/// <param name="Sums">One for each kind.</param>
/// <param name="Deals">Those that moved, the most money first; the longest list is <see cref="Builder.MostListed"/>.</param>
/// <param name="NotListed">How many more moved.</param>
/// <param name="WithRoundTrips">Deals in which something went away and came back.</param>
/// <param name="WithoutHistory">Deals whose history is not known: in no sum.</param>
/// <param name="IsMixed">Whether the amounts are in several currencies, so that their sums mean nothing.</param>
public sealed record PipelineMovement(
    DateOnly Since,
    DateOnly Until,
    Money Opening,
    Money Closing,
    IReadOnlyDictionary<MovementKind, MovementSum> Sums,
    IReadOnlyList<DealMovement> Deals,
    int NotListed,
    int WithRoundTrips,
    int WithoutHistory,
    bool IsMixed)
{
    /// <summary>What happened to one deal since the last review; null: nothing, or its history is not known.</summary>
    internal static DealMovement? Of(PortfolioDeal deal, PortfolioScope scope)
    {
        if (deal.States is not { } all || (FirstSince(all, scope) is var first && first == all.Count))
            return null;

        // The state before the period is what the first of its steps leads away from; a deal that has none is new.
        var states = all.Skip(Math.Max(0, first - 1)).ToList();
        var moves = new List<Move>();
        for (var i = first == 0 ? 0 : 1; i < states.Count; i++)
            moves.AddRange(DealWalk.Step(i == 0 ? null : states[i - 1], states[i], scope.Policy.Stages));
        var roundTrips = DealWalk.RoundTrips(states);
        return moves.Count + roundTrips.Count == 0 ? null : new DealMovement(deal.Record, moves, roundTrips);
    }

    /// <summary>The place of the first state within the period.</summary>
    private static int FirstSince(IReadOnlyList<DealState> states, PortfolioScope scope)
    {
        var index = 0;
        while (index < states.Count && states[index].At.DayIn(scope.Policy.TimeZone) < scope.Since)
            index++;
        return index;
    }

    /// <summary>Gathers the histories.</summary>
    /// <param name="lists">Whether the deals that moved are kept, or only counted.</param>
    internal sealed class Builder(PortfolioScope scope, bool lists)
    {
        public const int MostListed = 1_000;

        // Largest stake first; the id makes the order one, whatever came first.
        private static readonly Comparer<DealMovement> ByStake = Comparer<DealMovement>.Create((one, other) =>
            other.Stake.CompareTo(one.Stake) is not 0 and var byStake ? byStake : one.Deal.Id.CompareTo(other.Deal.Id));

        private readonly Dictionary<MovementKind, MovementSum> sums = Enum.GetValues<MovementKind>().ToDictionary(kind => kind, _ => new MovementSum());
        private readonly SortedSet<DealMovement> listed = new(ByStake);
        private Money opening;
        private Money closing;
        private Money all;
        private int moved;
        private int withRoundTrips;
        private int withoutHistory;

        public void Add(PortfolioDeal deal)
        {
            if (deal.States is not { } states)
            {
                withoutHistory++;
                return;
            }

            var first = FirstSince(states, scope);
            opening = Count(opening, first == 0 ? null : states[first - 1], deal);
            closing = Count(closing, states[^1], deal);
            if (first == states.Count)
                return;
            all = all.Plus(deal.Record.Amount, deal.Record.CurrencyIsoCode);
            if (Of(deal, scope) is { } movement)
                AddMoves(movement);
        }

        public PipelineMovement Build() => new(
            scope.Since, scope.Today, opening, closing, sums, [.. listed], moved - listed.Count, withRoundTrips, withoutHistory, (all + opening + closing).IsMixed);

        private Money Count(Money money, DealState? state, PortfolioDeal deal) =>
            state is not null && PortfolioDeal.StatusIn(state.StageName, scope.Policy.Stages) == DealStatus.Open
                ? money.Plus(state.Amount, deal.Record.CurrencyIsoCode)
                : money;

        private void AddMoves(DealMovement movement)
        {
            foreach (var kind in movement.Moves.GroupBy(move => move.Kind))
                sums[kind.Key] = sums[kind.Key].Plus(kind);
            withRoundTrips += movement.RoundTrips.Count > 0 ? 1 : 0;
            if (movement.Moves.Count > 0)
                List(movement);
        }

        private void List(DealMovement movement)
        {
            moved++;
            if (!lists)
                return;

            // What is listed is kept: without the history, which may be long.
            listed.Add(movement with { Deal = movement.Deal with { States = null, StageHistory = null } });
            if (listed.Count > MostListed)
                listed.Remove(listed.Max!);
        }
    }
}

/// <summary>All moves of one kind.</summary>
/// <param name="Deals">The deals that made one.</param>
/// <param name="Moves">How many they made.</param>
/// <param name="Amount">What they add to the open pipeline, or for moves that change no money, the amounts that moved.</param>
public readonly record struct MovementSum(int Deals, int Moves, decimal Amount)
{
    /// <summary>With the moves of one more deal.</summary>
    public MovementSum Plus(IEnumerable<Move> moves) => moves.Aggregate(this with { Deals = Deals + 1 }, (sum, move) => sum with { Moves = sum.Moves + 1, Amount = sum.Amount + move.Amount });
}
