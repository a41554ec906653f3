using System.Globalization;
using SalesRules.Portfolio;
using SalesRules.Portfolio.Movement;

namespace SalesRules.Host.Portfolio.Figures;

/// <summary>The deals behind the movement, each with its steps.</summary>
internal static class MovedDealsFigure
{
    public static Figure Figure { get; } = new("moved-deals", "Deals that moved, the most money first", "P \"Pipeline Reviews\"")
    {
        IsOfWhole = true,
        MostRowsShown = 20,
        Detail = new FigureTable(
            [
                new("id", "Id", IsLabel: true), new("name", "Name", IsLabel: true), new("owner", "Owner", IsLabel: true), new("amount", "Amount"), new("steps", "Steps"), new("roundTrips", "Round trips"),
            ],
            (slice, report) => slice.Movement.Deals.Select(deal => Row(deal, report.Scope))),
        Notes = report => report.Whole.Movement.NotListed is > 0 and var more ? [FormattableString.Invariant($"And {more:N0} more deals moved.")] : [],
    };

    private static FigureRow Row(DealMovement movement, PortfolioScope scope) => new(
        [
            Cell.Of(movement.Deal.Id.Value), Cell.Of(movement.Deal.Name), Cell.Of(movement.Deal.OwnerName), Cell.Money(movement.Deal.Amount),
            Cell.Of(string.Join("; ", movement.Moves.Select(move => Step(move, scope)))),
            Cell.Of(movement.RoundTrips.Count == 0 ? null : string.Join("; ", movement.RoundTrips.Select(trip => $"{trip.Field} {string.Join(" > ", trip.Values.Select(value => value.Length == 0 ? "empty" : value))}"))),
        ],
        movement.Deal.Amount is null ? "the deal has no amount" : null);

    private static string Step(Move move, PortfolioScope scope)
    {
        var day = TimeZoneInfo.ConvertTime(move.At, scope.Policy.TimeZone).ToString("MM-dd", CultureInfo.InvariantCulture);
        return $"{day} {MovementFigure.Name(move.Kind)}{(move.From is null or "" ? $" {move.To}" : $" {move.From} > {(string.IsNullOrEmpty(move.To) ? "empty" : move.To)}")}";
    }
}
