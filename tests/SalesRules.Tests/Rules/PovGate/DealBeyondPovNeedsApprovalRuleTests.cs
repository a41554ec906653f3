using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules.PovGate;

namespace SalesRules.Tests.Rules.PovGate;

public class DealBeyondPovNeedsApprovalRuleTests
{
    private static ADeal Beyond => ADeal.InStage("Commercial").Scored(1, 1, 1, 1, 1).WentThrough("Solution", "POV", "Commercial");

    [Test]
    public void Past_pov_by_way_of_pov_without_an_approval_is_flagged_only()
    {
        var finding = Beyond.Finding<DealBeyondPovNeedsApprovalRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.Medium));
            Assert.That(finding.Message, Is.EqualTo("The deal entered POV on 2026-01-02 and moved on without an approval on record."));
            Assert.That(finding.Changes, Is.Empty);
        }
    }

    [TestCase("Commercial", true)]
    [TestCase("Commitment", true)]
    [TestCase("POV", false)]
    [TestCase("Solution", false)]
    [TestCase("Closed Won", false)]
    public void Only_open_deals_past_pov(string stage, bool found) =>
        Assert.That(Beyond.With(it => it with { StageName = stage }).Ask<DealBeyondPovNeedsApprovalRule>().Finding, found ? Is.Not.Null : Is.Null);

    [Test]
    public void An_approval_on_record_clears_it() =>
        Assert.That(Beyond.With(it => it with { PovApprovedOn = ADeal.Noon(ADeal.Today) }).Ask<DealBeyondPovNeedsApprovalRule>(), Says.Nothing);

    [Test]
    public void A_deal_that_never_was_in_pov_needs_none() =>
        Assert.That(Beyond.WentThrough("Solution", "Commercial").Ask<DealBeyondPovNeedsApprovalRule>(), Says.Nothing);

    [Test]
    public void Without_a_history_it_cannot_be_told() =>
        Assert.That(Beyond.Knowing(context => context with { StageHistory = null }).Ask<DealBeyondPovNeedsApprovalRule>(), Says.Unknown);

    [TestCase(2026, 1, 2, true)]
    [TestCase(2026, 1, 3, false)]
    public void An_entry_before_the_gate_took_effect_is_not_held_against_it(int year, int month, int day, bool found)
    {
        var deal = Beyond.Under(policy => policy.EffectiveFrom(new DateOnly(year, month, day)));
        Assert.That(deal.Ask<DealBeyondPovNeedsApprovalRule>().Finding, found ? Is.Not.Null : Is.Null);
    }

    [Test]
    public void Renewals_are_not_gated() =>
        Assert.That(Beyond.With(it => it with { Type = "Renewal" }).Ask<DealBeyondPovNeedsApprovalRule>(), Says.Nothing);

    [Test]
    public void Where_no_stage_has_type_pov_there_is_nothing_to_be_beyond()
    {
        var stages = new StageMap([.. TestPolicy.OneOfEachType.Where(stage => stage.Type != StageType.Pov)]);
        Assert.That(Beyond.Under(policy => policy with { Stages = stages }).Ask<DealBeyondPovNeedsApprovalRule>(), Says.Nothing);
    }
}
