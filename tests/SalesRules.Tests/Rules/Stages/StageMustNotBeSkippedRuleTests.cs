using SalesRules.Decisions;
using SalesRules.Rules.Stages;

namespace SalesRules.Tests.Rules.Stages;

public class StageMustNotBeSkippedRuleTests
{
    [TestCase(false, "Discovery", "Technical Validation")]
    [TestCase(true, "Discovery", "Solution")]
    [TestCase(false, "Discovery", "Old Validation", "Solution")]
    [TestCase(false, "Technical Validation", "Discovery", "Solution")]
    [TestCase(true, "Qualification", "Discovery", "Solution")]
    [TestCase(false, "Solution", "Discovery")]
    public void A_deal_has_been_in_every_stage_on_its_way(bool found, params string[] stages) =>
        Assert.That(ADeal.InStage(stages[^1]).WentThrough(stages).Ask<StageMustNotBeSkippedRule>(), found ? Says.A(Severity.Medium) : Says.Nothing);

    [Test]
    public void The_stages_are_named()
    {
        var finding = ADeal.InStage("POV").WentThrough("Discovery", "POV").Finding<StageMustNotBeSkippedRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("Moved from Discovery to POV on 2026-02-02, past Technical Validation and Solution."));
            Assert.That(finding.Evidence.Single().Field, Is.EqualTo("StageName"));
        }
    }

    [TestCase("New Business", true)]
    [TestCase("Renewal", false)]
    public void A_motion_without_a_gate_passes_no_pov(string type, bool found) => Assert.That(
        ADeal.InStage("Commercial").OfType(type).WentThrough("Solution", "Commercial").Ask<StageMustNotBeSkippedRule>(), found ? Says.Something : Says.Nothing);

    [Test]
    public void From_a_stage_that_the_policy_does_not_know_nothing_can_be_skipped() =>
        Assert.That(ADeal.InStage("POV").WentThrough("Pilot", "POV").Ask<StageMustNotBeSkippedRule>(), Says.Nothing);

    [Test]
    public void What_the_service_moved_is_no_persons_move() => Assert.That(
        ADeal.InStage("POV").WentThrough("Discovery", "POV").Knowing(context => context with { ServiceUser = ADeal.Owner }).Ask<StageMustNotBeSkippedRule>(), Says.Nothing);

    [Test]
    public void Without_a_history_nothing_can_be_told() => Assert.That(ADeal.InStage("POV").Ask<StageMustNotBeSkippedRule>(), Says.Unknown);
}
