using SalesRules.Decisions;
using SalesRules.Rules.Meddpicc;

namespace SalesRules.Tests.Rules.Meddpicc;

public class DealNeedsAPaperProcessRuleTests
{
    [TestCase("POV", false)]
    [TestCase("Commercial", true)]
    [TestCase("Commitment", true)]
    public void Known_from_commercial_on(string stage, bool found) =>
        Assert.That(ADeal.InStage(stage).With(it => it with { PaperProcess = null }).Ask<DealNeedsAPaperProcessRule>(), found ? Says.A(Severity.Medium) : Says.Nothing);

    [TestCase("Commercial", false)]
    [TestCase("Commitment", true)]
    public void Legal_status_and_signature_date_from_commitment_on(string stage, bool found)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ADeal.InStage(stage).With(it => it with { LegalStatus = null }).Ask<DealNeedsAPaperProcessRule>(), found ? Says.Something : Says.Nothing);
            Assert.That(ADeal.InStage(stage).With(it => it with { SignatureExpectedOn = null }).Ask<DealNeedsAPaperProcessRule>(), found ? Says.Something : Says.Nothing);
        }
    }

    [TestCase("Commit", Severity.High)]
    [TestCase("Most Likely", Severity.Medium)]
    [TestCase(null, Severity.Medium)]
    public void In_Commit_it_weighs_high(string? category, Severity severity) => Assert.That(Unsigned.Forecast(category).Ask<DealNeedsAPaperProcessRule>(), Says.A(severity));

    [Test]
    public void What_is_missing_is_named()
    {
        var finding = Unsigned.Finding<DealNeedsAPaperProcessRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("The deal has no legal status and signature date."));
            Assert.That(finding.Evidence.Select(seen => seen.Field), Is.EqualTo(["Legal_Status__c", "Signature_Expected_On__c"]));
        }
    }

    private static ADeal Unsigned => ADeal.InStage("Commitment").With(it => it with { LegalStatus = null, SignatureExpectedOn = null });
}
