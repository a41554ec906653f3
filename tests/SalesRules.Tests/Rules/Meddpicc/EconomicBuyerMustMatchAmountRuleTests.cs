using SalesRules.Decisions;
using SalesRules.Rules.Meddpicc;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Meddpicc;

public class EconomicBuyerMustMatchAmountRuleTests
{
    [TestCase("Director", 1, "VP Engineering")]
    [TestCase("VP Engineering", 499_999.99, null)]
    [TestCase("CTO", 499_999.99, null)]
    [TestCase("CTO", 500_000, "CFO")]
    [TestCase("CFO", 500_000, null)]
    [TestCase("cfo", 1_000_000, null)]
    [TestCase("CFO", 1_000_000.01, "CEO")]
    [TestCase("CEO", 1_000_000.01, null)]
    [TestCase("Board", 9_000_000, null)]
    public void The_level_fits_the_amount(string level, decimal amount, string? needed)
    {
        var outcome = Buying(level, amount).Ask<EconomicBuyerMustMatchAmountRule>();

        Assert.That(outcome.Finding?.Message, Is.EqualTo(needed is null ? null : $"The economic buyer is {level}; this amount needs {needed} or above."));
    }

    [Test]
    public void It_is_medium_and_names_the_level_that_would_do()
    {
        var finding = Buying("CTO", 600_000).Finding<EconomicBuyerMustMatchAmountRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.Medium));
            Assert.That(finding.Fix, Is.EqualTo([new Fix("Economic_Buyer_Level__c", FieldValue.Of("CFO"))]));
            Assert.That(finding.Evidence, Is.EqualTo(
            [
                new Evidence("Economic_Buyer_Level__c", FieldValue.Of("CTO"), FieldValue.Of("CFO or above")),
                new Evidence("Amount", FieldValue.Of(600_000m), FieldValue.Null),
            ]));
        }
    }

    [Test]
    public void Without_a_name_a_level_or_an_amount_there_is_nothing_to_compare()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Buying(null, 600_000).Ask<EconomicBuyerMustMatchAmountRule>(), Says.Nothing);
            Assert.That(Buying("CTO", null).Ask<EconomicBuyerMustMatchAmountRule>(), Says.Nothing);
            Assert.That(Buying("CTO", 600_000).With(it => it with { EconomicBuyer = null }).Ask<EconomicBuyerMustMatchAmountRule>(), Says.Nothing);
        }
    }

    [Test]
    public void A_level_that_the_policy_does_not_know_cannot_be_compared() => Assert.That(Buying("Founder", 1).Ask<EconomicBuyerMustMatchAmountRule>(), Says.Unknown);

    [TestCase("CFO", 300, true)]
    [TestCase("CFO", 200, false)]
    [TestCase("CTO", 99, true)]
    public void Levels_and_amounts_are_the_policys(string level, decimal amount, bool found)
    {
        var deal = Buying(level, amount).Under(policy => policy with
        {
            Meddpicc = policy.Meddpicc with { SmallLevel = "CFO", MiddleFrom = 100, MiddleTo = 200, LargeLevel = "Board" },
        });
        Assert.That(deal.Ask<EconomicBuyerMustMatchAmountRule>(), found ? Says.Something : Says.Nothing);
    }

    private static ADeal Buying(string? level, decimal? amount) =>
        ADeal.InStage("Qualification").With(it => it with { EconomicBuyerLevel = level, Amount = amount });
}
