using SalesRules.Decisions;
using SalesRules.Rules.Stages;

namespace SalesRules.Tests.Rules.Stages;

public class CloseDateMustBeReviewedRuleTests
{
    [TestCase(7, false)]
    [TestCase(8, true)]
    public void Within_7_days_after_the_deal_came_there(int days, bool found) => Assert.That(Entered(days).Ask<CloseDateMustBeReviewedRule>(), found ? Says.A(Severity.Medium) : Says.Nothing);

    [TestCase(-1, true)]
    [TestCase(0, false)]
    public void Reviewed_is_what_was_reviewed_since(int daysAfter, bool found) => Assert.That(
        Entered(20).With(it => it with { CloseDateReviewedOn = ADeal.Today.AddDays(-20 + daysAfter) }).Ask<CloseDateMustBeReviewedRule>(), found ? Says.Something : Says.Nothing);

    [TestCase("Solution", false)]
    [TestCase("POV", true)]
    [TestCase("Commercial", true)]
    [TestCase("Commitment", true)]
    public void In_pov_commercial_and_commitment(string stage, bool found) => Assert.That(
        Entered(20).With(it => it with { StageName = stage }).Ask<CloseDateMustBeReviewedRule>(), found ? Says.Something : Says.Nothing);

    [Test]
    public void It_says_since_when()
    {
        var finding = Entered(20).Finding<CloseDateMustBeReviewedRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("In POV since 2026-02-10 and the close date was not reconfirmed since."));
            Assert.That(finding.Evidence.Select(seen => seen.Field), Is.EqualTo(["Close_Date_Reviewed_On__c", "CloseDate"]));
        }
    }

    [Test]
    public void The_history_knows_better_than_the_last_stage_change() =>
        Assert.That(Entered(2).WentThrough("Solution", "POV").Finding<CloseDateMustBeReviewedRule>().Message, Does.StartWith("In POV since 2026-02-02"));

    [Test]
    public void Without_knowing_since_when_it_cannot_be_told() =>
        Assert.That(Entered(20).With(it => it with { LastStageChangeDate = null }).Ask<CloseDateMustBeReviewedRule>(), Says.Unknown);

    [Test]
    public void The_days_are_the_policys() =>
        Assert.That(Entered(8).Under(policy => policy with { StageRules = policy.StageRules with { CloseDateReviewDays = 8 } }).Ask<CloseDateMustBeReviewedRule>(), Says.Nothing);

    private static ADeal Entered(int daysAgo) => ADeal.InStage("POV")
        .With(it => it with { LastStageChangeDate = ADeal.Noon(ADeal.Today.AddDays(-daysAgo)), CloseDateReviewedOn = null });
}
