using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.PovGate;

/// <summary>Which deals the gate concerns, and when an approval is made.</summary>
public class GateTests
{
    [TestCase("Qualification", false)]
    [TestCase("Discovery", false)]
    [TestCase("Technical Validation", true)]
    [TestCase("Old Validation", true)]
    [TestCase("Solution", true)]
    [TestCase("POV", true)]
    [TestCase("Commercial", false)]
    [TestCase("Commitment", false)]
    [TestCase("Closed Won", false)]
    [TestCase("Pilot", false)]
    [TestCase(null, false)]
    public void It_applies_by_technical_validation_and_not_past_pov(string? stage, bool applies) =>
        Assert.That(ADeal.InStage(stage).Build().Gate, applies ? Is.Not.Null : Is.Null);

    [Test]
    public void It_applies_earlier_when_a_POV_is_requested() =>
        Assert.That(ADeal.InStage("Discovery").With(it => it with { PovRequestedOn = ADeal.Today }).Build().Gate, Is.Not.Null);

    [Test]
    public void It_applies_earlier_when_a_POV_has_a_start() =>
        Assert.That(ADeal.InStage("Qualification").With(it => it with { PovStart = ADeal.Today.AddDays(30) }).Build().Gate, Is.Not.Null);

    [Test]
    public void It_applies_earlier_when_a_POV_has_an_SE() =>
        Assert.That(ADeal.InStage("Discovery").With(it => it with { PovSe = ADeal.Stranger }).Build().Gate, Is.Not.Null);

    [Test]
    public void An_end_alone_asks_for_nothing() =>
        Assert.That(ADeal.InStage("Discovery").With(it => it with { PovEnd = ADeal.Today }).Build().Gate, Is.Null);

    [TestCase("New Business", true)]
    [TestCase("Existing Business", true)]
    [TestCase("Something else", true)]
    [TestCase("Renewal", false)]
    public void It_applies_to_the_gated_motions_and_not_to_renewals(string type, bool applies)
    {
        var deal = ADeal.InStage("POV").With(it => it with { Type = type, PovRequestedOn = ADeal.Today });
        Assert.That(deal.Build().Gate, applies ? Is.Not.Null : Is.Null);
    }

    [Test]
    public void The_gated_motions_are_the_policys()
    {
        var deal = ADeal.InStage("POV").With(it => it with { Type = "Renewal" })
            .Under(policy => policy with { Pov = policy.Pov with { GatedMotions = new HashSet<Motion> { Motion.Renewal } } });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(deal.Build().Gate, Is.Not.Null);
            Assert.That(deal.With(it => it with { Type = "New Business" }).Build().Gate, Is.Null);
        }
    }

    [Test]
    public void A_deal_first_seen_in_pov_with_passing_scores_gets_its_approval_then()
    {
        var pov = ADeal.InStage("POV").Scored(2, 1, 1, 2, 1).Decide().Pov!;
        Assert.That((pov.OnRecord, pov.IsGranted), Is.EqualTo((true, true)));
    }

    [Test]
    public void Before_pov_the_state_is_a_clearance_and_no_approval()
    {
        var pov = ADeal.InStage("Solution").Scored(2, 2, 2, 2, 2).Decide().Pov!;
        Assert.That((pov.State, pov.OnRecord, pov.IsGranted), Is.EqualTo(("Approved", false, false)));
    }

    [Test]
    public void An_approval_is_made_once()
    {
        var pov = ADeal.InStage("POV").Scored(2, 1, 1, 2, 1).With(it => it with { PovApprovedOn = ADeal.Noon(ADeal.Today) }).Decide().Pov!;
        Assert.That((pov.OnRecord, pov.IsGranted), Is.EqualTo((true, false)));
    }

    [Test]
    public void Inherited_scores_do_not_pass()
    {
        var deal = ADeal.InStage("Solution").Scored(2, 2, 2, 2, 2)
            .Knowing(context => context with { InheritedPillars = new HashSet<Pillar> { Pillar.Maps } });
        Assert.That(deal.Decide().Pov!.Missed, Is.EqualTo(["unscored"]));
    }

    [TestCase(2, 0, 0, 2, 2, "Approved with conditions", "Executive-Led")]
    [TestCase(2, 0, 2, 2, 2, "Approved", "Executive-Led")]
    [TestCase(2, 1, 2, 2, 2, "Approved", "Standard")]
    [TestCase(2, 1, 1, 2, 0, "Approved with conditions", "Standard")]
    [TestCase(2, 0, 2, 2, 1, "Deferred", null)]
    [TestCase(1, 2, 2, 2, 2, "Deferred", null)]
    [TestCase(2, 2, 2, 1, 2, "Deferred", null)]
    [TestCase(2, 1, 0, 2, 0, "Deferred", null)]
    public void Examples_to_read(int outcome, int maps, int insight, int quantify, int leadership, string state, string? path)
    {
        var pov = ADeal.InStage("Solution").Scored(outcome, maps, insight, quantify, leadership).Decide().Pov!;
        Assert.That((pov.State, pov.Path), Is.EqualTo((state, path)));
    }
}
