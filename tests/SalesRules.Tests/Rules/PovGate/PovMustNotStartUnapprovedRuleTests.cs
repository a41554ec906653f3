using SalesRules.Decisions;
using SalesRules.Rules.PovGate;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.PovGate;

public class PovMustNotStartUnapprovedRuleTests
{
    private static ADeal BeforePov => ADeal.InStage("Solution").Scored(1, 1, 1, 1, 1);

    [Test]
    public void A_start_today_is_a_start() => Assert.That(Starting(ADeal.Today).Ask<PovMustNotStartUnapprovedRule>(), Says.A(Severity.High));

    [Test]
    public void A_start_tomorrow_is_a_plan() => Assert.That(Starting(ADeal.Today.AddDays(1)).Ask<PovMustNotStartUnapprovedRule>(), Says.Nothing);

    [Test]
    public void An_SE_alone_spends_hours()
    {
        var finding = BeforePov.With(it => it with { PovSe = ADeal.Stranger }).Finding<PovMustNotStartUnapprovedRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("An SE is assigned to a POV, but no approval is on record."));
            Assert.That(finding.Fix, Is.EqualTo([new Fix("POV_SE__c", FieldValue.Null)]));
            Assert.That(finding.Changes, Is.Empty);
        }
    }

    [Test]
    public void That_a_date_be_emptied_is_no_advice_where_hours_are_spent() => Assert.That(Starting(ADeal.Today).With(it => it with { PovSe = ADeal.Stranger }).Finding<PovMustNotStartUnapprovedRule>().Fix, Is.Empty);

    [Test]
    public void Both_are_named_together() =>
        Assert.That(
            Starting(ADeal.Today).With(it => it with { PovSe = ADeal.Stranger }).Finding<PovMustNotStartUnapprovedRule>().Message,
            Is.EqualTo("A POV has started and an SE is assigned, but no approval is on record."));

    [TestCase("Qualification")]
    [TestCase("Discovery")]
    [TestCase("Technical Validation")]
    public void The_gate_cannot_be_dodged_by_leaving_the_stage_where_it_is(string stage) =>
        Assert.That(Starting(ADeal.Today).With(it => it with { StageName = stage }).Ask<PovMustNotStartUnapprovedRule>(), Says.Something);

    [TestCase("POV")]
    [TestCase("Commercial")]
    [TestCase("Closed Lost")]
    public void From_pov_on_other_rules_speak(string stage) =>
        Assert.That(Starting(ADeal.Today).With(it => it with { StageName = stage }).Ask<PovMustNotStartUnapprovedRule>(), Says.Nothing);

    [Test]
    public void An_approval_on_record_releases_the_hours() =>
        Assert.That(Starting(ADeal.Today).With(it => it with { PovApprovedOn = ADeal.Noon(ADeal.Today) }).Ask<PovMustNotStartUnapprovedRule>(), Says.Nothing);

    [Test]
    public void Passing_scores_are_only_a_clearance() =>
        Assert.That(Starting(ADeal.Today).Scored(2, 2, 2, 2, 2).Ask<PovMustNotStartUnapprovedRule>(), Says.Something);

    [Test]
    public void A_request_alone_spends_nothing() =>
        Assert.That(BeforePov.With(it => it with { PovRequestedOn = ADeal.Today }).Ask<PovMustNotStartUnapprovedRule>(), Says.Nothing);

    [Test]
    public void Renewals_are_not_gated() =>
        Assert.That(Starting(ADeal.Today).With(it => it with { Type = "Renewal" }).Ask<PovMustNotStartUnapprovedRule>(), Says.Nothing);

    private static ADeal Starting(DateOnly day) => BeforePov.With(it => it with { PovStart = day });
}
