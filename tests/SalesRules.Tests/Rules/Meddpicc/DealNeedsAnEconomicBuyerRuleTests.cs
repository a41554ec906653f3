using SalesRules.Decisions;
using SalesRules.Rules.Meddpicc;

namespace SalesRules.Tests.Rules.Meddpicc;

public class DealNeedsAnEconomicBuyerRuleTests
{
    [Test]
    public void Named_and_met_today_is_enough() => Assert.That(MetOn(ADeal.Today).Ask<DealNeedsAnEconomicBuyerRule>(), Says.Nothing);

    [Test]
    public void None_named_is_high()
    {
        var finding = MetOn(ADeal.Today).With(it => it with { EconomicBuyer = null }).Finding<DealNeedsAnEconomicBuyerRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.High));
            Assert.That(finding.Message, Is.EqualTo("No economic buyer is named: find out who can spend the money, and meet them."));
            Assert.That(finding.Evidence.Select(seen => seen.Field), Is.EqualTo(["Economic_Buyer__c"]), "a meeting there was");
        }
    }

    [Test]
    public void Named_and_never_met_is_told_so() => Assert.That(
        MetOn(null).Finding<DealNeedsAnEconomicBuyerRule>().Message, Is.EqualTo("The economic buyer is named and has not been met: ask the champion for the meeting."));

    [Test]
    public void Neither_named_nor_met_lacks_both() => Assert.That(
        MetOn(null).With(it => it with { EconomicBuyer = null }).Finding<DealNeedsAnEconomicBuyerRule>().Evidence.Select(seen => seen.Field), Is.EqualTo(["Economic_Buyer__c", "Economic_Buyer_Met_On__c"]));

    [Test]
    public void A_meeting_tomorrow_has_not_been_held() => Assert.That(MetOn(ADeal.Today.AddDays(1)).Ask<DealNeedsAnEconomicBuyerRule>(), Says.A(Severity.High));

    [TestCase("Solution", false)]
    [TestCase("POV", true)]
    [TestCase("Commitment", true)]
    public void From_pov_on(string stage, bool found) =>
        Assert.That(MetOn(null).With(it => it with { StageName = stage }).Ask<DealNeedsAnEconomicBuyerRule>(), found ? Says.Something : Says.Nothing);

    private static ADeal MetOn(DateOnly? day) => ADeal.InStage("POV").With(it => it with { EconomicBuyerMetOn = day });
}
