using System.Text.Json;
using System.Text.Json.Nodes;
using SalesRules.Journal;
using SalesRules.Snapshots;

namespace SalesRules.EndToEnd.Tests;

/// <summary>The journal is lost, and a backup of yesterday, or none at all, takes its place.</summary>
[OnEachDatabase]
public class RestoredJournalTests(DatabaseKind kind)
{
    private TestOrg org = null!;
    private TestDatabase journal = null!;

    [SetUp]
    public async Task StartAsync()
    {
        org = await TestOrg.StartAsync();
        journal = await TestDatabase.CreateAsync(kind);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await org.DisposeAsync();
        await journal.DisposeAsync();
    }

    [Test]
    public async Task A_day_old_backup_doubles_no_task_and_moves_no_deal()
    {
        var returning = await DeferredAsync();
        var closed = await DeferredAsync();
        var lasting = await DeferredAsync();
        await RunAsync();
        await using var backup = await journal.CopyAsync();

        // The day after the backup: a person closes a task, one is completed by us and comes again, deals are corrected and edited.
        await CloseTaskAsync(closed);
        await org.Person.EditAsync(returning, Scores(quantify: 2, maps: 2, leadership: 2));
        await RunAsync();
        await org.Person.EditAsync(returning, Scores(quantify: 1, maps: 2, leadership: 2));
        var corrected = await org.Person.CreateCommitWithoutLeadershipAsync();
        await org.Person.EditAsync(lasting, new JsonObject { ["MIQL_Maps__c"] = 0 });
        await RunAsync();
        await RunAsync();
        var (records, stages, tasks) = (await RecordsAsync(), await StagesAsync(), await TasksAsync());
        Assert.That(tasks.Where(task => task.Contains(returning.Value, StringComparison.Ordinal)), Has.Exactly(2).Items, "one completed, one open");

        var first = await RunAsync(backup);
        var firstTasks = await TasksAsync();
        var second = await RunAsync(backup);

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(first.IsComplete, Is.True, string.Join('\n', first.Notes.Lines));
            Assert.That(firstTasks, Is.EqualTo(tasks), "none doubled, none opened again, none completed");
            Assert.That(await TasksAsync(), Is.EqualTo(tasks));
            Assert.That(await StagesAsync(), Is.EqualTo(stages), $"{corrected} and all others stand where they stood");

            // The one thing that the backup cannot know: a score that went up and came down again in the lost day was seen to change.
            // What is said of its evidence is written anew, once, as far as the restored journal has seen.
            Assert.That((first.Planned.Deals, second.Planned.Deals), Is.EqualTo((1, 0)), "few writes");
            Assert.That((await RecordsAsync()).Except(records), Has.All.StartWith(returning.Value));
            Assert.That((await RunAsync(backup)).Planned.Deals, Is.Zero);
        });
    }

    [Test]
    public async Task A_new_journal_knows_a_task_that_we_completed_from_one_that_a_person_closed()
    {
        var ours = await DeferredAsync();
        var theirs = await DeferredAsync();
        await RunAsync();
        await CloseTaskAsync(theirs);
        await org.Person.EditAsync(ours, Scores(quantify: 2, maps: 2, leadership: 2));
        await RunAsync();
        await org.Person.EditAsync(ours, Scores(quantify: 1, maps: 2, leadership: 2));

        var tally = await org.RunAsync(("Journal:ConnectionString", "Data Source=:memory:"));

        Assert.That(tally.Writes.TasksCreated, Is.EqualTo(1));
        Assert.That(await TasksAsync(ours), Is.EqualTo(new[] { $"pov.deferred:{ours}:Q:1 Completed", $"pov.deferred:{ours}:Q:2 Not Started" }), "ours was over: the next episode has a task of its own");
        Assert.That(await TasksAsync(theirs), Is.EqualTo(new[] { $"pov.deferred:{theirs}:Q:1 Completed" }), "a person closed it: nobody is nagged");
    }

    [Test]
    public async Task A_day_old_backup_tells_nothing_twice_and_all_that_is_new()
    {
        var told = await org.Person.CreateCommitWithoutLeadershipAsync();
        var returning = await org.Person.CreateCommitWithoutLeadershipAsync();
        var worse = await org.Person.CreateCommitWithoutLeadershipAsync();
        await RunAsync();
        await using var backup = await journal.CopyAsync();
        var known = await AlertsAsync(backup);

        // The day after the backup: two deals become late, and a new one is at risk from its first day.
        await org.Person.EditAsync(told, Late);
        await org.Person.EditAsync(returning, Late);
        var born = await org.Person.CreateCommitWithoutLeadershipAsync();
        await org.Person.EditAsync(born, Late);
        await RunAsync();
        Assert.That((await AlertsAsync(journal)).Except(known), Is.EquivalentTo(new[] { told, returning, born }.Select(deal => $"risk-entered/{deal}/1")));

        await org.Person.EditAsync(worse, Late);
        await RunAsync(backup);
        Assert.That((await AlertsAsync(backup)).Except(known), Is.EqualTo(new[] { $"risk-entered/{worse}/1" }), "what stood on the records was told; what happened since is news");

        await org.Person.EditAsync(returning, InTime);
        await RunAsync(backup);
        await org.Person.EditAsync(returning, Late);
        await RunAsync(backup);
        Assert.That((await AlertsAsync(backup)).Except(known), Is.EquivalentTo(new[] { $"risk-entered/{worse}/1", $"risk-entered/{returning}/2" }), "the second time is another event, with a key of its own");
    }

    private static JsonObject Late => new() { ["CloseDate"] = "2020-01-01" };

    private static JsonObject InTime => new() { ["CloseDate"] = "2031-01-01" };

    /// <summary>Nobody routes here, so all that was ever raised waits.</summary>
    private async Task<List<string>> AlertsAsync(TestDatabase database)
    {
        await using var opened = await RunJournal.OpenAsync(database.ConnectionString, TimeProvider.System);
        return [.. (await opened.AlertsToRouteAsync(org.Server.Org.Id, 1000)).Select(raised => raised.Key)];
    }

    private Task<Host.Runs.RunTally> RunAsync(TestDatabase? other = null) => org.RunAsync(("Journal:ConnectionString", (other ?? journal).ConnectionString));

    private async Task<SalesforceId> DeferredAsync()
    {
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync(stage: "Technical Deep-Dive");
        await org.Person.EditAsync(deal, new JsonObject { ["MIQL_Quantify__c"] = 1 });
        return deal;
    }

    private static JsonObject Scores(int quantify, int maps, int leadership) =>
        new() { ["MIQL_Quantify__c"] = quantify, ["MIQL_Maps__c"] = maps, ["MIQL_Leadership__c"] = leadership };

    private async Task CloseTaskAsync(SalesforceId deal)
    {
        var task = (await org.Person.QueryAsync($"SELECT Id FROM Task WHERE SalesRules_Key__c != null AND WhatId = '{deal}'")).Single();
        await org.Person.EditAsync(SalesforceId.Parse(task.GetProperty("Id").GetString()!), new JsonObject { ["Status"] = "Completed" }, "Task");
    }

    private async Task<List<string>> TasksAsync(SalesforceId? deal = null) =>
    [
        .. (await org.Person.QueryAllAsync("SELECT SalesRules_Key__c, Status, WhatId FROM Task WHERE SalesRules_Key__c != null ORDER BY SalesRules_Key__c"))
            .Where(task => deal is null || task.GetProperty("WhatId").GetString() == deal.Value.Value)
            .Select(task => $"{task.GetProperty("SalesRules_Key__c")} {task.GetProperty("Status")}"),
    ];

    private async Task<List<string>> StagesAsync() =>
        [.. (await org.Person.QueryAllAsync("SELECT Id, StageName, ForecastCategoryName, Probability, SalesRules_Ceiling__c, SalesRules_POV_Gate__c FROM Opportunity ORDER BY Id")).Select(Line)];

    private async Task<List<string>> RecordsAsync()
    {
        var fields = OpportunityFields.All.Where(field => field.Access == FieldAccess.Owned && field.ApiName != "SalesRules_Decided_At__c").Select(field => field.ApiName);
        var records = await org.Person.QueryAllAsync($"SELECT Id, StageName, ForecastCategoryName, Probability, {string.Join(", ", fields)} FROM Opportunity ORDER BY Id");
        return [.. records.Select(Line)];
    }

    private static string Line(JsonElement record) =>
        string.Join(" | ", record.EnumerateObject().Where(field => field.Name != "attributes").Select(field => field.Value.ToString()));
}
