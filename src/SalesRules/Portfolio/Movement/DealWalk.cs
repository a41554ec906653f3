using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Portfolio.Movement;

/// <summary>Walks through a deal's states and says what each step did to the open pipeline.</summary>
internal static class DealWalk
{
    /// <summary>The moves from one state to the next.</summary>
    /// <param name="before">Null: the deal did not exist before.</param>
    public static IEnumerable<Move> Step(DealState? before, DealState after, StageMap stages)
    {
        var status = PortfolioDeal.StatusIn(after.StageName, stages);
        if (before is null)
            return Creation(after, status);
        return PortfolioDeal.StatusIn(before.StageName, stages) == DealStatus.Open
            ? Amounts(before, after).Concat(status == DealStatus.Open ? WhileOpen(before, after) : [Closing(after, status, before.StageName)])
            : status == DealStatus.Open ? [new Move(after.At, MovementKind.Reopened, after.Amount ?? 0, before.StageName, after.StageName)] : [];
    }

    /// <summary>Whatever went away from a value and came back.</summary>
    public static IReadOnlyList<RoundTrip> RoundTrips(IReadOnlyList<DealState> states)
    {
        (string Field, IEnumerable<string> Values)[] fields =
        [
            ("StageName", states.Select(state => state.StageName)),
            ("ForecastCategoryName", states.Select(state => state.Category?.Name() ?? "")),
            ("CloseDate", states.Select(state => FieldValue.Of(state.CloseDate).ToString())),
            ("Amount", states.Select(state => FieldValue.Of(state.Amount).ToString())),
        ];
        return [.. fields.Select(field => new RoundTrip(field.Field, Distinct(field.Values))).Where(trip => trip.Values.Distinct(StringComparer.Ordinal).Count() < trip.Values.Count)];
    }

    private static IEnumerable<Move> Creation(DealState after, DealStatus status)
    {
        yield return new Move(after.At, MovementKind.New, after.Amount ?? 0, null, after.StageName);
        if (status != DealStatus.Open)
            yield return Closing(after, status, null);
    }

    private static Move Closing(DealState after, DealStatus status, string? from) =>
        new(after.At, status == DealStatus.Won ? MovementKind.Won : MovementKind.Lost, -(after.Amount ?? 0), from, after.StageName);

    private static IEnumerable<Move> Amounts(DealState before, DealState after)
    {
        if (before.Amount == after.Amount)
            yield break;
        var difference = (after.Amount ?? 0) - (before.Amount ?? 0);
        yield return new Move(
            after.At, difference < 0 ? MovementKind.AmountDown : MovementKind.AmountUp, difference, FieldValue.Of(before.Amount).ToString(), FieldValue.Of(after.Amount).ToString());
    }

    private static IEnumerable<Move> WhileOpen(DealState before, DealState after)
    {
        var amount = after.Amount ?? 0;
        if (before.Category is { } was && after.Category is { } now && was != now)
            yield return new Move(after.At, now > was ? MovementKind.Raised : MovementKind.Lowered, amount, was.Name(), now.Name());
        if (before.CloseDate is { } from && after.CloseDate is { } to && from != to)
            yield return new Move(after.At, to > from ? MovementKind.Pushed : MovementKind.PulledIn, amount, FieldValue.Of(before.CloseDate).ToString(), FieldValue.Of(after.CloseDate).ToString());
    }

    /// <summary>The values without those that only repeat the one before.</summary>
    private static List<string> Distinct(IEnumerable<string> values)
    {
        var changes = new List<string>();
        foreach (var value in values)
        {
            if (changes.Count == 0 || changes[^1] != value)
                changes.Add(value);
        }

        return changes;
    }
}
