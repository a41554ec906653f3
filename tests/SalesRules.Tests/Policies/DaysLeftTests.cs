using SalesRules.Policies;

namespace SalesRules.Tests.Policies;

public class DaysLeftTests
{
    [TestCase(StageType.Qualification, 104)]
    [TestCase(StageType.Discovery, 104)]
    [TestCase(StageType.TechnicalValidation, 104)]
    [TestCase(StageType.Solution, 104)]
    [TestCase(StageType.Pov, 90)]
    [TestCase(StageType.Commercial, 35)]
    [TestCase(StageType.Commitment, 7)]
    [TestCase(StageType.ClosedWon, 0)]
    [TestCase(StageType.ClosedLost, 0)]
    public void An_enterprise_deal_takes_90_days_from_the_start_of_its_POV_and_14_before(StageType stage, int days) =>
        Assert.That(DaysLeft.Enterprise.In(stage, leftOfPov: null), Is.EqualTo(days));

    [TestCase(StageType.Qualification, 30)]
    [TestCase(StageType.Pov, 30)]
    [TestCase(StageType.Commercial, 30)]
    [TestCase(StageType.Commitment, 7)]
    public void A_commercial_deal_takes_30_in_all(StageType stage, int days) =>
        Assert.That(DaysLeft.Commercial.In(stage, leftOfPov: null), Is.EqualTo(days));

    [TestCase(60, 95)]
    [TestCase(1, 36)]
    [TestCase(0, 35)]
    public void Of_a_running_POV_counts_what_is_left(int left, int days) => Assert.That(DaysLeft.Enterprise.In(StageType.Pov, left), Is.EqualTo(days));

    [Test]
    public void Elsewhere_a_POV_that_runs_does_not_count() => Assert.That(DaysLeft.Enterprise.In(StageType.Commercial, 60), Is.EqualTo(35));

    [Test]
    public void Without_a_total_the_steps_add_up()
    {
        var steps = new DaysLeft();
        Assert.That((steps.In(StageType.Discovery, null), steps.In(StageType.Pov, null), steps.AfterPov), Is.EqualTo((109, 95, 35)));
    }
}
