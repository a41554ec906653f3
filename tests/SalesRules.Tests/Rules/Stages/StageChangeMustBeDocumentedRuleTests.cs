using SalesRules.Decisions;
using SalesRules.Rules.Stages;

namespace SalesRules.Tests.Rules.Stages;

public class StageChangeMustBeDocumentedRuleTests
{
    [TestCase("No budget", "Call", false)]
    [TestCase(null, "Call", true)]
    [TestCase("No budget", " ", true)]
    public void A_move_has_a_reason_and_a_next_step(string? reason, string? step, bool found) =>
        Assert.That(Moved.With(it => it with { StageChangeReason = reason, NextStep = step }).Ask<StageChangeMustBeDocumentedRule>(), found ? Says.A(Severity.Low) : Says.Nothing);

    [Test]
    public void What_is_missing_is_named()
    {
        var finding = Moved.With(it => it with { NextStep = null }).Finding<StageChangeMustBeDocumentedRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("Moved from Discovery to Solution on 2026-02-02 without reason and next step: the move does not count for conversion."));
            Assert.That(finding.Evidence.Select(seen => seen.Field), Is.EqualTo(["Stage_Change_Reason__c", "NextStep"]));
        }
    }

    [Test]
    public void A_stage_that_the_policy_does_not_know_is_named_too() => Assert.That(
        ADeal.InStage("Solution").WentThrough("Pilot", "Solution").Finding<StageChangeMustBeDocumentedRule>().Message, Does.StartWith("Moved from Pilot to Solution"));

    [Test]
    public void A_deal_that_never_moved_has_nothing_to_document() => Assert.That(ADeal.InStage("Solution").WentThrough("Solution").Ask<StageChangeMustBeDocumentedRule>(), Says.Nothing);

    [Test]
    public void What_the_service_moved_is_explained_elsewhere() =>
        Assert.That(Moved.Knowing(context => context with { ServiceUser = ADeal.Owner }).Ask<StageChangeMustBeDocumentedRule>(), Says.Nothing);

    [Test]
    public void Without_a_history_nothing_can_be_told() => Assert.That(ADeal.InStage("Solution").Ask<StageChangeMustBeDocumentedRule>(), Says.Unknown);

    private static ADeal Moved => ADeal.InStage("Solution").WentThrough("Discovery", "Solution");
}
