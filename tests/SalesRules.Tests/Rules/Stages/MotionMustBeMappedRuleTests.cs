using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules.Stages;

namespace SalesRules.Tests.Rules.Stages;

public class MotionMustBeMappedRuleTests
{
    [TestCase("New Business", Motion.NewBusiness)]
    [TestCase("New Customer", Motion.NewBusiness)]
    [TestCase("Existing Business", Motion.Expansion)]
    [TestCase("Existing Customer - Upgrade", Motion.Expansion)]
    [TestCase("Existing Customer", Motion.Expansion)]
    [TestCase("Renewal", Motion.Renewal)]
    [TestCase("renewal", Motion.Renewal)]
    public void A_type_of_the_policy_means_its_motion(string type, Motion motion)
    {
        var deal = ADeal.InStage("Discovery").With(it => it with { Type = type });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(deal.Ask<MotionMustBeMappedRule>(), Says.Nothing);
            Assert.That(deal.Build().Motion, Is.EqualTo(motion));
        }
    }

    [TestCase("Partner", "The policy does not map the type \"Partner\": it is taken for the policy's default motion.")]
    [TestCase("Renewals", "The policy does not map the type \"Renewals\": it is taken for the policy's default motion.")]
    [TestCase(null, "The opportunity has no type: it is taken for the policy's default motion.")]
    public void Another_or_none_is_low_and_taken_for_new_business(string? type, string message)
    {
        var deal = ADeal.InStage("Discovery").With(it => it with { Type = type });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(deal.Ask<MotionMustBeMappedRule>(), Says.A(Severity.Low));
            Assert.That(deal.Finding<MotionMustBeMappedRule>().Message, Is.EqualTo(message));
            Assert.That(deal.Build().Motion, Is.EqualTo(Motion.NewBusiness));
        }
    }

    [Test]
    public void Closed_deals_are_left_alone() =>
        Assert.That(ADeal.InStage("Closed Won").With(it => it with { Type = null }).Ask<MotionMustBeMappedRule>(), Says.Nothing);
}
