using SalesRules.Decisions;
using SalesRules.Rules.Renewals;

namespace SalesRules.Tests.Rules.Renewals;

public class CostOfSwitchingMustBeValidatedRuleTests
{
    [Test]
    public void A_date_of_the_customers_confirmation_is_enough() => Assert.That(ADeal.Renewal.Ask<CostOfSwitchingMustBeValidatedRule>(), Says.Nothing);

    [TestCase(0, false)]
    [TestCase(1, true)]
    public void A_confirmation_that_is_still_to_come_is_none(int daysAhead, bool isFound) =>
        Assert.That(ADeal.Renewal.With(it => it with { SwitchingCostValidatedOn = ADeal.Today.AddDays(daysAhead) }).Ask<CostOfSwitchingMustBeValidatedRule>().Finding is not null, Is.EqualTo(isFound));

    [Test]
    public void Quantify_2_without_one_is_an_opinion()
    {
        var finding = Unvalidated.Finding<CostOfSwitchingMustBeValidatedRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.Medium));
            Assert.That(finding.Message, Is.EqualTo("The cost of switching is scored 2 and the customer has not validated it: get the date of their confirmation."));
            Assert.That(finding.Evidence[0].Field, Is.EqualTo("Switching_Cost_Validated_On__c"));
        }
    }

    [TestCase(1)]
    [TestCase(null)]
    public void A_lower_score_claims_nothing(int? quantify) =>
        Assert.That(Unvalidated.Scored(2, 2, 2, quantify, 2).Ask<CostOfSwitchingMustBeValidatedRule>(), Says.Nothing);

    [Test]
    public void A_sale_is_not_asked() => Assert.That(Unvalidated.OfType("New Business").Ask<CostOfSwitchingMustBeValidatedRule>(), Says.Nothing);

    private static ADeal Unvalidated => ADeal.Renewal.With(it => it with { SwitchingCostValidatedOn = null });
}
