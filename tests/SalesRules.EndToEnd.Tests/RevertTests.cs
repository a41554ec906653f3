using System.Text.Json.Nodes;
using SalesRules.Host.Commands;
using SalesRules.Host.Configuration;
using SalesRules.Host.Runs;
using SalesRules.Journal.Runs;
using SalesRules.Snapshots;

namespace SalesRules.EndToEnd.Tests;

/// <summary>`revert RUN`: the before-image where our value still stands, and nothing else.</summary>
public class RevertTests
{
    private static readonly string[] WrittenFields =
        ["StageName", "ForecastCategoryName", "Probability", .. OpportunityFields.All.Where(field => field.Access == FieldAccess.Owned).Select(field => field.ApiName)];

    [Test]
    public async Task A_corrected_category_goes_back_with_everything_that_was_written_about_it()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        var before = await StateAsync(org, deal);
        var run = await org.RunAsync();

        var revert = await RevertAsync(org, run.Run);

        Assert.That((revert.Status, revert.Writes.Written, revert.LeftAlone), Is.EqualTo(("complete", 1, 0)), string.Join('\n', revert.Notes.Lines));
        Assert.That((revert.Certificate!.Faults, revert.Read, revert.Evaluated), Is.EqualTo((Array.Empty<string>(), 1, 1)));
        Assert.That(await StateAsync(org, deal), Is.EqualTo(before));
    }

    [Test]
    public async Task A_deal_that_the_POV_gate_moved_back_returns_to_its_stage_with_its_category_and_probability()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync(stage: "POV");
        await org.Person.EditAsync(deal, new JsonObject { ["MIQL_Quantify__c"] = 1, ["ForecastCategoryName"] = "Best Case", ["Probability"] = 72 });
        var before = await StateAsync(org, deal);
        var run = await org.RunAsync();
        Assert.That((await StateAsync(org, deal))["StageName"], Is.Not.EqualTo("POV"));

        await RevertAsync(org, run.Run);

        Assert.That(await StateAsync(org, deal), Is.EqualTo(before));
    }

    [Test]
    public async Task What_a_person_changed_since_is_left_alone_and_listed()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        var run = await org.RunAsync();
        await org.Person.EditAsync(deal, new JsonObject { ["ForecastCategoryName"] = "Pipeline" });

        var revert = await RevertAsync(org, run.Run);

        Assert.That((revert.Status, revert.LeftAlone), Is.EqualTo(("partial", 1)));
        Assert.That(revert.Notes.Lines.Single(), Does.StartWith($"{deal}: ForecastCategoryName left alone"));
        var after = await StateAsync(org, deal);
        Assert.That((after["ForecastCategoryName"], after["SalesRules_Ceiling__c"]), Is.EqualTo(("Pipeline", "null")));
    }

    [Test]
    public async Task The_tasks_that_the_run_made_are_completed()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync(stage: "Technical Deep-Dive");
        await org.Person.EditAsync(deal, new JsonObject { ["MIQL_Quantify__c"] = 1 });
        var run = await org.RunAsync();

        var revert = await RevertAsync(org, run.Run);

        Assert.That((run.Writes.TasksCreated, revert.Writes.TasksCompleted), Is.EqualTo((1, 1)));
        Assert.That((await org.Person.QueryAsync("SELECT Status FROM Task WHERE SalesRules_Key__c != null")).Select(task => task.GetProperty("Status").GetString()), Is.EqualTo(new[] { "Completed" }));
    }

    [Test]
    public async Task A_revert_can_be_reverted_itself()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        var run = await org.RunAsync();
        var written = await StateAsync(org, deal);
        var revert = await RevertAsync(org, run.Run);

        await RevertAsync(org, revert.Run);

        Assert.That(await StateAsync(org, deal), Is.EqualTo(written));
    }

    [Test]
    public async Task A_revert_that_runs_twice_writes_nothing_the_second_time()
    {
        await using var org = await TestOrg.StartAsync();
        var run = await org.RunAsync();
        await RevertAsync(org, run.Run);
        org.Server.Calls.Clear();

        var again = await RevertAsync(org, run.Run);

        Assert.That((again.Planned.Deals, again.Writes.Written, again.Status), Is.EqualTo((0, 0, "complete")));
        Assert.That(org.Server.Calls.Latest.Select(call => call.Method), Has.None.EqualTo("PATCH"));
    }

    [Test]
    public async Task An_unknown_run_is_refused()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);

        var refusal = await Assert.ThrowsAsync<CommandException>(() => RevertAsync(org, RunId.Parse("20260302-081500123-9f3c2a")));

        Assert.That(refusal!.Message, Does.Contain("The journal knows no run 20260302-081500123-9f3c2a"));
    }

    private static async Task<RunTally> RevertAsync(TestOrg org, RunId run)
    {
        await using var workplace = await org.OpenAsync(JournalUse.Write);
        return await workplace.Get<RevertRun>().RevertAsync(run, TestOrg.Request(workplace) with { Kind = RunKind.Revert }, default);
    }

    private static async Task<Dictionary<string, string>> StateAsync(TestOrg org, SalesforceId deal)
    {
        var record = await org.Person.ReadAsync(deal);
        return WrittenFields.ToDictionary(field => field, field => record.GetProperty(field).ToString() is { Length: > 0 } text ? text : "null");
    }
}
