using System.Text.Json.Nodes;
using SalesRules.EndToEnd.Tests.Crashes;
using SalesRules.Host.Commands;
using SalesRules.Host.Configuration;
using SalesRules.Host.Runs;
using SalesRules.Journal.Runs;
using SalesRules.Sandbox.Schema;

namespace SalesRules.EndToEnd.Tests.Alerts;

/// <summary>What a run over the sandbox org tells people of, and what tells nobody anything.</summary>
public class AlertTests
{
    [Test]
    public async Task A_first_run_tells_once_how_the_deals_stand_and_a_second_one_nothing()
    {
        await using var org = await TestOrg.StartAsync();

        await org.RunAsync();
        Assert.That(JournalState.AlertsOf(org), Is.EqualTo([$"baseline/{org.Server.Org.Id}"]));
        Assert.That(JournalState.AlertContentsOf(org).Single(), Does.Match("[0-9]+ of [0-9]+ open deals are at high risk"));

        await org.RunAsync();
        Assert.That(JournalState.AlertsOf(org), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_edit_is_told_once_by_the_run_that_reads_it()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        await org.RunAsync();

        await org.Person.EditAsync(deal, new JsonObject { ["CloseDate"] = "2020-01-01" });
        await org.RunAsync();
        await org.RunAsync();

        Assert.That(JournalState.AlertsOf(org), Is.EqualTo([$"baseline/{org.Server.Org.Id}", $"risk-entered/{deal}/1"]));
    }

    [Test]
    public async Task Looking_at_what_would_be_and_taking_it_back_tells_nothing()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        var run = (await org.RunAsync()).Run;
        await org.Person.EditAsync(deal, new JsonObject { ["CloseDate"] = "2020-01-01" });

        await org.PlanAsync();
        await using (var workplace = await org.OpenAsync(JournalUse.Read))
            await workplace.Get<ExplainRun>().ExplainAsync(TestOrg.Request(workplace), deal, default);
        await using (var workplace = await org.OpenAsync())
            await workplace.Get<RevertRun>().RevertAsync(run, TestOrg.Request(workplace) with { Kind = RunKind.Revert }, default);

        Assert.That(JournalState.AlertsOf(org), Is.EqualTo([$"baseline/{org.Server.Org.Id}"]));
    }

    [Test]
    public async Task A_change_budget_that_trips_run_after_run_is_told_once()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        for (var deal = 0; deal < 11; deal++)
            await org.Person.CreateCommitWithoutLeadershipAsync();

        await Assert.ThrowsAsync<CommandException>(() => org.RunAsync());
        await Assert.ThrowsAsync<CommandException>(() => org.RunAsync());

        Assert.That(JournalState.AlertsOf(org), Is.EqualTo(["budget-tripped/first"]));
        Assert.That(JournalState.AlertContentsOf(org).Single(), Does.Contain("11 of 11 open deals would be corrected"));
    }

    [Test]
    public async Task A_loss_in_the_schema_is_told_once_and_again_after_it_has_healed()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        await org.Person.CreateCommitWithoutLeadershipAsync();
        await org.RunAsync();

        var told = new List<int>();
        foreach (var access in new[] { FieldAccess.Hidden, FieldAccess.Hidden, FieldAccess.Full, FieldAccess.Hidden })
        {
            org.Server.Org.SetFieldAccess("Opportunity", "Champion__c", access);
            await org.RunAsync();
            told.Add(JournalState.AlertsOf(org).Count(key => key.StartsWith("schema-drift/", StringComparison.Ordinal)));
        }

        Assert.That(told, Is.EqualTo([1, 1, 1, 2]));
        Assert.That(JournalState.AlertContentsOf(org)[^1], Does.Contain("Champion__c is gone or hidden from our user"));
    }
}
