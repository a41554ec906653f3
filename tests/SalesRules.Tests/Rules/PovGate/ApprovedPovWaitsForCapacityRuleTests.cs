using SalesRules.Decisions;
using SalesRules.Rules;
using SalesRules.Rules.PovGate;

namespace SalesRules.Tests.Rules.PovGate;

public class ApprovedPovWaitsForCapacityRuleTests
{
    private static ADeal Waiting => ADeal.InStage("POV").Scored(2, 2, 2, 2, 2)
        .Under(policy => policy with { Pov = policy.Pov with { Capacity = 3 } })
        .Knowing(context => context with { PovQueue = new PovQueue([ADeal.Stranger, ADeal.Id, ADeal.Owner]) });

    [Test]
    public void A_waiting_deal_is_told_its_place()
    {
        var finding = Waiting.Finding<ApprovedPovWaitsForCapacityRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.Info));
            Assert.That(finding.Message, Is.EqualTo("The POV is approved and waits for SE capacity: place 2 of 3."));
        }
    }

    [Test]
    public void A_start_today_has_started_and_one_tomorrow_has_not()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Waiting.With(it => it with { PovStart = ADeal.Today }).Ask<ApprovedPovWaitsForCapacityRule>(), Says.Nothing);
            Assert.That(Waiting.With(it => it with { PovStart = ADeal.Today.AddDays(1) }).Ask<ApprovedPovWaitsForCapacityRule>(), Says.Something);
        }
    }

    [Test]
    public void Approved_with_conditions_waits_too() => Assert.That(Waiting.Scored(2, 1, 1, 2, 0).Ask<ApprovedPovWaitsForCapacityRule>(), Says.Something);

    [Test]
    public void A_deferred_one_does_not() => Assert.That(Waiting.Scored(1, 2, 2, 2, 2).Ask<ApprovedPovWaitsForCapacityRule>(), Says.Nothing);

    [Test]
    public void A_deal_that_is_not_in_the_queue_does_not_wait() =>
        Assert.That(Waiting.Knowing(context => context with { PovQueue = new PovQueue([]) }).Ask<ApprovedPovWaitsForCapacityRule>(), Says.Nothing);

    [Test]
    public void A_row_decided_alone_does_not_know_the_queue() =>
        Assert.That(Waiting.Knowing(context => context with { PovQueue = null }).Ask<ApprovedPovWaitsForCapacityRule>(), Says.Unknown);

    [Test]
    public void Without_a_limit_nobody_waits() =>
        Assert.That(Waiting.Under(policy => policy with { Pov = policy.Pov with { Capacity = null } }).Ask<ApprovedPovWaitsForCapacityRule>(), Says.Nothing);

    [Test]
    public void A_limit_per_SE_is_a_limit() =>
        Assert.That(Waiting.Under(policy => policy with { Pov = policy.Pov with { Capacity = null, CapacityPerSe = 1 } }).Ask<ApprovedPovWaitsForCapacityRule>(), Says.Something);

    [Test]
    public void Past_pov_nothing_waits() => Assert.That(Waiting.With(it => it with { StageName = "Commercial" }).Ask<ApprovedPovWaitsForCapacityRule>(), Says.Nothing);
}
