using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using SalesRules.Host.Commands;
using SalesRules.Plans;
using SalesRules.Sandbox.Faults;
using SalesRules.Sandbox.Faults.Rows;

namespace SalesRules.EndToEnd.Tests;

/// <summary>`plan --out`, a person's review, `apply`.</summary>
public class ReviewedPlanTests
{
    [Test]
    public async Task Planning_writes_nothing()
    {
        await using var org = await TestOrg.StartAsync();

        await org.PlanAsync();

        Assert.That(org.Server.Calls.Latest.Select(call => call.Method), Has.None.EqualTo("PATCH"));
    }

    [Test]
    public async Task Planning_leaves_the_journal_as_it_is()
    {
        await using var org = await TestOrg.StartAsync();
        await using (await org.OpenAsync())
        {
            // There is a journal now, and what is worked out once a day was not kept in it yet.
        }

        var before = Rows(org.JournalFile);

        await org.PlanAsync();

        Assert.That(Rows(org.JournalFile), Is.EqualTo(before));
        Assert.That(before, Does.Contain("daily_figures 0"));
        await org.RunAsync();
        Assert.That(Rows(org.JournalFile), Does.Contain("daily_figures 3"), "a run keeps how long stages last, which texts repeat, and the open pipeline");
    }

    [Test]
    public async Task What_was_reviewed_is_what_is_applied()
    {
        await using var org = await TestOrg.StartAsync();
        var plan = PlanFile.Read(PlanFile.Write(await org.PlanAsync()));

        var tally = await org.ApplyAsync(plan);

        Assert.That((tally.Planned.Deals, tally.Writes.Written), Is.EqualTo((plan.Records.Count, plan.Records.Count(record => record.Changes.Count > 0))));
        Assert.That(tally.Certificate!.Faults, Is.Empty);
        Assert.That((await org.RunAsync()).Planned.Deals, Is.Zero, "nothing is left to do");
    }

    [Test]
    public async Task A_plan_that_is_applied_already_is_not_stale_and_writes_nothing()
    {
        await using var org = await TestOrg.StartAsync();
        var plan = await org.PlanAsync();
        await org.ApplyAsync(plan);
        org.Server.Calls.Clear();

        var again = await org.ApplyAsync(plan);

        Assert.That((again.AlreadyApplied, again.Planned.Deals, again.Status), Is.EqualTo((plan.Records.Count, 0, "complete")));
        Assert.That(org.Server.Calls.Latest.Select(call => call.Method), Has.None.EqualTo("PATCH"));
    }

    [Test]
    public async Task A_plan_that_is_applied_in_part_is_finished_by_the_same_plan()
    {
        await using var org = await TestOrg.StartAsync();
        var plan = await org.PlanAsync();
        await org.ApplyAsync(plan with { Records = [.. plan.Records.Take(5)] });

        var rest = await org.ApplyAsync(plan);

        Assert.That((rest.AlreadyApplied, rest.Planned.Deals), Is.EqualTo((5, plan.Records.Count - 5)));
    }

    [Test]
    public async Task A_stale_plan_is_refused_whole_and_names_record_and_field()
    {
        await using var org = await TestOrg.StartAsync();
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        var plan = await org.PlanAsync();
        await org.Person.EditAsync(deal, new JsonObject { ["MIQL_Leadership__c"] = 2 });

        var refusal = await Assert.ThrowsAsync<CommandException>(() => org.ApplyAsync(plan));

        Assert.That(refusal!.ExitCode, Is.EqualTo(ExitCode.Refused));
        Assert.That(refusal.Message, Does.Contain("The plan is stale: 1 of its").And.Contain($"{deal} Brook & Vale rollout: MIQL_Leadership__c"));
        Assert.That(org.Server.Calls.Latest.Count(call => call.Method == "PATCH"), Is.EqualTo(1), "the person's own edit");
    }

    [Test]
    public async Task A_change_that_no_decision_rests_on_does_not_make_a_plan_stale()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        var plan = await org.PlanAsync();
        await org.Person.EditAsync(deal, new JsonObject { ["Description"] = "long" });

        var tally = await org.ApplyAsync(plan);

        Assert.That(tally.Writes.Written, Is.EqualTo(1));
    }

    [Test]
    public async Task A_deleted_record_makes_a_plan_stale()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        var plan = await org.PlanAsync();
        await org.Person.DeleteAsync(deal);

        var refusal = await Assert.ThrowsAsync<CommandException>(() => org.ApplyAsync(plan));

        Assert.That(refusal!.Message, Does.Contain("deleted, or hidden from our user"));
    }

    [Test]
    public async Task A_plan_of_another_org_is_refused()
    {
        await using var one = await TestOrg.StartAsync(opportunities: 0);
        await one.Person.CreateCommitWithoutLeadershipAsync();
        await using var other = await TestOrg.StartAsync(opportunities: 0);
        var plan = await one.PlanAsync();

        var refusal = await Assert.ThrowsAsync<CommandException>(() => other.ApplyAsync(plan));

        Assert.That(refusal!.ExitCode, Is.EqualTo(ExitCode.Refused));
        Assert.That(refusal.Message, Does.Contain(plan.OrgId));
    }

    [Test]
    public async Task A_record_that_the_org_refuses_is_listed_and_the_others_are_written()
    {
        await using var org = await TestOrg.StartAsync();
        org.Server.Faults.Add(new ValidationErrorFault { Tries = 100, Where = new() { ObjectName = "Opportunity", Operation = FaultOperation.Update, Share = 0.2m } });

        var tally = await org.RunAsync();

        Assert.That(tally.IsComplete, Is.False);
        Assert.That(tally.Writes.Refused, Is.GreaterThan(0));
        Assert.That(tally.Writes.Written, Is.GreaterThan(0));
        Assert.That(tally.Notes.Lines[0], Does.Contain("refused: "));
    }

    /// <summary>How many rows each table of a journal has.</summary>
    private static List<string> Rows(string journal)
    {
        using var database = new SqliteConnection($"Data Source={journal};Pooling=False");
        database.Open();
        var tables = Column(database, "select name from sqlite_master where type = 'table' order by name");
        return [.. tables.Select(table => $"{table} {Column(database, $"select count(*) from \"{table}\"").Single()}")];
    }

    private static List<string> Column(SqliteConnection database, string query)
    {
        using var command = database.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
            values.Add(reader.GetValue(0).ToString()!);
        return values;
    }
}
