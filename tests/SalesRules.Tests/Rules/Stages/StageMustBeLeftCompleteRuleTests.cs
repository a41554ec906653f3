using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules.Stages;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Stages;

public class StageMustBeLeftCompleteRuleTests
{
    [Test]
    public void A_stage_whose_list_is_done_may_be_left() => Assert.That(Moved("Discovery", "Technical Validation").Ask<StageMustBeLeftCompleteRule>(), Says.Nothing);

    [Test]
    public void What_is_open_is_named()
    {
        var finding = Incomplete.Finding<StageMustBeLeftCompleteRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.High));
            Assert.That(finding.Message, Is.EqualTo(
                "Moved from Discovery to Technical Validation on 2026-02-02 with its exit checklist incomplete: Discovery notes: problem and impact; Next meeting scheduled."));
            Assert.That(finding.Evidence.Select(seen => seen.Field), Is.EqualTo(["Pain__c", "NextStep"]));
            Assert.That(finding.Changes, Is.Empty, "the policy only flags");
        }
    }

    [TestCase("Qualification", "Discovery", true)]
    [TestCase("Discovery", "Solution", true)]
    [TestCase("Technical Validation", "Solution", false)]
    [TestCase("Solution", "POV", false)]
    public void Only_the_list_of_the_stage_just_left_counts(string left, string entered, bool found) => Assert.That(
        Moved(left, entered).With(it => it with { Pain = null }).Ask<StageMustBeLeftCompleteRule>(), found ? Says.Something : Says.Nothing);

    [Test]
    public void A_move_back_leaves_nothing_behind() => Assert.That(Moved("Discovery", "Qualification").With(it => it with { Pain = null }).Ask<StageMustBeLeftCompleteRule>(), Says.Nothing);

    [Test]
    public void What_the_service_moved_is_no_persons_move() =>
        Assert.That(Incomplete.Knowing(context => context with { ServiceUser = ADeal.Owner }).Ask<StageMustBeLeftCompleteRule>(), Says.Nothing);

    [Test]
    public void Without_a_history_nothing_can_be_told() =>
        Assert.That(ADeal.InStage("Solution").With(it => it with { Pain = null }).Ask<StageMustBeLeftCompleteRule>(), Says.Unknown);

    [Test]
    public void A_history_that_ends_in_another_stage_shows_no_move() =>
        Assert.That(Incomplete.With(it => it with { StageName = "Solution" }).Ask<StageMustBeLeftCompleteRule>(), Says.Nothing);

    [Test]
    public void An_item_whose_field_the_org_lacks_is_not_asked() => Assert.That(
        Incomplete.With(it => it with { NextStep = "Call" }).Under(policy => policy.WithAbsent("Pain__c")).Ask<StageMustBeLeftCompleteRule>(), Says.Nothing);

    [Test]
    public void In_mode_return_the_deal_goes_back() => Assert.That(
        Returned(Incomplete), Is.EqualTo([new FieldChange("StageName", FieldValue.Of("Technical Validation"), FieldValue.Of("Discovery"), "stage.exit-incomplete")]));

    [Test]
    public void Not_into_a_stage_that_is_no_longer_active() => Assert.That(
        Returned(Moved("Old Validation", "Solution").Under(policy => Listing(policy, StageType.TechnicalValidation)).With(it => it with { Budget = null })), Is.Empty);

    [TestCase(false)]
    [TestCase(true)]
    public void Into_pov_only_with_an_approval(bool isApproved)
    {
        var deal = Moved("POV", "Commercial").Under(policy => Listing(policy, StageType.Pov)).With(it => it with { PovApprovedOn = isApproved ? ADeal.Noon(ADeal.Today) : null });
        Assert.That(Returned(deal).Select(change => change.To.AsText), isApproved ? Is.EqualTo(["POV"]) : Is.Empty);
    }

    [Test]
    public void Where_the_gate_sends_a_deal_back_the_gate_says_where_to()
    {
        var decision = Moved("Solution", "POV").Scored(0, 0, 0, 0, 0).With(it => it with { DecisionCriteria = null }).Under(Returning).Decide();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(decision.Findings.Select(finding => finding.Rule), Does.Contain("stage.exit-incomplete"));
            Assert.That(decision.Changes.Select(change => change.Rule), Is.EqualTo(["pov.stage-without-approval"]));
        }
    }

    private static ADeal Incomplete => Moved("Discovery", "Technical Validation").With(it => it with { Pain = null, NextStep = null });

    private static ADeal Moved(string left, string entered) => ADeal.InStage(entered).WentThrough(left, entered);

    private static IReadOnlyList<FieldChange> Returned(ADeal deal) => deal.Under(Returning).Finding<StageMustBeLeftCompleteRule>().Changes;

    private static Policy Returning(Policy policy) => policy with { StageRules = policy.StageRules with { Exit = ExitMode.Return } };

    private static Policy Listing(Policy policy, StageType type) => policy with
    {
        StageRules = policy.StageRules with { ExitChecklists = new Dictionary<StageType, IReadOnlyList<ChecklistItem>> { [type] = [new("Budget", ["Budget__c"])] } },
    };
}
