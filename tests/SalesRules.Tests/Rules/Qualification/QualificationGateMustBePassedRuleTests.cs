using SalesRules.Decisions;
using SalesRules.Rules.Qualification;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Qualification;

public class QualificationGateMustBePassedRuleTests
{
    private static ADeal With(Func<Opportunity, Opportunity> gates) => ADeal.InStage("Discovery").With(gates);

    [Test]
    public void Six_passed_gates_are_fine_however_they_are_written() =>
        Assert.That(With(it => it with { GateFitAndAccess = "pass " }).Ask<QualificationGateMustBePassedRule>(), Says.Nothing);

    [TestCase("Failed")]
    [TestCase("No")]
    [TestCase("-")]
    public void A_value_that_is_neither_a_pass_nor_a_fail_is_not_taken_for_a_pass(string value)
    {
        var deal = With(it => it with { GateDecisionProcess = value });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(deal.Ask<QualificationGateMustBePassedRule>(), Says.Unknown);
            Assert.That(deal.Decide().NotRun, Has.Member("qualification.gate-failed"));
        }
    }

    [Test]
    public void Before_a_fail_such_a_value_may_be_the_first_fail_and_behind_one_it_is_not()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(With(it => it with { GateFitAndAccess = "No", GateDecisionProcess = "Fail" }).Ask<QualificationGateMustBePassedRule>(), Says.Unknown);
            Assert.That(With(it => it with { GateDecisionProcess = "Fail", GateMutualNextStep = "No" }).Finding<QualificationGateMustBePassedRule>().Message, Does.Contain("decision process"));
        }
    }

    [Test]
    public void A_gate_that_nobody_decided_is_not_passed_and_hides_no_fail()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(With(it => it with { GateMutualNextStep = null }).Ask<QualificationGateMustBePassedRule>(), Says.Unknown);
            Assert.That(With(it => it with { GateFitAndAccess = null, GateMutualNextStep = "Fail" }).Ask<QualificationGateMustBePassedRule>(), Says.A(Severity.Medium));
        }
    }

    [Test]
    public void The_first_failed_gate_names_its_next_step()
    {
        var finding = With(it => it with { GateFitAndAccess = "Pass", GateTimingAndPriority = "Fail", GateCommercialFit = "Fail" }).Finding<QualificationGateMustBePassedRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.Medium));
            Assert.That(finding.Message, Is.EqualTo("The gate \"timing and priority\" failed (low urgency): light-touch plan."));
        }
    }

    [TestCase(null, null, true)]
    [TestCase("Budget frozen until autumn", null, false)]
    [TestCase(null, "Readiness call", false)]
    public void A_fail_without_pause_reason_and_next_step_says_so(string? pause, string? next, bool says) =>
        Assert.That(
            With(it => it with { GateProblemAndImpact = "fail", GatePauseReason = pause, NextStep = next }).Finding<QualificationGateMustBePassedRule>().Message.Contains("Neither", StringComparison.Ordinal),
            Is.EqualTo(says));
}
