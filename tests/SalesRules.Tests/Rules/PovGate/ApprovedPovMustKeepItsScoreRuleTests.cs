using SalesRules.Decisions;
using SalesRules.Rules.PovGate;

namespace SalesRules.Tests.Rules.PovGate;

public class ApprovedPovMustKeepItsScoreRuleTests
{
    private static ADeal Approved => ADeal.InStage("POV").Scored(2, 2, 2, 2, 2).Forecast("Omitted").With(it => it with
    {
        PovApprovedOn = ADeal.Noon(ADeal.Today.AddDays(-20)),
        PovStart = ADeal.Today.AddDays(-20),
        PovEnd = ADeal.Today.AddDays(20),
        PovSe = ADeal.Stranger,
    });

    [Test]
    public void Scores_that_would_be_deferred_today_are_flagged_and_the_deal_stays()
    {
        var decision = Approved.Scored(1, 2, 2, 2, 2).Decide();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(decision.Findings.Select(finding => (finding.Rule, finding.Severity)), Is.EqualTo([("pov.score-dropped", Severity.Medium)]));
            Assert.That(decision.Findings[0].Message, Is.EqualTo("The POV is approved, but today's scores would defer it (O)."));
            Assert.That(decision.Changes, Is.Empty);
            Assert.That((decision.Pov!.State, decision.Pov.OnRecord), Is.EqualTo(("Deferred", true)));
        }
    }

    [Test]
    public void A_pillar_emptied_after_the_approval_is_a_drop() => Assert.That(Approved.Scored(2, 2, 2, 2, null).Ask<ApprovedPovMustKeepItsScoreRule>(), Says.Something);

    [Test]
    public void A_lower_score_that_still_passes_is_none() => Assert.That(Approved.Scored(2, 1, 1, 2, 0).Ask<ApprovedPovMustKeepItsScoreRule>(), Says.Nothing);

    [Test]
    public void Without_an_approval_nothing_can_drop() =>
        Assert.That(Approved.Scored(1, 2, 2, 2, 2).With(it => it with { PovApprovedOn = null }).Ask<ApprovedPovMustKeepItsScoreRule>(), Says.Nothing);

    [Test]
    public void An_approval_stays_when_the_deal_goes_back_before_pov() =>
        Assert.That(Approved.Scored(1, 2, 2, 2, 2).With(it => it with { StageName = "Solution" }).Ask<ApprovedPovMustKeepItsScoreRule>(), Says.Something);

    [Test]
    public void Past_pov_the_gate_is_behind_it() =>
        Assert.That(Approved.Scored(1, 2, 2, 2, 2).With(it => it with { StageName = "Commercial" }).Ask<ApprovedPovMustKeepItsScoreRule>(), Says.Nothing);
}
