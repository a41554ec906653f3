using SalesRules.Decisions;

namespace SalesRules.Tests.Rules.Hygiene;

public class StuckDealNamesItsBlockerRuleTests
{
    private const string Rule = "hygiene.blocker-missing";

    [TestCase(RiskLevel.None, false)]
    [TestCase(RiskLevel.Low, false)]
    [TestCase(RiskLevel.Medium, true)]
    [TestCase(RiskLevel.High, true)]
    public void A_deal_at_risk_names_it(RiskLevel risk, bool found)
    {
        var decision = Unblocked.At(risk).Decide();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(decision.Risk.Level, Is.EqualTo(risk));
            Assert.That(decision.Findings.Any(finding => finding.Rule == Rule), Is.EqualTo(found));
        }
    }

    [Test]
    public void So_does_a_stalled_one()
    {
        var decision = Stalled.Decide();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(decision.Risk.Level, Is.EqualTo(RiskLevel.Low));
            Assert.That(decision.Findings.Select(finding => finding.Rule), Does.Contain("stage.no-progress").And.Contain(Rule));
        }
    }

    [Test]
    public void It_is_low_and_says_what_to_name()
    {
        var finding = Stalled.Decide().Findings.Single(finding => finding.Rule == Rule);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.Low));
            Assert.That(finding.Message, Is.EqualTo("At risk or stalled without a blocker: name what stands in the way."));
            Assert.That(finding.Evidence.Single().Field, Is.EqualTo("Blocker__c"));
        }
    }

    [Test]
    public void A_blocker_is_enough() =>
        Assert.That(Stalled.With(it => it with { Blocker = "Legal Redline" }).Decide().Findings.Select(finding => finding.Rule), Has.None.EqualTo(Rule));

    [Test]
    public void Where_the_org_has_no_field_for_it_the_rule_does_not_run() =>
        Assert.That(Stalled.Under(policy => policy.WithAbsent("Blocker__c")).Decide().NotRun, Does.Contain(Rule));

    private static ADeal Unblocked => ADeal.InStage("Discovery").With(it => it with { Blocker = null });

    private static ADeal Stalled => Unblocked.With(it => it with { LastActivityDate = ADeal.Today.AddDays(-60) })
        .Watched(ADeal.Today.AddDays(-60)).Knowing(context => context with { StageHistory = [] });
}
