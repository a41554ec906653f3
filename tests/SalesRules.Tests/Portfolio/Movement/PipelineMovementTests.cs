using SalesRules.Portfolio.Movement;
using SalesRules.Snapshots;
using static SalesRules.Tests.Portfolio.Portfolios;

namespace SalesRules.Tests.Portfolio.Movement;

public class PipelineMovementTests
{
    private const string Before = "2026-05-01";
    private const string Since = "2026-05-08";

    [Test]
    public void A_round_trip_within_the_period_is_shown_and_not_netted_away()
    {
        var movement = Of(Deal(1).With(
            State(Before, "Commercial", 100, category: ForecastCategory.Commit),
            State("2026-05-09", "Commercial", 100, category: ForecastCategory.BestCase),
            State("2026-05-12", "Commercial", 100, category: ForecastCategory.Commit)));

        Assert.That((movement.Sums[MovementKind.Lowered].Deals, movement.Sums[MovementKind.Raised].Deals, movement.WithRoundTrips), Is.EqualTo((1, 1, 1)));
        var trip = movement.Deals.Single().RoundTrips.Single();
        Assert.That((trip.Field, string.Join(" > ", trip.Values)), Is.EqualTo(("ForecastCategoryName", "Commit > Best Case > Commit")));
    }

    [Test]
    public void A_change_that_stays_is_no_round_trip() =>
        Assert.That(Of(Deal(1).With(State(Before, "Commercial", 100, category: ForecastCategory.Commit), State("2026-05-09", "Commercial", 100, category: ForecastCategory.BestCase))).WithRoundTrips, Is.Zero);

    [TestCase("2026-05-07", 1, 0, Description = "the day before the period")]
    [TestCase("2026-05-08", 0, 1)]
    [TestCase("2026-05-15", 0, 1)]
    [TestCase("2026-05-16", 0, 0, Description = "after today")]
    public void The_period_has_both_its_days(string created, int opening, int isNew)
    {
        var movement = Of(Deal(1).With(State(created, "Discovery", 100)));

        Assert.That((movement.Opening.Deals, movement.Sums[MovementKind.New].Deals), Is.EqualTo((opening, isNew)));
    }

    [Test]
    public void Each_kind_of_move_is_told_by_its_name()
    {
        var movement = Of(
            Deal(1, "Closed Won").With(State(Before, "Commercial", 100), State("2026-05-09", "Closed Won", 110)),
            Deal(2, "Closed Lost").With(State(Before, "Commercial", 50), State("2026-05-09", "Closed Lost", 50)),
            Deal(3).With(State(Before, "Discovery", 10), State("2026-05-09", "Discovery", 30), State("2026-05-10", "Discovery", 25)),
            Deal(4).With(State(Before, "Discovery", 10), State("2026-05-09", "Discovery", 10, close: "2026-07-01"), State("2026-05-10", "Discovery", 10, close: "2026-06-20")),
            Deal(5).With(State("2026-05-09", "Discovery", 7)),
            Deal(6).With(State(Before, "Closed Lost", 20), State("2026-05-09", "Discovery", 20)));

        Assert.That(movement.Sums.Select(sum => (sum.Key, sum.Value.Moves, sum.Value.Amount)), Is.EquivalentTo(new[]
        {
            (MovementKind.New, 1, 7m),
            (MovementKind.Reopened, 1, 20m),
            (MovementKind.Won, 1, -110m),
            (MovementKind.Lost, 1, -50m),
            (MovementKind.AmountUp, 2, 30m),
            (MovementKind.AmountDown, 1, -5m),
            (MovementKind.Raised, 0, 0m),
            (MovementKind.Lowered, 0, 0m),
            (MovementKind.Pushed, 1, 10m),
            (MovementKind.PulledIn, 1, 10m),
        }));
        Assert.That((movement.Opening.Amount, movement.Closing.Amount), Is.EqualTo((170m, 62m)));
    }

    [Test]
    public void Closing_a_deal_is_no_raise_and_no_push() =>
        Assert.That(
            Of(Deal(1, "Closed Won").With(State(Before, "Commercial", 1, category: ForecastCategory.Commit), State("2026-05-09", "Closed Won", 1, close: "2026-05-09", category: ForecastCategory.Closed)))
                .Deals.Single().Moves.Select(move => move.Kind),
            Is.EqualTo([MovementKind.Won]));

    [Test]
    public void A_deal_that_came_and_went_within_the_period_is_both_new_and_lost()
    {
        var movement = Of(Deal(1, "Closed Lost").With(State("2026-05-09", "Discovery", 5), State("2026-05-10", "Closed Lost", 5)));

        Assert.That((movement.Sums[MovementKind.New].Deals, movement.Sums[MovementKind.Lost].Deals, movement.Opening.Deals, movement.Closing.Deals), Is.EqualTo((1, 1, 0, 0)));
    }

    [Test]
    public void A_category_that_the_org_wrote_no_row_for_shows_from_the_record()
    {
        var deal = Deal(1, "Commercial", 100, category: "Commit").With(State(Before, "Commercial", 100, category: ForecastCategory.BestCase)) with { SystemModstamp = ADeal.Noon(Day("2026-05-11")) };

        Assert.That(Of(deal).Sums[MovementKind.Raised].Deals, Is.EqualTo(1));
    }

    [Test]
    public void A_deal_without_history_is_in_no_sum_and_is_counted()
    {
        var stagesOnly = Deal(2) with { States = [new DealState(ADeal.Noon(Day("2026-05-09")), "Discovery")] };
        var movement = Of(Deal(1, amount: 5), stagesOnly);

        Assert.That((movement.WithoutHistory, movement.Opening.Deals, movement.Closing.Deals), Is.EqualTo((2, 0, 0)));
    }

    [Test]
    public void The_thousand_largest_are_listed_and_the_others_counted()
    {
        var movement = Of([.. Enumerable.Range(1, 1_003).Select(number => Deal(number).With(State("2026-05-09", "Discovery", number)))]);

        Assert.That((movement.Deals.Count, movement.NotListed, movement.Deals[0].Stake, movement.Deals[^1].Stake), Is.EqualTo((1_000, 3, 1_003m, 4m)));
    }

    private static PipelineMovement Of(params IEnumerable<Opportunity> deals) => Portfolios.Of(deals, since: Since).Whole.Movement;
}
