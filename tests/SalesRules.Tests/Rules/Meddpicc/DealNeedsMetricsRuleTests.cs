using SalesRules.Decisions;
using SalesRules.Rules.Meddpicc;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Meddpicc;

public class DealNeedsMetricsRuleTests
{
    [TestCase("Discovery", false)]
    [TestCase("Technical Validation", true)]
    public void From_technical_validation_on(string stage, bool found) =>
        Assert.That(ADeal.InStage(stage).With(it => it with { MetricsTarget = null }).Ask<DealNeedsMetricsRule>(), found ? Says.A(Severity.Medium) : Says.Nothing);

    [Test]
    public void All_three_are_asked_for() => Assert.That(Validated.Ask<DealNeedsMetricsRule>(), Says.Nothing);

    [Test]
    public void What_is_missing_is_named()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Message(it => it with { MetricsBaseline = null }), Is.EqualTo("The metrics lack baseline."));
            Assert.That(Message(it => it with { MetricsTarget = " " }), Is.EqualTo("The metrics lack target."));
            Assert.That(
                Message(it => it with { MetricsBaseline = null, MetricsTarget = null, MetricsSuccessCriterion = null }),
                Is.EqualTo("The metrics lack baseline, target and success criterion."));
        }
    }

    [Test]
    public void Only_what_is_missing_is_shown() => Assert.That(
        Validated.With(it => it with { MetricsSuccessCriterion = null }).Finding<DealNeedsMetricsRule>().Evidence,
        Is.EqualTo([new Evidence("Metrics_Success_Criterion__c", FieldValue.Null, FieldValue.Of("filled"))]));

    private static ADeal Validated => ADeal.InStage("Technical Validation");

    private static string Message(Func<Opportunity, Opportunity> change) => Validated.With(change).Finding<DealNeedsMetricsRule>().Message;
}
