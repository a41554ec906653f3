using SalesRules.Decisions;
using SalesRules.Rules.PovGate;

namespace SalesRules.Tests.Rules.PovGate;

public class PovEnteredBeforeTheGateRuleTests
{
    private static readonly DateOnly Effective = new(2026, 2, 1);

    [Test]
    public void A_deal_that_entered_the_day_before_is_flagged_and_not_moved()
    {
        var decision = Entered(Effective.AddDays(-1)).Decide();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(decision.Findings.Single(finding => finding.Rule == "pov.entered-before-effective").Severity, Is.EqualTo(Severity.Info));
            Assert.That(decision.Findings.Select(finding => finding.Rule), Has.None.EqualTo("pov.stage-without-approval"));
            Assert.That(decision.Changes, Is.Empty);
        }
    }

    [Test]
    public void One_that_entered_on_the_day_is_under_the_gate() => Assert.That(Entered(Effective).Ask<PovEnteredBeforeTheGateRule>(), Says.Nothing);

    [Test]
    public void A_gate_without_a_date_has_always_been_in_force()
    {
        var deal = Entered(new DateOnly(2000, 1, 1)).Under(policy => policy with { Pov = policy.Pov with { EffectiveOn = null } });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(deal.Ask<PovEnteredBeforeTheGateRule>(), Says.Nothing);
            Assert.That(deal.Ask<PovStageNeedsApprovalRule>(), Says.Something);
        }
    }

    [Test]
    public void When_nobody_knows_when_it_entered_it_cannot_be_told() =>
        Assert.That(Entered(Effective).With(it => it with { LastStageChangeDate = null }).Ask<PovEnteredBeforeTheGateRule>(), Says.Unknown);

    [Test]
    public void Outside_pov_it_is_silent() =>
        Assert.That(Entered(Effective.AddDays(-1)).With(it => it with { StageName = "Solution" }).Ask<PovEnteredBeforeTheGateRule>(), Says.Nothing);

    private static ADeal Entered(DateOnly day) => ADeal.InStage("POV").Scored(1, 2, 2, 2, 2).Forecast("Pipeline")
        .With(it => it with { LastStageChangeDate = ADeal.Noon(day) })
        .Under(policy => policy.EffectiveFrom(Effective));
}
