using System.Text.Json.Nodes;
using SalesRules.Host.Configuration;
using SalesRules.Host.Runs;
using SalesRules.Host.Runs.Writing;
using SalesRules.Journal.Runs;
using SalesRules.Salesforce.Connection.Usage;
using SalesRules.Snapshots;

namespace SalesRules.EndToEnd.Tests;

/// <summary>The whole path against the sandbox org: read, decide, plan, journal, write, settle.</summary>
public class TheArrowTests
{
    [Test]
    public async Task A_run_corrects_the_category_and_writes_why()
    {
        await using var org = await TestOrg.StartAsync();
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();

        var tally = await org.RunAsync();

        var after = await org.Person.ReadAsync(deal);
        Assert.That(tally.IsComplete, Is.True, string.Join('\n', tally.Notes.Lines));
        Assert.That(after.GetProperty("ForecastCategoryName").GetString(), Is.EqualTo("Best Case"));
        Assert.That(after.GetProperty("SalesRules_Ceiling__c").GetString(), Is.EqualTo("Best Case"));
        Assert.That(after.GetProperty("SalesRules_Risk__c").GetString(), Is.EqualTo("None"));
        Assert.That(after.GetProperty("SalesRules_Lowest_Pillar__c").GetString(), Is.EqualTo("Maps, Leadership"));
        Assert.That(after.GetProperty("SalesRules_Reason__c").GetString(), Does.Contain("Leadership is 1, Commit needs 2").And.Contain("Cleared by: MIQL_Leadership__c = 2"));
    }

    [Test]
    public async Task A_score_that_changes_without_new_evidence_is_found_by_the_run_that_reads_it_and_the_next_one_writes_nothing()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        await org.RunAsync();
        await org.Person.EditAsync(deal, new JsonObject { ["MIQL_Leadership__c"] = 2 });

        await org.RunAsync();

        Assert.That((await org.Person.ReadAsync(deal)).GetProperty("SalesRules_Findings__c").GetString(), Does.Contain("No current evidence for the score of Leadership"));
        Assert.That((await org.RunAsync()).Planned.Deals, Is.Zero);
    }

    [Test]
    public async Task A_second_run_on_unchanged_data_sends_no_write()
    {
        await using var org = await TestOrg.StartAsync();
        await org.RunAsync();
        org.Server.Calls.Clear();

        var second = await org.RunAsync();

        Assert.That((second.Planned.Deals, second.Writes.Written, second.Writes.TasksCreated, second.Writes.TasksCompleted), Is.EqualTo((0, 0, 0, 0)));
        Assert.That(org.Server.Calls.Latest.Select(call => call.Method), Has.None.EqualTo("PATCH"));
    }

    [Test]
    public async Task Every_API_call_of_a_run_is_accounted_for()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 700);
        var before = org.Server.ApiCalls;

        var tally = await org.RunAsync();

        var batches = (tally.Planned.Deals + WriteBack.BatchSize - 1) / WriteBack.BatchSize;
        const int taskBatches = 1;
        var scoreBatches = (tally.Writes.ScoresWritten + WriteBack.BatchSize - 1) / WriteBack.BatchSize;
        Assert.That(tally.Writes.TasksCreated, Is.InRange(1, 200), "one batch of tasks");
        Assert.That(tally.ApiCalls, Is.EqualTo(org.Server.ApiCalls - before), "what we count is what the org served");
        Assert.That(tally.ApiCalls, Is.EqualTo(
            2 // describe of Opportunity and Task
            + 1 // tasks of ours that changed
            + 1 // opportunities: ceil(700 / 2,000)
            + 1 // how long deals stay in each stage: ceil(history rows / 2,000)
            + 1 // which texts stand on many deals of one owner: ceil(open deals / 2,000)
            + 1 // stage histories of the open deals: some 450 ids a call, as for what stands around deals
            + 1 // contacts with a role in deals by pov
            + 1 // the other open deals of their accounts
            + 1 // where the champions of renewals work
            + 2 // tasks and events of renewals whose buyer was not met
            + 1 // users, for holds and inactive owners
            + 1 // the org's own count, for the certificate
            + 1 // open deals and money by category, for the change budget
            + 1 // describe of MIQL_Score__c
            + 2 // the score histories of the deals that have scores: some 450 ids a call
            + scoreBatches // upsert
            + (3 * batches) // retrieve, write, retrieve
            + (2 * taskBatches))); // look up by key, upsert
    }

    [Test]
    public async Task A_quiet_run_costs_the_reads_alone()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync(stage: "Discovery");
        await org.RunAsync();

        // The record as we wrote it is another version: its stages are read once more, and then remembered.
        await org.RunAsync();
        var quiet = await org.RunAsync();

        Assert.That(quiet.ApiCalls, Is.EqualTo(6), "two describes, tasks, deletions, opportunities, the org's count");
        Assert.That(quiet.Read, Is.EqualTo(1), $"the overlap reads {deal} again");
    }

    [Test]
    public async Task A_newer_human_edit_between_read_and_write_is_left_alone_and_decided_again()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        await using (var workplace = await org.OpenAsync())
        {
            var run = workplace.Get<RuleRun>();
            var session = await workplace.Get<OrgSessions>().OpenAsync(default);
            var meter = new RunMeter(workplace.Get<CallCounter>(), workplace.Get<RunClock>());
            var scope = await workplace.Get<SnapshotReader>().ScopeAsync(session, TestOrg.Request(workplace), null, workplace.Policy.Hash, default);
            var at = workplace.Get<RunClock>().Now;
            var pages = AndThen(
                workplace.Get<Deciding>().DecideAsync(session, scope, TestOrg.Request(workplace).AsOf, at, default),
                () => org.Person.EditAsync(deal, new JsonObject { ["MIQL_Leadership__c"] = 2 }));

            var tally = await run.WithinRunAsync(
                session,
                TestOrg.Request(workplace),
                meter,
                async begun =>
                {
                    await run.JournalAsync(session, begun, pages, at, default);
                    await run.CarryOutAsync(session, TestOrg.Request(workplace), begun, default);
                },
                default);

            Assert.That((tally.Writes.Moved, tally.Writes.Written), Is.EqualTo((1, 0)));
            Assert.That(tally.Notes.Lines.Single(), Does.Contain("MIQL_Leadership__c"));
        }

        Assert.That((await org.Person.ReadAsync(deal)).GetProperty("ForecastCategoryName").GetString(), Is.EqualTo("Commit"));
        await org.RunAsync();
        var after = await org.Person.ReadAsync(deal);
        Assert.That(after.GetProperty("ForecastCategoryName").GetString(), Is.EqualTo("Commit"), "with Leadership 2 the evidence allows it");
        Assert.That(after.GetProperty("SalesRules_Ceiling__c").GetString(), Is.EqualTo("Commit"));
    }

    [Test]
    public async Task A_deferred_deal_in_pov_returns_to_where_it_came_from_with_the_category_that_it_deserves()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync(stage: "Discovery");
        await org.Person.EditAsync(deal, new JsonObject { ["StageName"] = "POV", ["ForecastCategoryName"] = "Commit", ["MIQL_Quantify__c"] = 1 });

        await org.RunAsync();

        var after = await org.Person.ReadAsync(deal);
        Assert.That(after.GetProperty("StageName").GetString(), Is.EqualTo("Discovery"));
        Assert.That(after.GetProperty("ForecastCategoryName").GetString(), Is.EqualTo("Best Case"), "not what Salesforce would reset it to");
        Assert.That((await org.RunAsync()).Planned.Deals, Is.Zero);
    }

    [Test]
    public async Task A_task_is_made_once_completed_when_its_condition_clears_and_numbered_anew_when_it_returns()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync(stage: "Technical Deep-Dive");
        await org.Person.EditAsync(deal, new JsonObject { ["MIQL_Quantify__c"] = 1 });

        await org.RunAsync();
        await org.RunAsync();
        Assert.That(await TasksAsync(org, deal), Is.EqualTo(new[] { ($"pov.deferred:{deal}:Q:1", "Not Started") }));

        await org.Person.EditAsync(deal, new JsonObject { ["MIQL_Quantify__c"] = 2, ["MIQL_Maps__c"] = 2, ["MIQL_Leadership__c"] = 2 });
        await org.RunAsync();
        Assert.That(await TasksAsync(org, deal), Is.EqualTo(new[] { ($"pov.deferred:{deal}:Q:1", "Completed") }));

        await org.Person.EditAsync(deal, new JsonObject { ["MIQL_Quantify__c"] = 1 });
        await org.RunAsync();
        Assert.That(await TasksAsync(org, deal), Is.EqualTo(new[] { ($"pov.deferred:{deal}:Q:1", "Completed"), ($"pov.deferred:{deal}:Q:2", "Not Started") }));
    }

    [Test]
    public async Task A_task_that_a_person_closed_stays_closed_in_its_episode()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync(stage: "Technical Deep-Dive");
        await org.Person.EditAsync(deal, new JsonObject { ["MIQL_Quantify__c"] = 1 });
        await org.RunAsync();
        var task = (await org.Person.QueryAsync("SELECT Id FROM Task WHERE SalesRules_Key__c != null")).Single();
        await org.Person.EditAsync(SalesforceId.Parse(task.GetProperty("Id").GetString()!), new JsonObject { ["Status"] = "Completed" }, "Task");

        await org.RunAsync();
        await org.Person.EditAsync(deal, new JsonObject { ["NextStep"] = "call" });
        await org.RunAsync();

        Assert.That(await TasksAsync(org, deal), Is.EqualTo(new[] { ($"pov.deferred:{deal}:Q:1", "Completed") }));
    }

    [Test]
    public async Task A_deal_that_enters_pov_with_passing_scores_gets_its_approval_on_record()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync(stage: "POV");

        await org.RunAsync();

        var after = await org.Person.ReadAsync(deal);
        Assert.That(after.GetProperty("SalesRules_POV_Gate__c").GetString(), Is.EqualTo("Approved"));
        Assert.That(after.GetProperty("SalesRules_POV_Approved_On__c").ValueKind, Is.Not.EqualTo(System.Text.Json.JsonValueKind.Null));
        Assert.That(after.GetProperty("StageName").GetString(), Is.EqualTo("POV"));
    }

    [Test]
    public async Task A_lost_journal_doubles_no_task()
    {
        await using var org = await TestOrg.StartAsync();
        await org.RunAsync();
        var before = await org.Person.QueryAsync("SELECT Id FROM Task WHERE SalesRules_Key__c != null");

        var tally = await org.RunAsync(("Journal:ConnectionString", "Data Source=:memory:"));

        Assert.That(tally.IsComplete, Is.True);
        Assert.That(await org.Person.QueryAsync("SELECT Id FROM Task WHERE SalesRules_Key__c != null"), Has.Count.EqualTo(before.Count));
    }

    [Test]
    public async Task What_a_run_that_died_while_sending_left_behind_is_read_back_and_decided_again()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync(stage: "Technical Deep-Dive");
        await org.Person.EditAsync(deal, new JsonObject { ["MIQL_Quantify__c"] = 1 });
        await using (var workplace = await org.OpenAsync())
            await DieWhileSendingAsync(workplace, deal);

        var tally = await org.RunAsync();

        var after = await org.Person.ReadAsync(deal);
        Assert.That((tally.IsComplete, tally.Writes.Written, tally.Writes.TasksCreated), Is.EqualTo((true, 1, 1)), string.Join('\n', tally.Notes.Lines));
        Assert.That(after.GetProperty("ForecastCategoryName").GetString(), Is.EqualTo("Best Case"));
        Assert.That(await TasksAsync(org, deal), Is.EqualTo(new[] { ($"pov.deferred:{deal}:Q:1", "Not Started") }));
        Assert.That((await org.RunAsync()).Planned.Deals, Is.Zero);
    }

    [Test]
    public async Task A_write_that_arrived_before_the_run_died_is_not_repeated_and_its_tasks_are_made()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync(stage: "Technical Deep-Dive");
        await org.Person.EditAsync(deal, new JsonObject { ["MIQL_Quantify__c"] = null, ["Probability"] = 95 });
        await using (var workplace = await org.OpenAsync())
        {
            var dead = await DieWhileSendingAsync(workplace, deal);
            await org.Person.EditAsync(deal, dead);
        }

        var tally = await org.RunAsync();

        Assert.That((tally.Writes.Written, tally.Writes.TasksCreated), Is.EqualTo((0, 1)));
        Assert.That((await org.Person.ReadAsync(deal)).GetProperty("SalesRules_Findings__c").GetString(), Does.Not.Contain("forecast.probability-mismatch"));
        Assert.That((await org.RunAsync()).Planned.Deals, Is.Zero);
    }

    [Test]
    public async Task A_limited_POV_capacity_makes_a_queue()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync(stage: "Technical Deep-Dive");
        var running = await org.Person.CreateCommitWithoutLeadershipAsync(stage: "POV");
        await org.Person.EditAsync(running, new JsonObject { ["POV_Start__c"] = "2026-01-05" });
        var policy = Path.Combine(TestContext.CurrentContext.WorkDirectory, "capacity.yaml");
        var shipped = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "policy.yaml"));
        await File.WriteAllTextAsync(policy, System.Text.RegularExpressions.Regex.Replace(shipped, "capacity: null ", "capacity: 1 "));

        var tally = await org.RunAsync(("Policy:File", policy));

        Assert.That(tally.Rules.Flagged.GetValueOrDefault("pov.capacity"), Is.EqualTo(1));
        Assert.That((await org.Person.ReadAsync(deal)).GetProperty("SalesRules_Findings__c").GetString(), Does.Contain("place 1 of 1"));
    }

    /// <summary>Leaves the journal as a process does that dies while its batch is on the wire; returns what the batch would have written.</summary>
    private static async Task<JsonObject> DieWhileSendingAsync(Workplace workplace, SalesforceId deal)
    {
        var session = await workplace.Get<OrgSessions>().OpenAsync(default);
        var request = TestOrg.Request(workplace);
        var scope = await workplace.Get<SnapshotReader>().ScopeAsync(session, request, null, workplace.Policy.Hash, default);
        var at = workplace.Get<RunClock>().Now;
        var lease = await workplace.Get<OrgLeases>().AcquireAsync(session, default);
        var run = await workplace.Journal.StartRunAsync(new RunStart { OrgId = session.Id, Kind = request.Kind, PolicyHash = workplace.Policy.Hash, AsOf = request.AsOf }, lease);
        var fields = new JsonObject();
        await foreach (var page in workplace.Get<Deciding>().DecideAsync(session, scope, request.AsOf, at, default))
        {
            await workplace.Journal.JournalDecisionsAsync(run, workplace.Policy, at, page.Decisions);
            foreach (var change in page.Decisions.Single(decided => decided.Opportunity.Id == deal).Planned.Changes)
                fields[change.Field] = change.To.IsNull ? null : change.To.ToString();
        }

        await workplace.Journal.MarkSendingAsync(run, [deal]);
        return fields;
    }

    private static async IAsyncEnumerable<DecidedPage> AndThen(IAsyncEnumerable<DecidedPage> pages, Func<Task> afterwards)
    {
        await foreach (var page in pages)
            yield return page;
        await afterwards();
    }

    private static async Task<List<(string Key, string Status)>> TasksAsync(TestOrg org, SalesforceId deal) =>
    [
        .. (await org.Person.QueryAsync($"SELECT SalesRules_Key__c, Status FROM Task WHERE WhatId = '{deal}' ORDER BY SalesRules_Key__c"))
            .Select(task => (task.GetProperty("SalesRules_Key__c").GetString()!, task.GetProperty("Status").GetString()!)),
    ];
}
