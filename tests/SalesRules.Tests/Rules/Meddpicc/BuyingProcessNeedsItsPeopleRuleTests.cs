using SalesRules.Decisions;
using SalesRules.Rules.Meddpicc;

namespace SalesRules.Tests.Rules.Meddpicc;

public class BuyingProcessNeedsItsPeopleRuleTests
{
    [TestCase("POV", false)]
    [TestCase("Commercial", true)]
    [TestCase("Commitment", true)]
    public void Both_are_named_from_commercial_on(string stage, bool found)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ADeal.InStage(stage).With(it => it with { EconomicBuyer = null }).Ask<BuyingProcessNeedsItsPeopleRule>(), found ? Says.A(Severity.High) : Says.Nothing);
            Assert.That(ADeal.InStage(stage).With(it => it with { ProcurementOwner = null }).Ask<BuyingProcessNeedsItsPeopleRule>(), found ? Says.A(Severity.High) : Says.Nothing);
            Assert.That(ADeal.InStage(stage).Ask<BuyingProcessNeedsItsPeopleRule>(), Says.Nothing);
        }
    }

    [Test]
    public void Who_is_missing_is_named()
    {
        var finding = ADeal.InStage("Commercial").With(it => it with { ProcurementOwner = null }).Finding<BuyingProcessNeedsItsPeopleRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("No procurement owner is named: this is a preference, not yet a buying process."));
            Assert.That(finding.Evidence.Single().Field, Is.EqualTo("Procurement_Owner__c"));
        }
    }
}
