using System.Globalization;
using FsCheck.NUnit;
using SalesRules.Decisions;
using SalesRules.Rules;
using SalesRules.Snapshots;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace SalesRules.Tests.Rules;

/// <summary>What holds for every deal, whatever its scores, stage, dates, hold, history and policy.</summary>
[Properties(Arbitrary = [typeof(RandomDeals)], MaxTest = 3000, QuietOnSuccess = true)]
public class DecisionProperties
{
    private static readonly SalesforceId OurUser = SalesforceId.Parse("005xx000001Sv6E");

    [Property]
    public void Once_its_changes_are_written_a_deal_needs_no_further_change(ADeal deal)
    {
        var decision = deal.Decide();
        var corrected = deal.Corrected(decision);

        // A history from before the move tells of another stage than the one where the deal stands now: the next property has the one after it.
        if (decision.Changes.Any(change => change.Field == "StageName"))
            corrected = corrected.With(it => it with { StageHistory = null, LastStageChangeDate = null }).Knowing(context => context with { StageHistory = null });
        Assert.That(corrected.Decide().Changes, Is.Empty);
    }

    [Property]
    public void That_is_so_too_when_the_history_shows_the_move(ADeal deal)
    {
        var decision = deal.Decide();
        var corrected = deal.Corrected(decision);

        // The org's history names our user as who moved it, and a run always knows who that is.
        var us = deal.Context.ServiceUser ?? OurUser;
        var moved = corrected.Opportunity.StageName is { } stage && decision.Changes.Any(change => change.Field == "StageName")
            ? corrected.Knowing(context => context with { ServiceUser = us, StageHistory = [.. deal.Build().StageHistory ?? [], new StageEntry(stage, ADeal.Noon(ADeal.Today), us)] })
            : corrected;
        Assert.That(moved.Decide().Changes, Is.Empty);
    }

    [Property]
    public void The_same_input_gives_the_same_bytes_in_any_culture_and_on_any_thread(ADeal deal)
    {
        var here = deal.DecideToJson();
        var there = "";
        var thread = new Thread(() => there = deal.DecideToJson()) { CurrentCulture = Strange };
        thread.Start();
        thread.Join();

        Assert.That(there, Is.EqualTo(here));
    }

    [Property]
    public void A_field_is_changed_once_at_most_to_another_value_and_only_if_people_own_it_and_rules_may_correct_it(ADeal deal)
    {
        var changes = deal.Decide().Changes;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(changes.Select(change => change.Field), Is.Unique);
            foreach (var change in changes)
            {
                var field = OpportunityFields.Get(change.Field);
                Assert.That(field.Access, Is.EqualTo(FieldAccess.Corrected), change.Field);
                Assert.That(field.ValueOf(deal.Opportunity), Is.EqualTo(change.From), change.Field);
                Assert.That(change.To, Is.Not.EqualTo(change.From).And.Not.EqualTo(FieldValue.Null), change.Field);
            }
        }
    }

    [Property]
    public void No_correction_leaves_a_category_above_its_ceiling_unless_a_hold_keeps_it(ADeal deal)
    {
        var decision = deal.Decide();
        var kept = deal.Build().Hold.Keeps(decision.Forecast.Proposed);
        Assert.That(!decision.IsOpen || kept || decision.Forecast.Proposed <= decision.Forecast.Ceiling, Is.True, $"{decision.Forecast}");
    }

    [Property]
    public void No_override_and_no_setting_approves_a_deal_without_both_hard_floors(ADeal deal)
    {
        var decision = deal.Decide();
        if (decision.Miql is not { Outcome: 2, Quantify: 2 })
            Assert.That((decision.Pov?.State ?? "Deferred", decision.Pov?.IsGranted ?? false), Is.EqualTo(("Deferred", false)));
    }

    [Property]
    public void A_rule_that_did_not_run_has_no_finding_and_findings_are_one_a_rule(ADeal deal)
    {
        var decision = deal.Decide();
        Assert.That(decision.Findings.Select(finding => finding.Rule).Concat(decision.NotRun), Is.Unique);
    }

    [Property]
    public void Findings_come_highest_severity_first_and_then_in_the_books_order(ADeal deal)
    {
        var findings = deal.Decide().Findings;
        Assert.That(findings, Is.EqualTo(findings.OrderByDescending(finding => finding.Severity).ThenBy(finding => RuleBook.PlaceOf(finding.Rule, deal.Policy))));
    }

    [Property]
    public void What_a_finding_weighs_is_what_its_rule_says(ADeal deal)
    {
        foreach (var finding in deal.Decide().Findings)
            Assert.That(RuleBook.Find(finding.Rule, deal.Policy)!.Weighs.Split(' ', ';', ','), Does.Contain(finding.Severity.Name()), finding.Rule);
    }

    [Property]
    public void Closed_deals_are_never_changed_gated_or_given_tasks(ADeal deal)
    {
        var decision = deal.With(it => it with { IsClosed = true }).Decide();
        Assert.That((decision.Changes.Count, decision.Tasks.Count, decision.Pov), Is.EqualTo((0, 0, (PovDecision?)null)));
    }

    [Property]
    public void What_lasts_carries_dates_and_never_ages(ADeal deal)
    {
        // What stays true of the deal tomorrow is said in the same words tomorrow.
        var today = deal.Decide().Findings.ToDictionary(finding => finding.Rule);
        foreach (var finding in deal.On(ADeal.Today.AddDays(1)).Decide().Findings)
        {
            if (today.TryGetValue(finding.Rule, out var before) && before.Severity == finding.Severity && before.Lasting.Evidence.SequenceEqual(finding.Lasting.Evidence))
                Assert.That(finding.Lasting.Message, Is.EqualTo(before.Lasting.Message));
        }
    }

    private static CultureInfo Strange
    {
        get
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NumberDecimalSeparator = ",";
            culture.NumberFormat.NumberGroupSeparator = ".";
            culture.NumberFormat.NegativeSign = "minus ";
            culture.DateTimeFormat.ShortDatePattern = "dd.MM.yy";
            culture.DateTimeFormat.DateSeparator = ".";
            culture.DateTimeFormat.TimeSeparator = "h";
            return culture;
        }
    }
}
