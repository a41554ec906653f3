using SalesRules.Alerts;
using SalesRules.Decisions;
using SalesRules.Rules;
using SalesRules.Schemas;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Alerts;

public class TransitionsTests
{
    private static readonly ADeal Sound = ADeal.InStage("Discovery").Scored(2, 2, 2, 2, 2);
    private static readonly ADeal Renewal = ADeal.Renewal;

    /// <summary>Below the floors, in pov, without an approval: the standing decision is about the deal back in technical validation.</summary>
    private static readonly ADeal Deferred = ADeal.InStage("Technical Validation").Scored(1, 1, 1, 1, 1);

    private static readonly ADeal Cleared = Deferred.Scored(2, 2, 2, 2, 2);

    private static readonly ADeal Running = ADeal.InStage("POV").Scored(2, 2, 2, 2, 2)
        .With(deal => deal with { PovApprovedOn = ADeal.Noon(ADeal.Today.AddDays(-30)), PovStart = ADeal.Today.AddDays(-30), PovEnd = ADeal.Today.AddDays(15), PovSe = ADeal.Stranger });

    [Test]
    public void A_sound_deal_is_nothing_to_tell_and_leaves_the_shortest_state()
    {
        var told = new Told();

        Assert.That(told.Decide(Sound), Is.Empty);
        Assert.That(Told.Text(told.State!), Is.EqualTo("{}"));
    }

    [TestCase(RiskLevel.None, RiskLevel.Low, null)]
    [TestCase(RiskLevel.Low, RiskLevel.Medium, AlertKind.RiskEntered)]
    [TestCase(RiskLevel.None, RiskLevel.High, AlertKind.RiskEntered)]
    [TestCase(RiskLevel.Medium, RiskLevel.Medium, null)]
    [TestCase(RiskLevel.Medium, RiskLevel.High, AlertKind.RiskRose)]
    [TestCase(RiskLevel.High, RiskLevel.High, null)]
    [TestCase(RiskLevel.High, RiskLevel.Medium, null)]
    [TestCase(RiskLevel.High, RiskLevel.None, null)]
    public void Risk_is_told_when_it_begins_and_when_it_rises(RiskLevel before, RiskLevel after, AlertKind? kind) =>
        Assert.That(Transitions.Between(new DealAlertState { Risk = before }, new DealAlertState { Risk = after }), Is.EqualTo(kind is { } one ? [one] : Array.Empty<AlertKind>()));

    [Test]
    public void A_deal_that_becomes_at_risk_is_told_with_reason_rule_and_fix()
    {
        var told = new Told();
        told.Decide(Renewal);

        var alert = told.Decide(Renewal.Scored(2, 2, 2, 2, 0)).Single(one => one.Kind == AlertKind.RiskEntered);

        Assert.That(alert.Key, Is.EqualTo($"risk-entered/{ADeal.Id}/1"));
        Assert.That(alert.Risk, Is.EqualTo(RiskLevel.High));
        Assert.That(alert.Reasons[0], Is.EqualTo("The sponsor is silent (Leadership 0): a red flag whatever usage says."));
        Assert.That(alert.Rules[0], Is.EqualTo("renewal.sponsor-silent"));
        Assert.That(alert.Reasons, Has.Count.EqualTo(alert.Rules.Count));
        Assert.That(alert.SmallestFix, Is.EqualTo("Raise Leadership to 1."));
        Assert.That((alert.On, alert.Deal!.Motion, alert.Deal.Owner), Is.EqualTo((ADeal.Today, "renewal", ADeal.Owner)));
    }

    [Test]
    public void The_next_rise_after_a_fall_is_another_transition()
    {
        var (told, silent) = (new Told(), Renewal.Scored(2, 2, 2, 2, 0));
        foreach (var deal in new[] { Renewal, silent, silent, Renewal, silent })
            told.Decide(deal);

        Assert.That(told.Alerts.Where(alert => alert.Kind == AlertKind.RiskEntered).Select(alert => alert.Key),
            Is.EqualTo([$"risk-entered/{ADeal.Id}/1", $"risk-entered/{ADeal.Id}/2"]));
    }

    [TestCase("High", null)]
    [TestCase("Medium", AlertKind.RiskRose)]
    [TestCase("None", AlertKind.RiskEntered)]
    public void What_a_forgotten_decision_shows_on_the_record_was_told_and_what_came_since_is_news(string shown, AlertKind? kind)
    {
        var told = new Told();
        told.Decide(Renewal);
        var decided = Told.Decided(Renewal.Scored(2, 2, 2, 2, 0).With(deal => deal with { WrittenDecision = "sha256:of-another-journal", WrittenRisk = shown }));

        var (after, alerts) = Transitions.OfForgotten(told.State, decided, Renewal.Policy);

        Assert.That(alerts.Select(alert => alert.Kind), Is.EqualTo(kind is { } one ? [one] : Array.Empty<AlertKind>()));
        Assert.That((after.Risk, after.SilentBy.Count > 0), Is.EqualTo((RiskLevel.High, true)), "told, or taken as told");
        Assert.That(after.Raised[AlertKind.SponsorSilent], Is.EqualTo(1), "the next one has a key of its own");
    }

    [TestCase("Deferred", null)]
    [TestCase("Approved", AlertKind.PovDeferred)]
    public void The_gate_that_a_forgotten_decision_shows_was_told(string shown, AlertKind? kind)
    {
        var told = new Told();
        told.Decide(Cleared);
        var decided = Told.Decided(Deferred.With(deal => deal with { WrittenDecision = "sha256:of-another-journal", WrittenRisk = "High", WrittenPovGate = shown }));

        Assert.That(Transitions.OfForgotten(told.State, decided, Deferred.Policy).Alerts.Select(alert => alert.Kind), Is.EqualTo(kind is { } one ? [one] : Array.Empty<AlertKind>()));
    }

    [TestCase(null, null)]
    [TestCase("Low", AlertKind.DealClosed)]
    public void A_close_is_told_unless_a_forgotten_decision_has_seen_it(string? shown, AlertKind? kind)
    {
        var told = new Told();
        told.Decide(Sound);
        var decided = Told.Decided(ADeal.InStage("Closed Won").Scored(2, 2, 2, 2, 2).With(deal => deal with { IsClosed = true, IsWon = true, WrittenDecision = "sha256:of-another-journal", WrittenRisk = shown }));

        Assert.That(Transitions.OfForgotten(told.State, decided, Sound.Policy).Alerts.Select(alert => alert.Kind), Is.EqualTo(kind is { } one ? [one] : Array.Empty<AlertKind>()));
    }

    [Test]
    public void A_deal_never_seen_before_is_told_as_it_stands() =>
        Assert.That(new Told().Kinds(Renewal.Scored(2, 2, 2, 2, 0)), Is.EqualTo([AlertKind.RiskEntered, AlertKind.SponsorSilent]));

    [Test]
    public void While_a_rule_that_made_the_risk_cannot_run_nothing_falls_and_nothing_rises_again()
    {
        var silent = Renewal.Scored(2, 2, 2, 2, 0);
        var told = new Told();
        told.Decide(silent);
        var blind = silent.Under(policy => policy.Under(new SchemaDrift([OpportunityFields.Get("MIQL_Leadership__c")], [], [], null)));

        Assert.That(told.Decide(blind).Select(alert => alert.Kind), Has.None.EqualTo(AlertKind.SponsorSilent));
        Assert.That(told.State!.Risk, Is.EqualTo(RiskLevel.High));
        Assert.That(told.Decide(silent), Is.Empty);
    }

    [Test]
    public void What_nobody_has_scored_is_to_be_scored_and_not_raised_to_a_number()
    {
        var told = new Told(DealAlertState.New);

        var deferred = told.Decide(Deferred.Scored(null, 1, 1, 1, null)).Single(alert => alert.Kind == AlertKind.PovDeferred);

        Assert.That(deferred.SmallestFix, Is.EqualTo("Score Outcome (2 or more) and Leadership. Raise Quantify to 2."));
    }

    [Test]
    public void A_deferral_is_told_and_so_is_its_end()
    {
        var told = new Told(DealAlertState.New);

        var deferred = told.Decide(Deferred).Single(alert => alert.Kind == AlertKind.PovDeferred);
        var cleared = told.Decide(Cleared).Single(alert => alert.Kind == AlertKind.PovCleared);

        Assert.That(deferred.Reasons.Single(), Does.StartWith("POV deferred: Outcome is 1, the gate needs 2"));
        Assert.That(deferred.SmallestFix, Is.EqualTo("Raise Outcome to 2 and Quantify to 2."));
        Assert.That(cleared.Reasons.Single(), Is.EqualTo("The gate's state is Approved, path Standard."));
        Assert.That(told.Decide(Cleared), Is.Empty);
    }

    [Test]
    public void A_deferral_that_was_never_told_does_not_clear() =>
        Assert.That(new Told().Kinds(Cleared), Has.None.EqualTo(AlertKind.PovCleared));

    [Test]
    public void A_gate_of_which_nothing_is_known_is_neither_cleared_nor_left()
    {
        var told = new Told();
        told.Decide(Deferred);

        Assert.That(told.Kinds(Deferred.Under(policy => policy.Under(new SchemaDrift([OpportunityFields.Get("MIQL_Maps__c")], [], [], null)))), Has.None.EqualTo(AlertKind.PovCleared));
        Assert.That(told.Kinds(Deferred.With(deal => deal with { StageName = "Unheard of" })), Has.None.EqualTo(AlertKind.PovCleared));
        Assert.That(told.Kinds(Deferred), Has.None.EqualTo(AlertKind.PovDeferred));
        Assert.That(told.Kinds(Cleared), Has.Member(AlertKind.PovCleared));
    }

    [Test]
    public void A_deferral_in_pov_is_told_by_the_deal_as_the_org_will_show_it()
    {
        var alert = new Told().Decide(Deferred.With(deal => deal with { StageName = "POV" })).Single(one => one.Kind == AlertKind.PovDeferred);

        Assert.That(alert.Deal!.Stage, Is.EqualTo(TestPolicy.ReturnStage));
    }

    [Test]
    public void The_end_of_a_pov_is_told_when_it_comes_near_and_when_it_comes_nearer()
    {
        var told = new Told();
        AlertKind[] Ends(int days) => [.. told.Kinds(Running.With(deal => deal with { PovEnd = ADeal.Today.AddDays(days) })).Where(kind => kind == AlertKind.PovEnding)];

        Assert.That(new[] { 15, 14, 10, 8, 7, 3, 0, 15, 14 }.Select(days => Ends(days).Length), Is.EqualTo(new[] { 0, 1, 0, 0, 1, 0, 0, 0, 1 }));
        Assert.That(told.Alerts.Last(alert => alert.Kind == AlertKind.PovEnding).Key, Does.EndWith("/3"));
    }

    [Test]
    public void A_sponsor_whom_nobody_met_is_silent_too_and_one_silence_is_told_once()
    {
        var asked = Renewal.Knowing(context => context with { Activity = new DealActivity(null, null) });
        var (unmet, both) = (asked.With(Unmet), asked.Scored(2, 2, 2, 2, 0).With(Unmet));
        var told = new Told(DealAlertState.New);

        Assert.That(told.Kinds(unmet), Has.Member(AlertKind.SponsorSilent));
        Assert.That(told.Kinds(both), Has.None.EqualTo(AlertKind.SponsorSilent));
        Assert.That(told.Kinds(asked), Is.Empty);
        Assert.That(told.Kinds(both), Has.Member(AlertKind.SponsorSilent));

        static Opportunity Unmet(Opportunity deal) => deal with { EconomicBuyerMetOn = ADeal.Today.AddDays(-100) };
    }

    [Test]
    public void A_date_that_is_noted_is_not_to_be_set_to_another_and_a_close_date_may()
    {
        Assert.That(FixOf(deal => deal with { CloseDate = ADeal.Today.AddDays(-1) }), Does.StartWith("Set Close Date to "));
        Assert.That(FixOf(deal => deal with { NextStepDate = ADeal.Today.AddDays(-1) }), Is.Null.Or.Not.Contain("Next Step Date"));

        static string? FixOf(Func<SalesRules.Snapshots.Opportunity, SalesRules.Snapshots.Opportunity> change)
        {
            var decided = Told.Decided(Sound.With(change));
            return SmallestFix.Of([.. decided.Standing.Decision.Findings.Where(finding => finding.Rule is "hygiene.close-date-past" or "hygiene.next-step-overdue")], decided, Sound.Policy);
        }
    }

    [TestCase("Closed Won", "It was won: Closed Won.")]
    [TestCase("Closed Lost", "It was lost: Closed Lost.")]
    public void A_close_is_told_once_and_ends_every_other_state(string stage, string reason)
    {
        var told = new Told();
        told.Decide(Renewal.Scored(2, 2, 2, 2, 0));
        var closed = Renewal.With(deal => deal with { StageName = stage, IsClosed = true, IsWon = stage == "Closed Won" });

        var alert = told.Decide(closed).Single();

        Assert.That((alert.Kind, alert.Reasons.Single(), alert.SmallestFix), Is.EqualTo((AlertKind.DealClosed, reason, (string?)null)));
        Assert.That(Told.Text(told.State! with { Raised = DealAlertState.New.Raised }), Is.EqualTo("""{"closed":true}"""));
        Assert.That(told.Decide(closed), Is.Empty);
    }

    [Test]
    public void A_deal_that_is_first_seen_closed_is_no_news() =>
        Assert.That(new Told().Decide(Sound.With(deal => deal with { StageName = "Closed Won", IsClosed = true, IsWon = true })), Is.Empty);

    [Test]
    public void A_reopened_deal_may_close_again()
    {
        var told = new Told();
        var closed = Sound.With(deal => deal with { StageName = "Closed Lost", IsClosed = true, IsWon = false });

        Assert.That(new[] { Sound, closed, Sound, closed }.SelectMany(told.Kinds), Is.EqualTo([AlertKind.DealClosed, AlertKind.DealClosed]));
    }

    [Test]
    public void Whether_a_deal_of_an_unknown_stage_is_closed_nobody_knows()
    {
        var told = new Told();
        told.Decide(Sound.With(deal => deal with { StageName = "Closed Lost", IsClosed = true }));
        told.Decide(Sound.With(deal => deal with { StageName = "Unheard of", IsClosed = null }));

        Assert.That(told.State!.IsClosed, Is.True);
    }

    [Test]
    public void Where_the_policy_switches_a_rule_off_the_gate_still_says_what_it_misses() =>
        Assert.That(new Told().Decide(Deferred.Under(policy => policy.WithSeverity("pov.deferred", null))).Single(alert => alert.Kind == AlertKind.PovDeferred).Reasons.Single(),
            Is.EqualTo("The gate misses O, Q and total."));

    [Test]
    public void The_manager_is_the_one_above_the_owner() =>
        Assert.That(new Told().Decide(Renewal.Scored(2, 2, 2, 2, 0).With(deal => deal with { OwnerManagerId = ADeal.Manager }))[0].Deal!.Manager, Is.EqualTo(ADeal.Manager));
}
