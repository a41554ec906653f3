using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules;

public class RiskAssessmentTests
{
    /// <summary>A deal in pov with an approval whose scores have dropped: one medium risk finding, and two more to switch on.</summary>
    private static ADeal WithMediumFindings(int count) => ADeal.InStage("POV").Scored(1, 2, 2, 2, 2).Forecast("Omitted").With(it => it with
    {
        PovApprovedOn = ADeal.Noon(ADeal.Today),
        PovStart = ADeal.Today,
        PovEnd = ADeal.Today.AddDays(count >= 3 ? 61 : 60),
        PovSe = count >= 2 ? null : ADeal.Stranger,
        Outcome = PillarScore.From(count >= 1 ? 1 : 2),
    });

    [TestCase(0, RiskLevel.None)]
    [TestCase(1, RiskLevel.Low)]
    [TestCase(2, RiskLevel.Low)]
    [TestCase(3, RiskLevel.Medium)]
    public void Medium_findings_add_up(int count, RiskLevel level)
    {
        var risk = WithMediumFindings(count).Decide().Risk;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(risk.Rules, Has.Count.EqualTo(count));
            Assert.That(risk.Level, Is.EqualTo(level));
            Assert.That(risk.IsAtRisk, Is.EqualTo(level == RiskLevel.Medium));
        }
    }

    [TestCase(1, RiskLevel.Low)]
    [TestCase(2, RiskLevel.Medium)]
    public void The_policy_says_how_many(int count, RiskLevel level) => Assert.That(
        WithMediumFindings(count).Under(policy => policy with { Risk = new RiskPolicy { MediumFindings = 2 } }).Decide().Risk.Level, Is.EqualTo(level));

    [Test]
    public void One_high_finding_is_high()
    {
        var risk = ADeal.InStage("Discovery").Scored(2, 1, 2, 2, 1).Forecast("Commit").Decide().Risk;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(risk.Level, Is.EqualTo(RiskLevel.High));
            Assert.That(risk.IsAtRisk, Is.True);
            Assert.That(risk.Rules, Is.EqualTo(["forecast.above-ceiling"]));
        }
    }

    [Test]
    public void High_findings_of_rules_that_are_no_risk_rules_do_not_count()
    {
        var decision = ADeal.InStage("Discovery").Scored(2, 1, 2, 2, null).Forecast("Commit")
            .Under(policy => policy.WithSeverity("forecast.above-ceiling", null)).Decide();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(decision.Findings.Single().Rule, Is.EqualTo("forecast.score-required"));
            Assert.That(decision.Risk.Level, Is.EqualTo(RiskLevel.None));
        }
    }

    [Test]
    public void Medium_findings_of_other_rules_do_not_add_up()
    {
        var decision = WithMediumFindings(2).With(it => it with { OutcomeEvidence = null }).Decide();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(decision.Findings.Count(finding => finding.Severity == Severity.Medium), Is.EqualTo(3));
            Assert.That(decision.Risk.Level, Is.EqualTo(RiskLevel.Low));
        }
    }

    [Test]
    public void Information_and_low_findings_are_no_risk()
    {
        var decision = ADeal.InStage("Solution").Scored(1, 2, 2, 2, 2).Forecast("Omitted").Decide();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(decision.Findings.Single().Rule, Is.EqualTo("pov.deferred"));
            Assert.That(decision.Risk.Level, Is.EqualTo(RiskLevel.None));
        }
    }

    [Test]
    public void The_severity_in_force_counts()
    {
        var deal = ADeal.InStage("Discovery").Scored(2, 1, 2, 2, 1).Forecast("Commit");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(deal.Under(policy => policy.WithSeverity("forecast.above-ceiling", Severity.Medium)).Decide().Risk.Level, Is.EqualTo(RiskLevel.Low));
            Assert.That(deal.Under(policy => policy.WithSeverity("forecast.above-ceiling", Severity.Low)).Decide().Risk.Level, Is.EqualTo(RiskLevel.None));
        }
    }

    [TestCase("stage.no-progress")]
    [TestCase("hygiene.no-activity")]
    [TestCase("hygiene.next-step-missing", "hygiene.next-step-overdue")]
    [TestCase("hygiene.no-activity", "stage.no-progress", "hygiene.next-step-overdue")]
    public void Neglect_counts_once_however_many_rules_tell_of_it(params string[] rules)
    {
        var risk = Neglected(rules).Decide().Risk;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(risk.Rules, Is.EquivalentTo(rules), "all of them are named");
            Assert.That(risk.Level, Is.EqualTo(RiskLevel.Low));
        }
    }

    [TestCase(1, RiskLevel.Low)]
    [TestCase(2, RiskLevel.Medium)]
    public void It_counts_as_one_beside_the_others(int others, RiskLevel level)
    {
        var deal = Neglected("hygiene.no-activity", "stage.no-progress", "hygiene.next-step-overdue")
            .With(it => it with { MutualActionPlanNextDue = ADeal.Today.AddDays(-1), PushCount = others == 2 ? 4 : 0 });
        Assert.That(deal.Decide().Risk.Level, Is.EqualTo(level));
    }

    [Test]
    public void A_neglect_that_the_policy_weighs_high_is_high() => Assert.That(
        Neglected("hygiene.no-activity").Under(policy => policy.WithSeverity("hygiene.no-activity", Severity.High)).Decide().Risk.Level, Is.EqualTo(RiskLevel.High));

    [Test]
    public void Risk_rules_are_the_medium_and_high_ones_of_the_catalogues_sections_3_4_and_6_to_8_but_for_the_two_views()
    {
        string[] sections = ["pov", "renewal", "meddpicc", "stage", "map", "hygiene", "close", "proposal"];
        var expected = RuleBook.All
            .Where(rule => sections.Contains(rule.Id[..rule.Id.IndexOf('.', StringComparison.Ordinal)]) && (rule.Weighs.Contains("medium", StringComparison.Ordinal) || rule.Weighs.Contains("high", StringComparison.Ordinal)))
            .Select(rule => rule.Id).Except(["renewal.two-key"]).Append("forecast.above-ceiling");
        var weighty = RuleBook.All.Where(rule => rule.CountsForRisk && (rule.Weighs.Contains("medium", StringComparison.Ordinal) || rule.Weighs.Contains("high", StringComparison.Ordinal)));
        Assert.That(weighty.Select(rule => rule.Id), Is.EquivalentTo(expected));
    }

    private static ADeal Neglected(params string[] rules) => ADeal.InStage("Discovery").Watched(ADeal.Today.AddDays(-60)).Knowing(context => context with { StageHistory = [] }).With(it => it with
    {
        LastActivityDate = rules.Contains("hygiene.no-activity") || rules.Contains("stage.no-progress") ? ADeal.Today.AddDays(-60) : ADeal.Today,
        ScoredOn = rules.Contains("hygiene.no-activity") && !rules.Contains("stage.no-progress") ? ADeal.Today : null,
        NextStep = rules.Contains("hygiene.next-step-missing") ? null : it.NextStep,
        NextStepDate = rules.Contains("hygiene.next-step-overdue") ? ADeal.Today.AddDays(-1) : it.NextStepDate,
    }).Under(policy => rules.Contains("hygiene.no-activity") ? policy : policy with { Hygiene = policy.Hygiene with { ActivityDays = 1000 } });
}
