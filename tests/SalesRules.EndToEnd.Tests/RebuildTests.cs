using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using SalesRules.Host.Configuration;
using SalesRules.Host.Rebuilds;
using SalesRules.Host.Runs;
using SalesRules.Journal.History;
using SalesRules.Sandbox.Faults.Changes;
using SalesRules.Sandbox.Schema;

namespace SalesRules.EndToEnd.Tests;

/// <summary>Every stored decision is made again from what the journal keeps, byte for byte, and one that was tampered with is found.</summary>
public class RebuildTests
{
    [TestCase(7)]
    [TestCase(11)]
    public async Task Every_decision_of_several_runs_comes_out_the_same(int seed)
    {
        await using var org = await TestOrg.StartAsync(opportunities: 300, seed);
        await org.RunAsync();
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        await org.RunAsync();
        await org.Person.EditAsync(deal, new JsonObject { ["MIQL_Leadership__c"] = 2, ["Forecast_Hold__c"] = "Commit", ["NextStep"] = "Größe „klären“ \u2013 morgen" });
        await org.RunAsync();

        var tally = await RebuildAsync(org);

        Assert.That(Problems(tally), Is.Empty);
        Assert.That(tally.Equal, Is.AtLeast(302), "each deal once, and the edited one again");
    }

    [Test]
    public async Task Decisions_made_while_the_org_had_lost_parts_of_its_schema_come_out_the_same()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 150);
        await org.RunAsync();
        org.Server.Org.SetFieldAccess("Opportunity", "MIQL_Leadership__c", FieldAccess.Hidden);
        org.Server.Org.SetFieldAccess("Opportunity", "SalesRules_Reason__c", FieldAccess.ReadOnly);
        org.Server.Org.SetFieldAccess("Task", "SalesRules_Key__c", FieldAccess.Hidden);
        org.Server.Faults.Add(new RetiredValueFault { Field = "StageName", Value = "Technical Deep-Dive" });
        var lost = await ReconcileAsync(org);

        var tally = await RebuildAsync(org);

        Assert.That(lost.Recorded, Is.GreaterThan(20), "decided anew without them");
        Assert.That(Problems(tally), Is.Empty);
    }

    [TestCase("update decisions set standing = replace(standing, '\"ceiling\":\"Best Case\"', '\"ceiling\":\"Commit\"')", "forecast", TestName = "A stored decision that was changed is found")]
    [TestCase("update decisions set snapshot = replace(snapshot, '\"MIQL_Leadership__c\":1', '\"MIQL_Leadership__c\":2')", "miql", TestName = "A stored snapshot that was changed is found")]
    [TestCase("update decisions set decision_id = 'sha256:0'", "its identity is sha256:", TestName = "A stored identity that was changed is found")]
    [TestCase("update decisions set context = replace(context, '\"today\"', '\"tomorrow\"')", "cannot be read", TestName = "A damaged context is found")]
    [TestCase("update decisions set context = null", "before the journal kept", TestName = "A decision without its context is told")]
    [TestCase("update policies set text = text || '#'", "is another one", TestName = "A policy text that was changed is found")]
    [TestCase("delete from policies", "no text of its policy", TestName = "A policy that is missing is told")]
    [TestCase("update decisions set drift = '{\"unreadable\":[\"MIQL_Maps__c\"]}'", "differs in", TestName = "A drift that was changed is found")]
    public async Task Tampering_is_found(string tampering, string problem)
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        await org.Person.CreateCommitWithoutLeadershipAsync();
        await org.RunAsync();
        await ChangeAsync(org, tampering);

        var tally = await RebuildAsync(org);

        Assert.That((tally.Equal, tally.Unequal), Is.EqualTo((0, 1)));
        Assert.That(tally.First[0].Problem, Does.Contain(problem));
    }

    /// <summary>The card of a decision that was made without a field says so, from the journal alone.</summary>
    [Test]
    public async Task A_stored_card_names_what_the_org_lacked_then()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        org.Server.Org.SetFieldAccess("Opportunity", "MIQL_Leadership__c", FieldAccess.Hidden);
        await org.RunAsync();
        org.Server.Org.SetFieldAccess("Opportunity", "MIQL_Leadership__c", FieldAccess.Full);

        await using var workplace = await org.OpenAsync(JournalUse.Read);
        var card = await ExplainRun.ExplainStoredAsync(workplace.Journal, deal, decision: null, default);

        Assert.That((card.Difference, card.Drift.Single().Field), Is.EqualTo(((string?)null, "MIQL_Leadership__c")));
        Assert.That(card.Drift[0].Rules, Does.Contain("forecast.above-ceiling"));
        Assert.That(card.Card.Decision.NotRun, Does.Contain("forecast.above-ceiling"));
    }

    private static async Task<RebuildTally> RebuildAsync(TestOrg org)
    {
        await using var workplace = await org.OpenAsync(JournalUse.Read);
        return await new RebuildRun(workplace.Journal).RunAsync(DecisionFilter.All, watch: null, default);
    }

    private static async Task<RunTally> ReconcileAsync(TestOrg org)
    {
        await using var workplace = await org.OpenAsync();
        return await workplace.Get<RuleRun>().RunOnceAsync(TestOrg.Request(workplace) with { Reconcile = true }, default);
    }

    private static IEnumerable<string> Problems(RebuildTally tally) => tally.First.Select(one => $"{one.Decision.OpportunityId} {one.Decision.AsOf}: {one.Problem}").Take(5);

    private static async Task ChangeAsync(TestOrg org, string sql)
    {
        await using var connection = new SqliteConnection(org.JournalConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.That(await command.ExecuteNonQueryAsync(), Is.Positive);
    }
}
