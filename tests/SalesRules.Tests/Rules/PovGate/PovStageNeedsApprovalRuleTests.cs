using SalesRules.Decisions;
using SalesRules.Rules.PovGate;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.PovGate;

public class PovStageNeedsApprovalRuleTests
{
    private static readonly DateOnly Effective = new(2026, 2, 1);

    private static ADeal Deferred => ADeal.InStage("POV").Scored(1, 2, 2, 2, 2).Forecast("Pipeline");

    [Test]
    public void A_deferred_deal_in_pov_goes_back_with_the_reason()
    {
        var finding = Deferred.Finding<PovStageNeedsApprovalRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.High));
            Assert.That(
                finding.Message,
                Is.EqualTo("In POV without an approval on record and the gate defers it (O): it returns to Technical Validation."));
            Assert.That(
                finding.Changes,
                Is.EqualTo([new FieldChange("StageName", FieldValue.Of("POV"), FieldValue.Of("Technical Validation"), "pov.stage-without-approval")]));
            Assert.That(finding.Fix, Is.EqualTo([new Fix("MIQL_Outcome__c", FieldValue.Of(2m))]));
        }
    }

    [Test]
    public void The_category_that_the_deal_deserves_goes_with_it()
    {
        var decision = Deferred.Forecast("Commit").Decide();
        Assert.That(decision.Changes.Select(change => $"{change.Field}: {change.To}"), Is.EquivalentTo(["StageName: Technical Validation", "ForecastCategoryName: Best Case"]));
    }

    [Test]
    public void Passing_scores_stay() => Assert.That(ADeal.InStage("POV").Scored(2, 1, 1, 2, 0).Ask<PovStageNeedsApprovalRule>(), Says.Nothing);

    [Test]
    public void With_an_approval_on_record_it_is_never_moved_back() =>
        Assert.That(Deferred.With(it => it with { PovApprovedOn = ADeal.Noon(ADeal.Today) }).Ask<PovStageNeedsApprovalRule>(), Says.Nothing);

    [TestCase("Solution")]
    [TestCase("Commercial")]
    [TestCase("Closed Won")]
    public void In_other_stages_it_is_silent(string stage) =>
        Assert.That(Deferred.With(it => it with { StageName = stage }).Ask<PovStageNeedsApprovalRule>(), Says.Nothing);

    [Test]
    public void A_renewal_in_pov_stays() => Assert.That(Deferred.With(it => it with { Type = "Renewal" }).Ask<PovStageNeedsApprovalRule>(), Says.Nothing);

    [TestCase("Solution", "Discovery", "Solution", "POV")]
    [TestCase("Discovery", "Solution", "Discovery", "POV", TestName = "The_latest_is_taken_not_the_highest")]
    [TestCase("Discovery", "Discovery", "Old Validation", "POV", TestName = "An_inactive_stage_is_passed_over")]
    [TestCase("Discovery", "Discovery", "Closed Lost", "POV", TestName = "A_closed_stage_is_passed_over")]
    [TestCase("Discovery", "Discovery", "Pilot", "POV", TestName = "A_stage_that_the_policy_does_not_map_is_passed_over")]
    [TestCase("Discovery", "Discovery", "Commercial", "POV", TestName = "A_stage_of_higher_order_is_passed_over")]
    [TestCase("Solution", "Solution", "POV", "Commercial", "POV", TestName = "An_earlier_stay_in_pov_is_passed_over")]
    [TestCase("Technical Validation", "POV", TestName = "Without_an_earlier_stage_in_history_it_is_the_policys_return_stage")]
    [TestCase("Technical Validation", "Pilot", "Closed Lost", "Old Validation", "POV", TestName = "Without_a_fit_one_it_is_the_policys_return_stage")]
    public void It_returns_to_the_latest_stage_in_history_that_fits(string expected, params string[] history) =>
        Assert.That(Returns(Deferred.WentThrough(history)), Is.EqualTo(expected));

    [Test]
    public void With_an_empty_history_it_returns_to_the_policys_stage() => Assert.That(Returns(Deferred.WentThrough()), Is.EqualTo("Technical Validation"));

    [Test]
    public void The_records_own_history_counts_where_the_context_has_none()
    {
        var deal = Deferred.With(it => it with { StageHistory = [new StageEntry("Solution", ADeal.Noon(ADeal.Today), null)] });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Returns(deal), Is.EqualTo("Solution"));
            Assert.That(Returns(deal.WentThrough("Discovery", "POV")), Is.EqualTo("Discovery"));
        }
    }

    [Test]
    public void It_never_returns_to_another_pov_stage_from_which_the_next_run_would_move_it_again()
    {
        var deal = Deferred.With(it => it with { StageName = "POV Run" }).Under(policy => policy with { Stages = TestPolicy.TwoPovStages })
            .WentThrough("Solution", "POV Setup", "POV Run");
        Assert.That(Returns(deal), Is.EqualTo("Solution"));
    }

    [Test]
    public void A_deal_that_entered_before_the_gate_took_effect_is_not_moved() =>
        Assert.That(Entered(Effective.AddDays(-1)).Ask<PovStageNeedsApprovalRule>(), Says.Nothing);

    [Test]
    public void One_that_entered_on_that_day_is() => Assert.That(Entered(Effective).Ask<PovStageNeedsApprovalRule>(), Says.Something);

    [Test]
    public void When_it_entered_is_told_by_the_last_stage_change_where_there_is_no_history()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Changed(Effective.AddDays(-1)).Ask<PovStageNeedsApprovalRule>(), Says.Nothing);
            Assert.That(Changed(Effective).Ask<PovStageNeedsApprovalRule>(), Says.Something);
        }
    }

    [Test]
    public void With_several_pov_stages_the_last_change_may_have_been_between_them_so_it_is_not_known()
    {
        static ADeal InSecond(ADeal deal) => deal.With(it => it with { StageName = "POV Run" }).Under(policy => policy with { Stages = TestPolicy.TwoPovStages });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(InSecond(Changed(Effective)).Ask<PovStageNeedsApprovalRule>(), Says.Unknown);
            Assert.That(InSecond(Changed(Effective.AddDays(-1))).Ask<PovStageNeedsApprovalRule>(), Says.Nothing, "the entry was no later than the last change");
        }
    }

    [Test]
    public void When_nobody_knows_when_it_entered_it_is_not_moved() =>
        Assert.That(Deferred.Under(policy => policy.EffectiveFrom(Effective)).Ask<PovStageNeedsApprovalRule>(), Says.Unknown);

    [Test]
    public void The_day_of_entry_is_the_one_of_the_policys_time_zone()
    {
        var lateOnTheEve = new DateTimeOffset(2026, 1, 31, 23, 30, 0, TimeSpan.Zero);
        var deal = Deferred.With(it => it with { LastStageChangeDate = lateOnTheEve }).Under(policy => policy.EffectiveFrom(Effective));
        var berlin = TimeZoneInfo.CreateCustomTimeZone("Test/+01", TimeSpan.FromHours(1), null, null);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(deal.Ask<PovStageNeedsApprovalRule>(), Says.Nothing);
            Assert.That(deal.Under(policy => policy with { TimeZone = berlin }).Ask<PovStageNeedsApprovalRule>(), Says.Something);
        }
    }

    private static string Returns(ADeal deal) => deal.Finding<PovStageNeedsApprovalRule>().Changes.Single().To.ToString();

    private static ADeal Entered(DateOnly day) => Deferred.Under(policy => policy.EffectiveFrom(Effective)).Knowing(context => context with
    {
        StageHistory = [new StageEntry("Solution", ADeal.Noon(day.AddDays(-30)), null), new StageEntry("POV", ADeal.Noon(day), null)],
    });

    private static ADeal Changed(DateOnly day) =>
        Deferred.With(it => it with { LastStageChangeDate = ADeal.Noon(day) }).Under(policy => policy.EffectiveFrom(Effective));
}
