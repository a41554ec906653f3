using SalesRules.Decisions;
using SalesRules.Plans;
using SalesRules.Portfolio;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Plans;

public class RecordPlanTests
{
    private static readonly DateTimeOffset DecidedAt = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Test]
    public void Corrects_the_category_and_writes_why()
    {
        var planned = Plan(CommitWithoutLeadership()).Planned;

        Assert.That(Change(planned, "ForecastCategoryName"), Is.EqualTo(("Commit", "Best Case")));
        Assert.That(Change(planned, "SalesRules_Ceiling__c").To, Is.EqualTo("Best Case"));
        Assert.That(Change(planned, "SalesRules_Reason__c").To, Does.StartWith("2026-03-02\nForecastCategoryName: Commit -> Best Case (forecast.above-ceiling). "));
        Assert.That(Change(planned, "SalesRules_Reason__c").To, Does.Contain("Cleared by: MIQL_Leadership__c = 2"));
    }

    [Test]
    public void What_is_written_is_about_the_record_as_corrected()
    {
        var decided = Plan(CommitWithoutLeadership());

        Assert.That(decided.Decision.Risk.Level, Is.EqualTo(RiskLevel.High), "the deal as it is");
        Assert.That(Change(decided.Planned, "SalesRules_Risk__c").To, Is.EqualTo("None"), "the deal as corrected");
        Assert.That(Change(decided.Planned, "SalesRules_Findings__c", orNone: true), Is.EqualTo(("", "")), "nothing is left to find");
    }

    [Test]
    public void An_org_that_keeps_no_score_of_a_pillar_is_told_no_ceiling_and_no_lowest_pillar()
    {
        var without = CommitWithoutLeadership().Under(policy => policy with { Fields = new FieldMap(new Dictionary<string, string?> { ["MIQL_Leadership__c"] = null }) });

        var fields = Plan(without).Planned.Changes.Select(change => change.Field).ToList();

        Assert.That(fields, Has.None.EqualTo("SalesRules_Ceiling__c").And.None.EqualTo("SalesRules_Lowest_Pillar__c"));
        Assert.That(fields, Has.Some.EqualTo("SalesRules_Risk__c"));
    }

    [Test]
    public void A_second_run_on_the_written_record_plans_nothing()
    {
        var first = Plan(CommitWithoutLeadership());

        var second = Plan(CommitWithoutLeadership().With(deal => Written(deal, first.Planned)), DecidedAt.AddHours(1));

        Assert.That(second.Planned.Changes, Is.Empty);
        Assert.That(second.Planned.DecisionId, Is.EqualTo(first.Planned.DecisionId));
    }

    [Test]
    public void The_next_day_plans_nothing_either()
    {
        var first = Plan(CommitWithoutLeadership());
        var next = CommitWithoutLeadership().With(deal => Written(deal, first.Planned)).On(ADeal.Today.AddDays(1));

        Assert.That(Plan(next, DecidedAt.AddDays(1)).Planned.Changes, Is.Empty);
    }

    [Test]
    public void What_moves_with_every_day_is_told_and_written_nowhere()
    {
        var aging = new StageAging([new StageAge("Discovery", "enterprise", Percentile75Days: 7, MedianDays: 6, Stays: 91)]);
        var deal = ADeal.InStage("Discovery").Scored(2, 2, 2, 2, 2).Forecast("Commit")
            .With(it => it with { Segment = "Enterprise", LastStageChangeDate = ADeal.Noon(ADeal.Today.AddDays(-8)) }).Knowing(it => it with { Aging = aging });
        var first = Plan(deal);
        var later = new StageAging([new StageAge("Discovery", "enterprise", Percentile75Days: 6, MedianDays: 5, Stays: 95)]);
        var second = Plan(deal.With(it => Written(it, first.Planned)).On(ADeal.Today.AddDays(1)).Knowing(it => it with { Aging = later }), DecidedAt.AddDays(1));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(second.Decision.Findings.Select(finding => finding.Rule), Has.Member("stage.aging").And.Member("meddpicc.unrealistic-close"));
            Assert.That(Message(second, "stage.aging"), Is.Not.EqualTo(Message(first, "stage.aging")));
            Assert.That(Message(second, "meddpicc.unrealistic-close"), Is.Not.EqualTo(Message(first, "meddpicc.unrealistic-close")));
            Assert.That(second.Planned.Changes, Is.Empty);
        }
    }

    [Test]
    public void A_changed_comment_in_the_policy_plans_nothing()
    {
        var first = Plan(CommitWithoutLeadership());
        var next = CommitWithoutLeadership().With(deal => Written(deal, first.Planned)).Under(policy => policy with { Hash = "sha256:another" });

        Assert.That(Plan(next, DecidedAt.AddHours(1)).Planned.Changes, Is.Empty);
    }

    [Test]
    public void With_the_stage_goes_the_category_that_the_deal_deserves()
    {
        var deal = ADeal.InStage("POV").Scored(1, 1, 1, 1, 1).Forecast("Pipeline").WentThrough("Discovery", "Technical Validation", "POV");

        var planned = Plan(deal).Planned;

        Assert.That(Change(planned, "StageName"), Is.EqualTo(("POV", "Technical Validation")));
        Assert.That(planned.Keeps, Is.EqualTo(new[] { new Fix("ForecastCategoryName", FieldValue.Of("Pipeline")) }));
    }

    [Test]
    public void A_category_that_changes_with_the_stage_is_not_sent_twice()
    {
        var deal = ADeal.InStage("POV").Scored(1, 1, 1, 1, 1).Forecast("Commit").WentThrough("Discovery", "Technical Validation", "POV");

        var planned = Plan(deal).Planned;

        Assert.That(Change(planned, "ForecastCategoryName"), Is.EqualTo(("Commit", "Pipeline")));
        Assert.That(planned.Keeps, Is.Empty);
    }

    [Test]
    public void A_deal_first_seen_in_pov_with_passing_scores_gets_its_approval()
    {
        var deal = ADeal.InStage("POV").Scored(2, 2, 2, 2, 2).Forecast("Commit");

        var decided = Plan(deal);

        Assert.That(decided.Decision.Pov, Is.EqualTo(new PovDecision("Approved", "Standard", [], OnRecord: true, IsGranted: true)).Using<PovDecision>((a, b) => a.State == b.State && a.OnRecord == b.OnRecord && a.IsGranted == b.IsGranted));
        Assert.That(Change(decided.Planned, "SalesRules_POV_Approved_On__c").To, Is.EqualTo("2026-03-02T09:00:00.000Z"));
    }

    [Test]
    public void An_approval_is_made_once()
    {
        var deal = ADeal.InStage("POV").Scored(2, 2, 2, 2, 2).Forecast("Commit");
        var first = Plan(deal);

        var second = Plan(deal.With(opportunity => Written(opportunity, first.Planned)), DecidedAt.AddDays(3));

        Assert.That(second.Planned.Changes, Is.Empty);
    }

    [Test]
    public void Tasks_are_those_of_the_corrected_record_and_known_ones_are_not_planned_again()
    {
        var deal = ADeal.InStage("Technical Validation").Scored(1, 1, 2, 2, 2).Forecast("Pipeline");

        var first = Plan(deal).Planned;
        var key = first.NewTasks.Single().Key;
        var again = new RecordPlan(new RuleBook(deal.Policy)).Of(deal.Opportunity, deal.Context, new KnownTasks([new OpenTask(key, null)], new HashSet<string>()), DecidedAt).Planned;

        Assert.That(key, Is.EqualTo($"pov.deferred:{ADeal.Id}:O:1"));
        Assert.That(again.NewTasks, Is.Empty);
    }

    [Test]
    public void A_task_that_a_person_closed_is_not_planned_again_in_its_episode()
    {
        var deal = ADeal.InStage("Technical Validation").Scored(1, 1, 2, 2, 2).Forecast("Pipeline");
        var closed = new KnownTasks([], new HashSet<string> { $"pov.deferred:{ADeal.Id}:O:1" });

        var planned = new RecordPlan(new RuleBook(deal.Policy)).Of(deal.Opportunity, deal.Context, closed, DecidedAt).Planned;

        Assert.That(planned.NewTasks, Is.Empty);
        Assert.That(planned.ClearedTasks, Is.Empty);
    }

    [Test]
    public void An_open_task_whose_condition_has_cleared_is_completed()
    {
        var deal = ADeal.InStage("Technical Validation").Scored(2, 2, 2, 2, 2).Forecast("Commit");
        var open = new OpenTask($"pov.deferred:{ADeal.Id}:O:1", null);

        var planned = new RecordPlan(new RuleBook(deal.Policy)).Of(deal.Opportunity, deal.Context, new KnownTasks([open], new HashSet<string>()), DecidedAt).Planned;

        Assert.That(planned.ClearedTasks, Is.EqualTo(new[] { open }));
    }

    [Test]
    public void A_task_whose_rule_could_not_run_stays_open()
    {
        var deal = ADeal.InStage("A stage that nobody mapped").Scored(2, 2, 2, 2, 2).Forecast("Commit");
        var open = new OpenTask($"pov.deferred:{ADeal.Id}:O:1", null);

        var planned = new RecordPlan(new RuleBook(deal.Policy)).Of(deal.Opportunity, deal.Context, new KnownTasks([open], new HashSet<string>()), DecidedAt).Planned;

        Assert.That(planned.ClearedTasks, Is.Empty);
    }

    [Test]
    public void What_the_gate_said_stays_on_an_approved_deal_that_has_left_pov()
    {
        var deal = ADeal.InStage("Commercial").Scored(2, 2, 2, 2, 2).Forecast("Commit")
            .With(opportunity => opportunity with { PovApprovedOn = DecidedAt, WrittenPovGate = "Approved with conditions", WrittenPovGatePath = "Executive-Led" });

        Assert.That(Plan(deal).Planned.Changes.Select(change => change.Field), Has.None.StartsWith("SalesRules_POV"));
    }

    [Test]
    public void A_closed_deal_that_nothing_is_to_be_said_of_is_not_touched()
    {
        var deal = ADeal.InStage("Closed Won").With(opportunity => opportunity with { IsClosed = true, IsWon = true, ForecastCategoryName = "Closed" });

        Assert.That(Plan(deal).Planned.IsEmpty, Is.True);
    }

    [Test]
    public void A_deal_that_closes_loses_its_risk_flag_but_keeps_ceiling_and_gate()
    {
        var open = ADeal.InStage("Commitment").Scored(1, 1, 1, 1, 1).Forecast("Pipeline");
        var written = Written(open.Opportunity, Plan(open).Planned);
        var closed = open.With(_ => written with { StageName = "Closed Lost", IsClosed = true, IsWon = false, ForecastCategoryName = "Omitted" });

        var planned = Plan(closed, DecidedAt.AddDays(1)).Planned;

        Assert.That(Change(planned, "SalesRules_Risk__c").To, Is.Empty);
        Assert.That(planned.Changes.Select(change => change.Field), Does.Not.Contain("SalesRules_Ceiling__c"));
    }

    [Test]
    public void A_field_that_the_organisation_lacks_is_not_written()
    {
        var map = new FieldMap(new Dictionary<string, string?> { ["SalesRules_Risk__c"] = null, ["SalesRules_Ceiling__c"] = "Our_Ceiling__c" });
        var deal = CommitWithoutLeadership().Under(policy => policy with { Fields = map });

        var fields = Plan(deal).Planned.Changes.Select(change => change.Field).ToList();

        Assert.That(fields, Does.Contain("Our_Ceiling__c"));
        Assert.That(fields, Does.Not.Contain("SalesRules_Risk__c").And.Not.Contain("SalesRules_Ceiling__c"));
    }

    [Test]
    public void Texts_that_Salesforce_stored_with_other_line_ends_are_the_same()
    {
        var deal = ADeal.InStage("Commitment").Scored(1, 1, 1, 1, null).Forecast("Pipeline").With(opportunity => opportunity with { OutcomeEvidence = null, Type = "Odd" });
        var first = Plan(deal);
        var stored = Written(deal.Opportunity, first.Planned);
        Assert.That(stored.WrittenFindings, Does.Contain("\n"));

        var second = Plan(deal.With(_ => stored with { WrittenFindings = stored.WrittenFindings!.Replace("\n", "\r\n") + "\r\n" }));

        Assert.That(second.Planned.Changes, Is.Empty);
    }

    private static ADeal CommitWithoutLeadership() => ADeal.InStage("Commitment").Scored(2, 1, 2, 2, 1).Forecast("Commit");

    private static PlannedDecision Plan(ADeal deal, DateTimeOffset? at = null) =>
        new RecordPlan(new RuleBook(deal.Policy)).Of(deal.Opportunity, deal.Context, KnownTasks.None, at ?? DecidedAt);

    private static (string From, string To) Change(PlannedRecord planned, string field, bool orNone = false)
    {
        var change = planned.Changes.SingleOrDefault(candidate => candidate.Field == field);
        Assert.That(change, orNone ? Is.Null : Is.Not.Null, field);
        return change is null ? ("", "") : (change.From.ToString(), change.To.ToString());
    }

    /// <summary>The record with the plan's changes on it, as a later read would bring it.</summary>
    internal static Opportunity Written(Opportunity opportunity, PlannedRecord planned)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new System.Text.Json.Utf8JsonWriter(buffer))
            new OpportunityJsonWriter(TestPolicy.Default.Fields).Write(writer, opportunity);
        var node = System.Text.Json.Nodes.JsonNode.Parse(buffer.WrittenSpan)!.AsObject();
        foreach (var change in planned.Changes)
            node[change.Field] = change.To.AsNumber is { } number ? number : change.To.IsNull ? null : change.To.ToString();
        // Salesforce would set it to now; here nobody says when that is.
        if (planned.Changes.Any(change => change.Field == "StageName"))
            node["LastStageChangeDate"] = null;
        return new OpportunityJsonReader(TestPolicy.Default.Fields).Read(System.Text.Encoding.UTF8.GetBytes(node.ToJsonString()));
    }

    private static string Message(PlannedDecision decided, string rule) => decided.Decision.Findings.Single(finding => finding.Rule == rule).Message;
}
