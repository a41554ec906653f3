using SalesRules.Plans;
using SalesRules.Rules;
using SalesRules.Snapshots;
using SalesRules.Tests.Plans;

namespace SalesRules.Tests.Schemas;

/// <summary>What one deal's plan looks like in an org that has lost something.</summary>
public class SchemaDriftTests
{
    private static readonly DateTimeOffset DecidedAt = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Test]
    public void A_hold_that_cannot_be_read_is_not_taken_for_none()
    {
        var decided = Plan(CommitWithoutLeadership().In(Drifts.Gone("Forecast_Hold__c")));

        Assert.That(decided.Decision.NotRun, Does.Contain("forecast.above-ceiling").And.Contain("override.invalid"));
        Assert.That(decided.Planned.IsCorrection, Is.False);
        Assert.That(Fields(decided), Does.Contain("SalesRules_Ceiling__c"), "the scores are there");
    }

    [Test]
    public void A_hold_that_the_policy_does_without_stops_nothing()
    {
        var decided = Plan(CommitWithoutLeadership().Under(policy => policy.WithAbsent("Forecast_Hold__c")));

        Assert.That(decided.Planned.IsCorrection, Is.True);
    }

    [Test]
    public void Without_a_score_neither_ceiling_nor_gate_is_touched()
    {
        var decided = Plan(CommitWithoutLeadership().In(Drifts.Gone("MIQL_Leadership__c")));

        Assert.That(decided.Decision.NotRun, Does.Contain("forecast.above-ceiling").And.Contain("pov.deferred").And.Contain("miql.no-evidence"));
        Assert.That(Fields(decided), Has.None.AnyOf("ForecastCategoryName", "SalesRules_Ceiling__c", "SalesRules_Lowest_Pillar__c", "SalesRules_POV_Gate__c"));
    }

    [Test]
    public void A_category_that_may_not_be_written_leaves_the_finding()
    {
        var decided = Plan(CommitWithoutLeadership().In(Drifts.ReadOnly("ForecastCategoryName")));

        Assert.That(decided.Decision.Findings.Select(finding => finding.Rule), Does.Contain("forecast.above-ceiling"));
        Assert.That(decided.Decision.Forecast.Proposed, Is.EqualTo(ForecastCategory.Commit));
        Assert.That(Fields(decided), Does.Contain("SalesRules_Findings__c").And.Not.Contain("ForecastCategoryName").And.Not.Contain("SalesRules_Reason__c"));
    }

    [Test]
    public void A_correction_is_not_made_where_its_reason_cannot_be_written()
    {
        var decided = Plan(CommitWithoutLeadership().In(Drifts.ReadOnly("SalesRules_Reason__c")));

        Assert.That(decided.Planned.IsCorrection, Is.False);
        Assert.That(Fields(decided), Does.Contain("SalesRules_Ceiling__c"), "the rest goes on");
    }

    [Test]
    public void A_category_goes_without_its_probability_only_where_the_policy_says_so()
    {
        var deal = CommitWithoutLeadership().In(Drifts.ReadOnly("Probability"));
        var both = deal.Under(policy => policy with { Forecast = policy.Forecast with { CorrectProbability = true } });

        Assert.That(Plan(deal).Planned.IsCorrection, Is.True);
        Assert.That(Plan(both).Planned.IsCorrection, Is.False);
    }

    [TestCase("Best Case", false)]
    [TestCase("Pipeline", true)]
    public void A_category_that_the_org_no_longer_offers_is_not_written(string retired, bool corrected)
    {
        var decided = Plan(CommitWithoutLeadership().In(Drifts.Retired("ForecastCategoryName", retired)));

        Assert.That(decided.Planned.IsCorrection, Is.EqualTo(corrected));
        Assert.That(Fields(decided), Does.Contain("SalesRules_Ceiling__c"), "another field, whose value is still there");
    }

    [Test]
    public void Nothing_moves_back_into_a_retired_stage()
    {
        var deal = ADeal.InStage("POV").Scored(1, 1, 1, 1, 1).Forecast("Pipeline").WentThrough("Discovery", "Technical Validation", "POV");

        var earlier = Plan(deal.In(Drifts.Retired("StageName", "Technical Validation"))).Planned;
        var nowhere = Plan(deal.In(Drifts.Retired("StageName", "Technical Validation", "Discovery")));

        Assert.That(earlier.Changes.Single(change => change.Field == "StageName").To.AsText, Is.EqualTo("Discovery"));
        Assert.That(nowhere.Planned.IsCorrection, Is.False);
        Assert.That(nowhere.Decision.Findings.Select(finding => finding.Rule), Does.Contain("pov.stage-without-approval"));
    }

    [Test]
    public void A_stage_does_not_move_where_its_category_cannot_go_along()
    {
        var deal = ADeal.InStage("POV").Scored(1, 1, 1, 1, 1).Forecast("Pipeline").WentThrough("Discovery", "POV");

        Assert.That(Plan(deal.In(Drifts.ReadOnly("ForecastCategoryName"))).Planned.IsCorrection, Is.False);
        Assert.That(Plan(deal.In(Drifts.Retired("ForecastCategoryName", "Pipeline"))).Planned.IsCorrection, Is.False);
        Assert.That(Plan(deal.In(Drifts.Retired("ForecastCategoryName", "Commit"))).Planned.IsCorrection, Is.True);
    }

    [TestCase("SalesRules_POV_Gate__c")]
    [TestCase("SalesRules_POV_Gate_Path__c")]
    [TestCase("SalesRules_POV_Approved_On__c")]
    public void An_approval_that_cannot_be_put_on_record_whole_is_not_made(string field)
    {
        var deal = ADeal.InStage("POV").Scored(2, 2, 2, 2, 2).Forecast("Commit").In(Drifts.ReadOnly(field));

        var decided = Plan(deal);

        Assert.That(decided.Decision.Pov, Has.Property("State").EqualTo("Approved").And.Property("IsGranted").False);
        Assert.That(Fields(decided), Does.Not.Contain("SalesRules_POV_Approved_On__c").And.Not.Contain(field));
    }

    [Test]
    public void An_approval_that_cannot_be_read_is_not_made_again()
    {
        var deal = ADeal.InStage("POV").Scored(2, 2, 2, 2, 2).Forecast("Commit").In(Drifts.Gone("SalesRules_POV_Approved_On__c"));

        var decided = Plan(deal);

        Assert.That(decided.Decision.Pov, Is.Null);
        Assert.That(decided.Decision.NotRun, Does.Contain("pov.stage-without-approval"));
    }

    [TestCase(null, "Low")]
    [TestCase("None", "Low")]
    [TestCase("Low", "Low")]
    [TestCase("Medium", "Medium")]
    [TestCase("High", "High")]
    public void Risk_rises_while_rules_are_stopped_and_does_not_sink(string? standing, string after)
    {
        // Two medium findings of rules that run: low.
        var deal = ADeal.InStage("POV").Scored(1, 2, 2, 2, 2).Forecast("Best Case").In(Drifts.Gone("MIQL_Scored_On__c"))
            .With(opportunity => opportunity with { PovApprovedOn = DecidedAt, WrittenRisk = standing });

        Assert.That(RecordPlanTests.Written(deal.Opportunity, Plan(deal).Planned).WrittenRisk, Is.EqualTo(after));
    }

    [Test]
    public void What_a_stopped_rule_had_found_stays_in_its_place()
    {
        const string Standing = "[medium] pov.over-length: The POV is planned for 90 days.\n[low] motion.unmapped: An old sentence.";
        var deal = ADeal.InStage("POV").Scored(2, 2, 2, 2, 2).Forecast("Commit").In(Drifts.Gone("POV_End__c"))
            .With(opportunity => opportunity with { WrittenFindings = Standing, Type = "Odd", OutcomeEvidence = null });

        var findings = RecordPlanTests.Written(deal.Opportunity, Plan(deal).Planned).WrittenFindings!.Split('\n');

        Assert.That(findings.Select(line => line.Split(':')[0]), Is.EqualTo(new[] { "[medium] miql.no-evidence", "[medium] pov.over-length", "[low] motion.unmapped" }));
        Assert.That(findings[1], Is.EqualTo("[medium] pov.over-length: The POV is planned for 90 days."));
        Assert.That(findings[2], Does.Not.Contain("An old sentence"), "that rule ran");
    }

    [Test]
    public void Where_tasks_cannot_be_written_the_fields_are()
    {
        var deal = ADeal.InStage("Technical Validation").Scored(1, 1, 2, 2, 2).Forecast("Pipeline").In(Drifts.NoTasks);
        var open = new KnownTasks([new OpenTask($"pov.conditions:{ADeal.Id}:M:1", null)], new HashSet<string>());

        var decided = Plan(deal, open);

        Assert.That((decided.Planned.NewTasks.Count, decided.Planned.ClearedTasks.Count, decided.Decision.Tasks.Count), Is.EqualTo((0, 0, 1)));
        Assert.That(Fields(decided), Does.Contain("SalesRules_Findings__c"));
    }

    private static ADeal CommitWithoutLeadership() => ADeal.InStage("Commitment").Scored(2, 1, 2, 2, 1).Forecast("Commit");

    private static PlannedDecision Plan(ADeal deal, KnownTasks? tasks = null) =>
        new RecordPlan(new RuleBook(deal.Policy)).Of(deal.Opportunity, deal.Context, tasks ?? KnownTasks.None, DecidedAt);

    private static IEnumerable<string> Fields(PlannedDecision decided) => decided.Planned.Changes.Select(change => change.Field);
}
