using SalesRules.Decisions;
using SalesRules.Rules.Qualification;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Qualification;

public class QualificationGateMustBePassedRuleTests
{
    private static ADeal With(Func<Opportunity, Opportunity> gates) => ADeal.InStage("Discovery").With(gates);

    [Test]
    public void Passed_gates_and_gates_that_nobody_looked_at_are_fine() =>
        Assert.That(With(it => it with { GateFitAndAccess = "Pass" }).Ask<QualificationGateMustBePassedRule>(), Says.Nothing);

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
