using System.Text.Json;
using System.Text.Json.Nodes;
using SalesRules.Host.Commands;
using SalesRules.Host.Runs;
using SalesRules.Sandbox.Faults;
using SalesRules.Sandbox.Faults.Changes;
using SalesRules.Sandbox.Faults.Replies;
using SalesRules.Schemas;
using SalesRules.Snapshots;
using FieldAccess = SalesRules.Sandbox.Schema.FieldAccess;

namespace SalesRules.EndToEnd.Tests;

/// <summary>A field, a value or a permission is gone when a run begins: the rules concerned are stopped and named, the rest goes on, and nothing is lost once it is back.</summary>
public class SchemaDriftTests
{
    [Test]
    public async Task A_field_that_is_gone_stops_the_rules_that_need_it_and_the_others_go_on()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        await org.Person.EditAsync(deal, new JsonObject { ["CloseDate"] = "2040-01-01" });
        Hide(org, "MIQL_Leadership__c");

        var tally = await org.RunAsync();

        var lost = tally.Drift.Single();
        Assert.That((lost.Kind, lost.Field), Is.EqualTo((DriftKind.Unreadable, "MIQL_Leadership__c")));
        Assert.That(lost.Rules, Does.Contain("forecast.above-ceiling").And.Contain("pov.deferred").And.Not.Contain("forecast.commit-outside-quarter"));
        Assert.That(tally.Rules.NotRun.Keys, Is.SupersetOf(lost.Rules.Where(rule => rule.StartsWith("miql.", StringComparison.Ordinal) || rule.StartsWith("forecast.", StringComparison.Ordinal))));
        Assert.That((tally.Status, tally.IsComplete, tally.Writes.Refused), Is.EqualTo(("partial", false, 0)));
        var after = await org.Person.ReadAsync(deal);
        Assert.That(Text(after, "ForecastCategoryName"), Is.EqualTo("Commit"));
        Assert.That(after.GetProperty("SalesRules_Ceiling__c").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(Text(after, "SalesRules_Findings__c"), Does.Contain("forecast.commit-outside-quarter"));
    }

    [Test]
    public async Task Contacts_that_our_user_may_not_read_stop_the_rules_that_ask_for_them_and_what_they_found_stands()
    {
        await using var org = await TestOrg.StartAsync();
        await org.RunAsync();
        await org.RunAsync();

        org.Server.Org.SetFieldAccess("Contact", "AccountId", FieldAccess.Hidden);
        var reconciled = await ReconcileAsync(org);
        org.Server.Org.SetFieldAccess("Contact", "AccountId", FieldAccess.Full);
        var healed = await ReconcileAsync(org);

        var lost = reconciled.Drift.Single(note => note.Field == "OpportunityContactRole");
        Assert.That((lost.Kind, lost.IsWarning), Is.EqualTo((DriftKind.Surrounding, false)));
        Assert.That(lost.Rules, Does.Contain("meddpicc.single-threaded").And.Not.Contain("hygiene.duplicate"));
        Assert.That(reconciled.Rules.NotRun.Keys, Does.Contain("meddpicc.single-threaded"));
        Assert.That((reconciled.Status, reconciled.Evaluated, reconciled.Planned.Deals), Is.EqualTo(("partial", reconciled.Read, 0)), "nothing moves");
        Assert.That((healed.Drift.Count, healed.Planned.Deals, healed.IsComplete), Is.EqualTo((0, 0, true)), string.Join('\n', healed.Notes.Lines));
    }

    [TestCase("MIQL_Leadership__c")]
    [TestCase("MIQL_Outcome_Evidence__c")]
    [TestCase("Forecast_Hold__c")]
    [TestCase("POV_Requested_On__c")]
    [TestCase("POV_SE__c")]
    [TestCase("Type")]
    [TestCase("SalesRules_POV_Approved_On__c")]
    [TestCase("SalesRules_Findings__c")]
    [TestCase("SalesRules_Decision__c")]
    [TestCase("SalesRules_Risk__c")]
    public async Task A_field_that_vanishes_moves_nothing_in_an_org_that_has_settled_and_neither_does_its_return(string field)
    {
        await using var org = await TestOrg.StartAsync();
        await org.RunAsync();
        await org.RunAsync();
        org.Server.Calls.Clear();

        Hide(org, field);
        var drifted = await org.RunAsync();
        var reconciled = await ReconcileAsync(org);
        org.Server.Org.SetFieldAccess("Opportunity", field, FieldAccess.Full);
        var healed = await org.RunAsync();

        Assert.That(drifted.Drift.Select(note => note.Field), Is.EqualTo(new[] { field }));
        Assert.That((reconciled.Evaluated, reconciled.Planned.Deals, reconciled.IsComplete), Is.EqualTo((reconciled.Read, 0, false)), "every open deal was decided");
        Assert.That((healed.Drift.Count, healed.Planned.Deals, healed.IsComplete), Is.EqualTo((0, 0, true)), string.Join('\n', healed.Notes.Lines));
        Assert.That(org.Server.Calls.Latest.Select(call => call.Method), Has.None.EqualTo("PATCH"));
    }

    [Test]
    public async Task Once_the_field_is_back_everything_that_was_decided_without_it_is_decided_again_closed_deals_too()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var open = await org.Person.CreateCommitWithoutLeadershipAsync();
        var closing = await org.Person.CreateCommitWithoutLeadershipAsync();
        await org.RunAsync();
        Hide(org, "MIQL_Leadership__c");
        await org.Person.EditAsync(open, new JsonObject { ["ForecastCategoryName"] = "Commit" });
        await org.Person.EditAsync(closing, new JsonObject { ["StageName"] = "Closed Lost" });
        await org.RunAsync();
        await org.RunAsync();
        Assert.That(Text(await org.Person.ReadAsync(open), "ForecastCategoryName"), Is.EqualTo("Commit"), "while the score is gone");

        org.Server.Org.SetFieldAccess("Opportunity", "MIQL_Leadership__c", FieldAccess.Full);
        var healed = await org.RunAsync();

        Assert.That(Text(await org.Person.ReadAsync(open), "ForecastCategoryName"), Is.EqualTo("Best Case"));
        Assert.That((healed.Read, healed.IsComplete), Is.EqualTo((2, true)), string.Join('\n', healed.Notes.Lines));
        Assert.That((await org.RunAsync()).Planned.Deals, Is.Zero);
    }

    [Test]
    public async Task A_drift_that_begins_or_lasts_reads_what_changed_and_only_its_end_reads_everything_open()
    {
        var clock = new OrgClock();
        await using var org = await TestOrg.StartAsync(clock, opportunities: 50);
        await org.RunAsync();
        clock.Advance(TimeSpan.FromHours(1));
        await org.RunAsync();
        clock.Advance(TimeSpan.FromHours(1));
        Hide(org, "MIQL_Leadership__c");

        var begins = await org.RunAsync();
        var lasts = await org.RunAsync();
        org.Server.Org.SetFieldAccess("Opportunity", "MIQL_Leadership__c", FieldAccess.Full);
        var ends = await org.RunAsync();
        var after = await org.RunAsync();

        Assert.That((begins.Read, lasts.Read, after.Read), Is.EqualTo((0, 0, 0)));
        Assert.That(ends.Read, Is.GreaterThan(20), "every open deal");
        Assert.That((begins.IsComplete, lasts.IsComplete, ends.IsComplete), Is.EqualTo((false, false, true)), "it is named by every run until it is mended");
    }

    [Test]
    public async Task A_permission_that_is_lost_leaves_the_finding_and_its_correction_is_made_once_it_is_back()
    {
        const string field = "SalesRules_Reason__c";
        const string rule = "forecast.above-ceiling";
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        org.Server.Org.SetFieldAccess("Opportunity", field, FieldAccess.ReadOnly);

        var tally = await org.RunAsync();

        Assert.That((tally.Drift.Single().Kind, tally.Drift[0].Field, tally.Writes.Refused, tally.Writes.Written), Is.EqualTo((DriftKind.ReadOnly, field, 0, 1)));
        Assert.That(tally.Drift[0].Rules, Does.Contain(rule));
        var kept = await org.Person.ReadAsync(deal);
        Assert.That(Text(kept, "ForecastCategoryName"), Is.EqualTo("Commit"));
        Assert.That(Text(kept, "SalesRules_Findings__c"), Does.Contain(rule));
        Assert.That(Text(kept, "SalesRules_Risk__c"), Is.EqualTo("High"));

        org.Server.Org.SetFieldAccess("Opportunity", field, FieldAccess.Full);
        var healed = await org.RunAsync();

        var corrected = await org.Person.ReadAsync(deal);
        Assert.That((Text(corrected, "ForecastCategoryName"), Text(corrected, "SalesRules_Risk__c"), healed.IsComplete), Is.EqualTo(("Best Case", "None", true)));
        Assert.That(Text(corrected, "SalesRules_Reason__c"), Does.Contain("Commit -> Best Case"));
    }

    [Test]
    public async Task A_retired_category_is_not_written_until_it_is_offered_again()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        org.Server.Faults.Add(new RetiredValueFault { Field = "ForecastCategoryName", Value = "Best Case" });

        var tally = await org.RunAsync();

        Assert.That(tally.Drift.Select(note => (note.Kind, note.Field, note.Value)), Is.EqualTo(new[] { (DriftKind.RetiredValue, "ForecastCategoryName", "Best Case") }));
        Assert.That((tally.Writes.Refused, Text(await org.Person.ReadAsync(deal), "ForecastCategoryName")), Is.EqualTo((0, "Commit")));
        org.Server.Faults.StopAll();
        Assert.That((await org.RunAsync()).IsComplete, Is.True);
        Assert.That(Text(await org.Person.ReadAsync(deal), "ForecastCategoryName"), Is.EqualTo("Best Case"));
    }

    [Test]
    public async Task A_retired_value_of_a_field_of_ours_leaves_the_other_fields_to_be_written()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        org.Server.Faults.Add(new RetiredValueFault { Field = "SalesRules_Ceiling__c", Value = "Best Case" });

        var tally = await org.RunAsync();

        var after = await org.Person.ReadAsync(deal);
        Assert.That((tally.Writes.Refused, Text(after, "ForecastCategoryName"), Text(after, "SalesRules_Risk__c")), Is.EqualTo((0, "Best Case", "None")));
        Assert.That(after.GetProperty("SalesRules_Ceiling__c").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(tally.IsComplete, Is.False);
    }

    [TestCase("Qualification", true, Description = "a stage that nothing is moved back to by default")]
    [TestCase("Technical Deep-Dive", false, Description = "the policy's return stage")]
    public async Task A_retired_stage_is_told_and_reading_goes_on(string stage, bool isComplete)
    {
        await using var org = await TestOrg.StartAsync(opportunities: 20);
        org.Server.Faults.Add(new RetiredValueFault { Field = "StageName", Value = stage });

        var tally = await org.RunAsync();

        Assert.That((tally.Drift.Single().Value, tally.Drift[0].IsWarning, tally.IsComplete), Is.EqualTo((stage, isComplete, isComplete)), string.Join('\n', tally.Notes.Lines));
        Assert.That(tally.Writes.Written, Is.GreaterThan(0));
    }

    [TestCase(FieldAccess.Hidden)]
    [TestCase(FieldAccess.ReadOnly)]
    public async Task Without_their_key_no_tasks_are_made_and_the_fields_are_written(FieldAccess access)
    {
        await using var org = await TestOrg.StartAsync();
        org.Server.Org.SetFieldAccess("Task", "SalesRules_Key__c", access);

        var tally = await org.RunAsync();

        Assert.That((tally.Drift.Single().Kind, tally.Writes.TasksCreated, tally.Writes.TasksRefused, tally.Writes.Refused), Is.EqualTo((DriftKind.Tasks, 0, 0, 0)));
        Assert.That(tally.Drift[0].Loss, Does.Contain("SalesRules_Key__c").And.Contain("no task is made or completed"));
        Assert.That(tally.Writes.Written, Is.GreaterThan(0));
        org.Server.Org.SetFieldAccess("Task", "SalesRules_Key__c", FieldAccess.Full);
        var healed = await org.RunAsync();
        Assert.That((healed.Writes.TasksCreated > 0, healed.Writes.Written, healed.IsComplete), Is.EqualTo((true, 0, true)), string.Join('\n', healed.Notes.Lines));
    }

    [Test]
    public async Task A_task_that_a_person_closed_while_its_key_was_gone_is_not_opened_again()
    {
        await using var org = await TestOrg.StartAsync();
        await org.RunAsync();
        var task = (await org.Person.QueryAsync("SELECT Id FROM Task WHERE SalesRules_Key__c != null AND IsClosed = false LIMIT 1"))[0].GetProperty("Id").GetString()!;
        org.Server.Org.SetFieldAccess("Task", "SalesRules_Key__c", FieldAccess.Hidden);
        await org.Person.EditAsync(SalesforceId.Parse(task), new JsonObject { ["Status"] = "Completed" }, "Task");
        await org.RunAsync();
        await org.RunAsync();

        org.Server.Org.SetFieldAccess("Task", "SalesRules_Key__c", FieldAccess.Full);
        var healed = await org.RunAsync();

        Assert.That((healed.Writes.TasksCreated, healed.IsComplete), Is.EqualTo((0, true)), string.Join('\n', healed.Notes.Lines));
    }

    [Test]
    public async Task A_reviewed_plan_that_would_write_a_field_that_is_gone_is_refused_and_the_field_named()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        var plan = await org.PlanAsync();
        org.Server.Org.SetFieldAccess("Opportunity", "SalesRules_Reason__c", FieldAccess.ReadOnly);
        Hide(org, "MIQL_Maps__c");
        Hide(org, "SalesRules_Risk__c");

        var refusal = await Assert.ThrowsAsync<CommandException>(() => org.ApplyAsync(plan));

        Assert.That(refusal!.ExitCode, Is.EqualTo(ExitCode.Refused));
        Assert.That(refusal.Message, Does.Contain("MIQL_Maps__c (gone or hidden), SalesRules_Reason__c (read-only), SalesRules_Risk__c (gone or hidden)"));
        Assert.That(Text(await org.Person.ReadAsync(deal), "ForecastCategoryName"), Is.EqualTo("Commit"));
    }

    [Test]
    public async Task A_plan_names_what_it_had_to_do_without_and_can_be_applied_there()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 20);
        Hide(org, "MIQL_Leadership__c");

        var plan = await org.PlanAsync();
        var tally = await org.ApplyAsync(plan);

        Assert.That(plan.Drift.Single(), Does.StartWith("MIQL_Leadership__c is gone or hidden from our user: the rules ").And.Contain("forecast.above-ceiling"));
        Assert.That((tally.Writes.Written + tally.Writes.TasksCreated > 0, tally.Writes.Refused, tally.Status), Is.EqualTo((true, 0, "partial")));
    }

    [Test]
    public async Task An_org_that_hides_its_deals_refuses_the_run_before_anything_is_decided()
    {
        await using var org = await TestOrg.StartAsync();
        org.Server.Faults.Add(new ApiErrorFault
        {
            Status = 404,
            Code = "NOT_FOUND",
            Message = "The requested resource does not exist",
            Where = new() { Operation = FaultOperation.Describe, ObjectName = "Opportunity" },
        });

        var refusal = await Assert.ThrowsAsync<MissingFieldsException>(() => org.RunAsync());

        Assert.That(refusal!.Message, Does.Contain("StageName").And.Contain("nothing written"));
        Assert.That(Failures.ExitCodeOf(refusal), Is.EqualTo(ExitCode.Refused));
        Assert.That(org.Server.Calls.Latest.Select(call => call.Method), Has.None.EqualTo("PATCH"));
    }

    [Test]
    public async Task A_revert_leaves_alone_what_it_can_no_longer_read_or_write_and_lists_it()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        var run = (await org.RunAsync()).Run;
        org.Server.Org.SetFieldAccess("Opportunity", "SalesRules_Ceiling__c", FieldAccess.ReadOnly);
        Hide(org, "SalesRules_Risk__c");

        await using var workplace = await org.OpenAsync();
        var tally = await workplace.Get<RevertRun>().RevertAsync(run, TestOrg.Request(workplace) with { Kind = Journal.Runs.RunKind.Revert }, default);

        Assert.That(Text(await org.Person.ReadAsync(deal), "ForecastCategoryName"), Is.EqualTo("Commit"));
        Assert.That(tally.Notes.Lines, Has.One.Contains("SalesRules_Risk__c left alone, gone or hidden").And.One.Contains("SalesRules_Ceiling__c left alone, the org no longer takes the value"));
        Assert.That(tally.Writes.Refused, Is.Zero);
    }

    private static void Hide(TestOrg org, string field) => org.Server.Org.SetFieldAccess("Opportunity", field, FieldAccess.Hidden);

    private static string? Text(JsonElement record, string field) => record.GetProperty(field).GetString();

    private static async Task<RunTally> ReconcileAsync(TestOrg org)
    {
        await using var workplace = await org.OpenAsync();
        return await workplace.Get<RuleRun>().RunOnceAsync(TestOrg.Request(workplace) with { Reconcile = true }, default);
    }
}
