using SalesRules.Decisions;
using SalesRules.Rules.PovGate;

namespace SalesRules.Tests.Rules.PovGate;

public class ConditionalPovHasConditionsRuleTests
{
    [TestCase(0)]
    [TestCase(1)]
    public void A_total_of_6_or_7_with_the_floors_met_is_conditional(int leadership) =>
        Assert.That(ADeal.InStage("Solution").Scored(2, 1, 1, 2, leadership).Ask<ConditionalPovHasConditionsRule>(), Says.A(Severity.Medium));

    [Test]
    public void At_8_there_are_no_conditions() => Assert.That(ADeal.InStage("Solution").Scored(2, 1, 1, 2, 2).Ask<ConditionalPovHasConditionsRule>(), Says.Nothing);

    [Test]
    public void At_5_it_is_deferred_instead() => Assert.That(ADeal.InStage("Solution").Scored(2, 1, 0, 2, 0).Ask<ConditionalPovHasConditionsRule>(), Says.Nothing);

    [Test]
    public void Each_pillar_below_2_is_a_task()
    {
        var finding = ADeal.InStage("POV").Scored(2, 0, 1, 2, 2).Finding<ConditionalPovHasConditionsRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("POV approved with conditions at a total of 7: raise Maps (0) and Insight (1)."));
            Assert.That(finding.Tasks, Is.EqualTo([new TaskPart("M", "Work on Maps"), new TaskPart("I", "Work on Insight")]));
        }
    }

    [Test]
    public void The_conditions_stay_while_the_deal_is_in_pov_with_its_approval() =>
        Assert.That(
            ADeal.InStage("POV").Scored(2, 1, 1, 2, 0).With(it => it with { PovApprovedOn = ADeal.Noon(ADeal.Today) }).Ask<ConditionalPovHasConditionsRule>(),
            Says.Something);

    [TestCase("Discovery")]
    [TestCase("Commercial")]
    public void Where_the_gate_does_not_apply_it_is_silent(string stage) =>
        Assert.That(ADeal.InStage(stage).Scored(2, 1, 1, 2, 0).Ask<ConditionalPovHasConditionsRule>(), Says.Nothing);
}
