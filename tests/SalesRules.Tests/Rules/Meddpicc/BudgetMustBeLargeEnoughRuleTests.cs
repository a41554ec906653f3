using SalesRules.Decisions;
using SalesRules.Rules.Meddpicc;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Meddpicc;

public class BudgetMustBeLargeEnoughRuleTests
{
    [TestCase("Enterprise", 100_000, true)]
    [TestCase("Enterprise", 100_000.01, false)]
    [TestCase("Commercial", 1, false)]
    [TestCase("Midmarket", 1, false)]
    public void An_enterprise_deal_has_more_than_100K(string segment, decimal budget, bool found) =>
        Assert.That(Budgeted(segment, budget).Ask<BudgetMustBeLargeEnoughRule>(), found ? Says.A(Severity.Medium) : Says.Nothing);

    [Test]
    public void It_says_how_much_and_how_much_it_takes()
    {
        var finding = Budgeted("Enterprise", 80_000).Finding<BudgetMustBeLargeEnoughRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("The budget is 80000; an enterprise deal needs more than 100000."));
            Assert.That(finding.Evidence.Single(), Is.EqualTo(new Evidence("Budget__c", FieldValue.Of(80_000), FieldValue.Of("more than 100000"))));
        }
    }

    [Test]
    public void A_budget_that_is_not_known_is_not_small() => Assert.That(Budgeted("Enterprise", null).Ask<BudgetMustBeLargeEnoughRule>(), Says.Nothing);

    [TestCase(100_000, true)]
    [TestCase(100_001, false)]
    public void A_small_one_of_an_unknown_segment_cannot_be_told(decimal budget, bool unknown) =>
        Assert.That(Budgeted(null, budget).Ask<BudgetMustBeLargeEnoughRule>(), unknown ? Says.Unknown : Says.Nothing);

    [Test]
    public void The_budget_is_the_policys() => Assert.That(
        Budgeted("Enterprise", 100_000).Under(policy => policy with { Meddpicc = policy.Meddpicc with { SmallBudget = 99_999 } }).Ask<BudgetMustBeLargeEnoughRule>(), Says.Nothing);

    private static ADeal Budgeted(string? segment, decimal? budget) => ADeal.InStage("Discovery").With(it => it with { Segment = segment, Budget = budget });
}
