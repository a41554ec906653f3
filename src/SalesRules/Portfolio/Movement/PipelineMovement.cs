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

            var first = Index(states);
            var before = first == 0 ? null : states[first - 1];
            opening = Count(opening, before, deal);
            closing = Count(closing, states[^1], deal);
            if (first < states.Count)
                AddMoves(deal, [.. states.Skip(Math.Max(0, first - 1))], before is null);
        }

        public PipelineMovement Build() => new(
            scope.Since, scope.Today, opening, closing, sums, [.. listed], moved - listed.Count, withRoundTrips, withoutHistory, (all + opening + closing).IsMixed);

        /// <summary>The first state within the period.</summary>
        private int Index(IReadOnlyList<DealState> states)
        {
            var index = 0;
            while (index < states.Count && states[index].At.DayIn(scope.Policy.TimeZone) < scope.Since)
                index++;
            return index;
        }

        private Money Count(Money money, DealState? state, PortfolioDeal deal) =>
            state is not null && PortfolioDeal.StatusIn(state.StageName, scope.Policy.Stages) == DealStatus.Open
                ? money.Plus(state.Amount, deal.Record.CurrencyIsoCode)
                : money;

        private void AddMoves(PortfolioDeal deal, IReadOnlyList<DealState> states, bool isNew)
        {
            var moves = new List<Move>();
            for (var i = isNew ? 0 : 1; i < states.Count; i++)
                moves.AddRange(DealWalk.Step(i == 0 ? null : states[i - 1], states[i], scope.Policy.Stages));
            var roundTrips = DealWalk.RoundTrips(states);
            foreach (var kind in moves.GroupBy(move => move.Kind))
                sums[kind.Key] = sums[kind.Key].Plus(kind);
            all = all.Plus(deal.Record.Amount, deal.Record.CurrencyIsoCode);
            withRoundTrips += roundTrips.Count > 0 ? 1 : 0;
            if (moves.Count > 0)
                List(new DealMovement(deal.Record, moves, roundTrips));
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
