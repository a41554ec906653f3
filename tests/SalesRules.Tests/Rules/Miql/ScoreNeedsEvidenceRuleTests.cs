using SalesRules.Decisions;
using SalesRules.Rules;
using SalesRules.Rules.Miql;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Miql;

public class ScoreNeedsEvidenceRuleTests
{
    private static readonly DateTimeOffset Scored = ADeal.Noon(ADeal.Today.AddDays(-3));

    [TestCase(1)]
    [TestCase(2)]
    public void A_score_of_1_or_2_without_evidence_is_medium(int points)
    {
        var finding = Bare(points).Finding<ScoreNeedsEvidenceRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.Medium));
            Assert.That(finding.Message, Is.EqualTo("No current evidence for the score of Insight."));
            Assert.That(finding.Evidence.Single().Field, Is.EqualTo("MIQL_Insight_Evidence__c"));
        }
    }

    [TestCase(0)]
    [TestCase(null)]
    public void A_score_of_0_and_no_score_need_none(int? points) => Assert.That(Bare(points).Ask<ScoreNeedsEvidenceRule>(), Says.Nothing);

    [Test]
    public void Blanks_are_no_evidence() =>
        Assert.That(Bare(2).With(it => it with { InsightEvidence = "  " }).Ask<ScoreNeedsEvidenceRule>(), Says.Something);

    [Test]
    public void Evidence_as_old_as_the_score_is_current() => Assert.That(Changed(Scored, Scored).Ask<ScoreNeedsEvidenceRule>(), Says.Nothing);

    [Test]
    public void Evidence_older_than_the_score_is_not() => Assert.That(Changed(Scored, Scored.AddSeconds(-1)).Ask<ScoreNeedsEvidenceRule>(), Says.A(Severity.Medium));

    [Test]
    public void Evidence_that_never_changed_is_older_than_a_score_that_did() => Assert.That(Changed(Scored, null).Ask<ScoreNeedsEvidenceRule>(), Says.Something);

    [Test]
    public void A_score_that_never_changed_is_taken_with_any_evidence() => Assert.That(Changed(null, null).Ask<ScoreNeedsEvidenceRule>(), Says.Nothing);

    [Test]
    public void An_invalid_score_is_no_score() =>
        Assert.That(Bare(null).With(it => it with { Insight = PillarScore.From(3) }).Ask<ScoreNeedsEvidenceRule>(), Says.Nothing);

    [Test]
    public void A_pillar_whose_evidence_field_the_org_lacks_cannot_be_told() =>
        Assert.That(Bare(2).Under(policy => policy.WithAbsent("MIQL_Insight_Evidence__c")).Ask<ScoreNeedsEvidenceRule>(), Says.Unknown);

    [Test]
    public void The_other_pillars_are_still_asked()
    {
        var deal = Bare(2).With(it => it with { OutcomeEvidence = null }).Under(policy => policy.WithAbsent("MIQL_Insight_Evidence__c"));
        Assert.That(deal.Finding<ScoreNeedsEvidenceRule>().Evidence.Single().Field, Is.EqualTo("MIQL_Outcome_Evidence__c"));
    }

    [Test]
    public void Closed_deals_are_left_alone() =>
        Assert.That(Bare(2).With(it => it with { StageName = "Closed Won" }).Ask<ScoreNeedsEvidenceRule>(), Says.Nothing);

    private static ADeal Bare(int? insight) => ADeal.InStage("Discovery").Scored(2, 2, insight, 2, 2).With(it => it with { InsightEvidence = null });

    private static ADeal Changed(DateTimeOffset? score, DateTimeOffset? evidence) => ADeal.InStage("Discovery").Scored(2, 2, 2, 2, 2).Knowing(context => context with
    {
        ScoreHistory = new ScoreHistory(new Dictionary<Pillar, ScoreChange> { [Pillar.Maps] = new(score, evidence) }),
    });
}
