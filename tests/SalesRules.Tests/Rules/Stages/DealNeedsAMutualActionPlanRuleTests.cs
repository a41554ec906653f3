using SalesRules.Decisions;
using SalesRules.Rules.Stages;

namespace SalesRules.Tests.Rules.Stages;

public class DealNeedsAMutualActionPlanRuleTests
{
    [TestCase("Discovery", false)]
    [TestCase("Technical Validation", true)]
    [TestCase("Commitment", true)]
    public void From_technical_validation_on(string stage, bool found)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ADeal.InStage(stage).With(it => it with { MutualActionPlan = null }).Ask<DealNeedsAMutualActionPlanRule>(), found ? Says.A(Severity.Medium) : Says.Nothing);
            Assert.That(ADeal.InStage(stage).With(it => it with { MutualActionPlanCriterion = " " }).Ask<DealNeedsAMutualActionPlanRule>(), found ? Says.A(Severity.Medium) : Says.Nothing);
            Assert.That(ADeal.InStage(stage).Ask<DealNeedsAMutualActionPlanRule>(), Says.Nothing);
        }
    }

    [Test]
    public void What_is_missing_is_named()
    {
        var finding = ADeal.InStage("POV").With(it => it with { MutualActionPlan = null, MutualActionPlanCriterion = null }).Finding<DealNeedsAMutualActionPlanRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("The deal has no mutual action plan and measurable criterion for it."));
            Assert.That(finding.Evidence.Select(seen => seen.Field), Is.EqualTo(["Mutual_Action_Plan__c", "Mutual_Action_Plan_Criterion__c"]));
        }
    }
}
