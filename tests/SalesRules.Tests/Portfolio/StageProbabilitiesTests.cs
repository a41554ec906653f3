using SalesRules.Portfolio;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Portfolio;

public class StageProbabilitiesTests
{
    /// <summary>B 12.2: "out of 40 deals that entered Commercial, 18 reached Commitment".</summary>
    [Test]
    public void Eighteen_of_forty_are_0_45_between_0_31_and_0_60()
    {
        var commercial = Of(Entered("Commercial", 40, committed: 18));

        Assert.That((commercial.Reached, commercial.Applied, commercial.IsEstimated), Is.EqualTo((new Rate(18, 40), 0.45m, true)));
        var interval = commercial.Reached!.Value.Interval!.Value;
        Assert.That((decimal.Round(interval.Low, 4), decimal.Round(interval.High, 4)), Is.EqualTo((0.3071m, 0.6017m)));
    }

    [TestCase("2026-01-31", 1, Description = "the first of the 90 days before 1 May")]
    [TestCase("2026-01-30", 0)]
    [TestCase("2026-04-30", 1)]
    [TestCase("2026-05-01", 0, Description = "this month's entries wait for the next estimate")]
    public void Who_entered_in_the_90_days_before_the_first_of_the_month_counts(string day, int entered) =>
        Assert.That(Of([Portfolios.Deal(1, "Commercial").With(Portfolios.State(day, "Commercial"))]).Reached!.Value.Of, Is.EqualTo(entered));

    [Test]
    public void What_was_reached_after_the_first_of_the_month_does_not_change_the_months_value() =>
        Assert.That(Of([Portfolios.Deal(1).With(Portfolios.State("2026-04-01", "Commercial"), Portfolios.State("2026-05-02", "Commitment"))]).Reached, Is.EqualTo(new Rate(0, 1)));

    [Test]
    public void Winning_is_reaching_losing_is_not_and_a_second_entry_makes_no_second_deal()
    {
        Assert.That(Of([Portfolios.Deal(1).With(Portfolios.State("2026-04-01", "Commercial"), Portfolios.State("2026-04-02", "Closed Won"))]).Reached, Is.EqualTo(new Rate(1, 1)));
        Assert.That(Of([Portfolios.Deal(1).With(Portfolios.State("2026-04-01", "Commercial"), Portfolios.State("2026-04-02", "Closed Lost"))]).Reached, Is.EqualTo(new Rate(0, 1)));
        Assert.That(Of([Portfolios.Deal(1).With(Portfolios.State("2026-04-01", "Commercial"), Portfolios.State("2026-04-02", "Discovery"), Portfolios.State("2026-04-03", "Commercial"))]).Reached, Is.EqualTo(new Rate(0, 1)));
    }

    [TestCase(1, 1, false)]
    [TestCase(1, 2, true)]
    public void Where_most_deals_are_on_their_way_the_share_is_told_to_be_doubtful(int lost, int underWay, bool isDoubtful)
    {
        var commercial = Of(
        [
            .. Enumerable.Range(1, lost).Select(number => Portfolios.Deal(number, "Closed Lost").With(Portfolios.State("2026-03-01", "Commercial"), Portfolios.State("2026-04-01", "Closed Lost"))),
            .. Enumerable.Range(100, underWay).Select(number => Portfolios.Deal(number, "Commercial").With(Portfolios.State("2026-03-01", "Commercial"))),
        ]);

        Assert.That((commercial.Undecided, commercial.IsMostlyUndecided), Is.EqualTo((underWay, isDoubtful)));
    }

    [Test]
    public void From_commitment_on_the_policy_says()
    {
        var commitment = Portfolios.Of(Entered("Commercial", 40, committed: 18)).Probabilities.Stages.Single(stage => stage.StageName == "Commitment");

        Assert.That((commitment.Reached, commitment.Applied), Is.EqualTo(((Rate?)null, 0.90m)));
    }

    public static IEnumerable<Opportunity> Entered(string stage, int deals, int committed) =>
        Enumerable.Range(1, deals).Select(number => number <= committed
            ? Portfolios.Deal(number, "Commitment").With(Portfolios.State("2026-03-01", stage), Portfolios.State("2026-04-01", "Commitment"))
            : Portfolios.Deal(number, stage).With(Portfolios.State("2026-03-01", stage)));

    private static StageProbability Of(IEnumerable<Opportunity> deals) => Portfolios.Of(deals).Probabilities.Stages.Single(stage => stage.StageName == "Commercial");
}
