using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules.Renewals;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Renewals;

public class RenewalNeedsACostOfSwitchingRuleTests
{
    [TestCase(2)]
    [TestCase(null)]
    public void Quantify_2_is_strong_and_unscored_is_another_rules(int? quantify) =>
        Assert.That(Quantified(quantify).Ask<RenewalNeedsACostOfSwitchingRule>(), Says.Nothing);

    [TestCase(0)]
    [TestCase(1)]
    public void Less_is_weak(int quantify)
    {
        var finding = Quantified(quantify).Finding<RenewalNeedsACostOfSwitchingRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.Medium));
            Assert.That(finding.Message, Is.EqualTo($"The cost of switching is weak ({quantify} of 2): work out with the customer what leaving would cost them."));
            Assert.That(finding.Fix, Is.EqualTo([new Fix("MIQL_Quantify__c", FieldValue.Of(2))]));
        }
    }

    [TestCase("2026-09-30", true)]
    [TestCase("2026-10-01", false)]
    public void Only_in_the_window(string close, bool found) => Assert.That(
        Quantified(1).With(it => it with { CloseDate = DateOnly.Parse(close, null) }).Ask<RenewalNeedsACostOfSwitchingRule>(), found ? Says.Something : Says.Nothing);

    [Test]
    public void The_window_is_the_policys()
    {
        var deal = Quantified(1).With(it => it with { CloseDate = new DateOnly(2026, 4, 1) }).Under(policy => policy with { Renewals = new RenewalPolicy { QuartersAhead = 0 } });
        Assert.That(deal.Ask<RenewalNeedsACostOfSwitchingRule>(), Says.Nothing);
    }

    [Test]
    public void A_sale_is_not_asked() => Assert.That(Quantified(0).OfType("New Business").Ask<RenewalNeedsACostOfSwitchingRule>(), Says.Nothing);

    private static ADeal Quantified(int? quantify) => ADeal.Renewal.Scored(2, 2, 2, quantify, 2);
}
