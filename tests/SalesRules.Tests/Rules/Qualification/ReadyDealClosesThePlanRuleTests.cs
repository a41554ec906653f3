using SalesRules.Policies;
using SalesRules.Rules.Qualification;

namespace SalesRules.Tests.Rules.Qualification;

public class ReadyDealClosesThePlanRuleTests
{
    [TestCase(2, 2, 2, 0, false)]
    [TestCase(2, 1, 2, 2, true)]
    [TestCase(2, 2, 2, 2, true)]
    [TestCase(3, 2, 2, 2, false)]
    public void From_7_of_8_on_the_plan_is_closed(decimal urgency, decimal authority, decimal process, decimal friction, bool found) =>
        Assert.That(
            ADeal.InStage("Commercial").With(it => it with
            {
                ReadinessUrgency = urgency,
                ReadinessAuthorityPath = authority,
                ReadinessProcessClarity = process,
                ReadinessFrictionVisibility = friction,
            }).Ask<ReadyDealClosesThePlanRule>(),
            found ? Says.Something : Says.Nothing);

    [TestCase(0, false)]
    [TestCase(1, true)]
    public void The_policy_says_from_when_on(decimal friction, bool found) =>
        Assert.That(
            ADeal.InStage("Commercial").Under(policy => policy with { Qualification = new QualificationPolicy { Ready = 5 } })
                .With(it => it with { ReadinessUrgency = 2, ReadinessAuthorityPath = 1, ReadinessProcessClarity = 1, ReadinessFrictionVisibility = friction })
                .Ask<ReadyDealClosesThePlanRule>(),
            found ? Says.Something : Says.Nothing);

    [Test]
    public void The_sentence_says_what_to_do() =>
        Assert.That(
            ADeal.InStage("Commercial").With(it => it with { ReadinessUrgency = 2, ReadinessAuthorityPath = 2, ReadinessProcessClarity = 2, ReadinessFrictionVisibility = 1 })
                .Finding<ReadyDealClosesThePlanRule>().Message,
            Is.EqualTo("Readiness is 7 of 8: close the plan, with decision owners and dates."));
}
