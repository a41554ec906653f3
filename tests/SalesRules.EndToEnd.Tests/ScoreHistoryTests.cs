using System.Text.Json;
using System.Text.Json.Nodes;
using SalesRules.Sandbox.Faults;
using SalesRules.Sandbox.Faults.Replies;
using SalesRules.Schemas;
using SalesRules.Snapshots;

namespace SalesRules.EndToEnd.Tests;

/// <summary>Each change of a deal's five scores stands in the org as one row of MIQL_Score__c, whatever is retried, restarted or run twice.</summary>
public class ScoreHistoryTests
{
    [Test]
    public async Task The_first_scores_and_each_change_of_them_make_one_row_and_nothing_else_does()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        await org.Person.EditAsync(deal, new JsonObject { ["MIQL_Scored_On__c"] = "2026-03-02" });
        await org.RunAsync();
        await org.RunAsync();
        await org.Person.EditAsync(deal, new JsonObject { ["NextStep"] = "call", ["MIQL_Maps_Evidence__c"] = "a better map" });
        await org.RunAsync();
        Assert.That(await RowsAsync(org, deal), Is.EqualTo(new[] { $"{deal}/1 2 1 2 2 1 = 8 Scored" }));

        await org.Person.EditAsync(deal, new JsonObject { ["MIQL_Leadership__c"] = 2 });
        var changed = await org.RunAsync();
        await org.Person.EditAsync(deal, new JsonObject { ["MIQL_Leadership__c"] = 1 });
        await org.RunAsync();
        await org.Person.EditAsync(deal, new JsonObject { ["MIQL_Maps__c"] = null });
        await org.RunAsync();

        Assert.That(changed.Writes.ScoresWritten, Is.EqualTo(1));
        Assert.That(await RowsAsync(org, deal), Is.EqualTo(new[]
        {
            $"{deal}/1 2 1 2 2 1 = 8 Scored",
            $"{deal}/2 2 1 2 2 2 = 9 Scored",
            $"{deal}/3 2 1 2 2 1 = 8 Scored",
            $"{deal}/4 2 - 2 2 1 = - Scored",
        }));
        var first = (await org.Person.QueryAsync($"SELECT Scored_On__c, Stage__c, Category__c, Outcome_Evidence__c FROM MIQL_Score__c WHERE Key__c = '{deal}/1'")).Single();
        Assert.That(
            (first.GetProperty("Scored_On__c").GetString(), first.GetProperty("Stage__c").GetString(), first.GetProperty("Outcome_Evidence__c").GetString()),
            Is.EqualTo(("2026-03-02", "Discovery", "call of the CFO")));
    }

    [Test]
    public async Task A_change_of_a_score_costs_a_describe_a_query_and_an_upsert_and_no_change_costs_nothing()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deals = new List<SalesforceId>();
        for (var made = 0; made < 201; made++)
        {
            deals.Add(await org.Person.CreateCommitWithoutLeadershipAsync());
            await org.Person.EditAsync(deals[^1], new JsonObject { ["ForecastCategoryName"] = "Best Case" });
        }

        org.Server.Calls.Clear();
        var first = await org.RunAsync();

        Assert.That((Calls(org, "describe"), Calls(org, "Key__c")), Is.EqualTo((1, 2)), "one describe, two upserts: batches of 200");
        Assert.That((first.Writes.ScoresWritten, first.Planned.NewScores), Is.EqualTo((201, 201)));
        Assert.That(first.Certificate!.AddsUp, Is.True, string.Join('\n', first.Notes.Lines));

        org.Server.Calls.Clear();
        await org.RunAsync();
        await org.RunAsync();
        Assert.That(Calls(org, ""), Is.Zero);
        await org.Person.EditAsync(deals[0], new JsonObject { ["NextStep"] = null });
        var unscored = await org.RunAsync();
        await org.Person.EditAsync(deals[1], new JsonObject { ["NextStep"] = null, ["MIQL_Quantify__c"] = 1 });
        var scored = await org.RunAsync();

        Assert.That((unscored.Writes.Written, unscored.Writes.ScoresWritten, scored.Writes.Written, scored.Writes.ScoresWritten), Is.EqualTo((1, 0, 1, 1)));
        Assert.That(scored.ApiCalls - unscored.ApiCalls, Is.EqualTo(3), "a describe, a query, an upsert");
    }

    [Test]
    public async Task A_lost_journal_doubles_no_row_and_goes_on_counting()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        await org.RunAsync();
        await org.Person.EditAsync(deal, new JsonObject { ["MIQL_Leadership__c"] = 2 });
        await org.RunAsync();
        var lost = ("Journal:ConnectionString", (string?)$"Data Source={Path.Combine(org.Folder, "new.db")}");

        Assert.That((await org.RunAsync(lost)).Writes.ScoresWritten, Is.Zero);
        await org.Person.EditAsync(deal, new JsonObject { ["MIQL_Leadership__c"] = 1 });
        await org.RunAsync(lost);

        Assert.That((await RowsAsync(org, deal)).Select(row => row.Split(' ')[0]), Is.EqualTo(new[] { $"{deal}/1", $"{deal}/2", $"{deal}/3" }));
    }

    [TestCase(FaultMoment.Before)]
    [TestCase(FaultMoment.After)]
    public async Task A_lost_reply_leaves_one_row(FaultMoment moment)
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        org.Server.Faults.Add(moment == FaultMoment.After
            ? new LostReplyFault { Where = new() { Operation = FaultOperation.Upsert, ObjectName = "MIQL_Score__c" }, When = new() { Nth = 1 } }
            : new ServerErrorFault { Status = 503, Moment = moment, Where = new() { Operation = FaultOperation.Upsert, ObjectName = "MIQL_Score__c" }, When = new() { Nth = 1 } });

        await org.RunAsync();
        var settled = await org.RunAsync();
        await org.RunAsync();

        Assert.That(settled.IsComplete, Is.True, string.Join('\n', settled.Notes.Lines));
        Assert.That(await RowsAsync(org, deal), Is.EqualTo(new[] { $"{deal}/1 2 1 2 2 1 = 8 Scored" }));
    }

    [Test]
    public async Task A_change_that_comes_while_the_reply_is_lost_has_its_own_row()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        org.Server.Faults.Add(new LostReplyFault { Where = new() { Operation = FaultOperation.Upsert, ObjectName = "MIQL_Score__c" }, When = new() { Nth = 1 } });
        var unclear = await org.RunAsync();
        await org.Person.EditAsync(deal, new JsonObject { ["MIQL_Leadership__c"] = 0 });

        await org.RunAsync();

        Assert.That((unclear.Writes.ScoresUnclear, unclear.IsComplete, unclear.Certificate!.AddsUp), Is.EqualTo((1, false, true)));
        Assert.That(await RowsAsync(org, deal), Is.EqualTo(new[] { $"{deal}/1 2 1 2 2 1 = 8 Scored", $"{deal}/2 2 1 2 2 0 = 7 Scored" }));
    }

    [Test]
    public async Task Without_the_object_the_run_says_so_and_the_rest_goes_on()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        const string key = "Key__c";
        org.Server.Org.SetFieldAccess("MIQL_Score__c", key, Sandbox.Schema.FieldAccess.Hidden);

        var tally = await org.RunAsync();

        Assert.That((tally.Status, tally.Writes.Written, tally.Writes.ScoresWritten), Is.EqualTo(("partial", 1, 0)), string.Join('\n', tally.Notes.Lines));
        Assert.That(tally.Drift.Single().Kind, Is.EqualTo(DriftKind.ScoreRows));
        Assert.That((await org.Person.ReadAsync(deal)).GetProperty("ForecastCategoryName").GetString(), Is.EqualTo("Best Case"));

        org.Server.Org.SetFieldAccess("MIQL_Score__c", key, Sandbox.Schema.FieldAccess.Full);
        await org.Person.EditAsync(deal, new JsonObject { ["NextStep"] = "call" });
        await org.RunAsync();
        Assert.That(await RowsAsync(org, deal), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_record_that_moved_makes_its_row_with_the_decision_that_is_made_anew()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        var plan = await org.PlanAsync();
        Assert.That(plan.Records.Single().NewScore!.Key, Is.EqualTo($"{deal}/1"));

        var applied = await org.ApplyAsync(plan);
        var again = await org.ApplyAsync(plan);

        Assert.That((applied.Writes.ScoresWritten, again.Writes.ScoresWritten, again.AlreadyApplied), Is.EqualTo((1, 0, 1)));
        Assert.That(await RowsAsync(org, deal), Has.Count.EqualTo(1));
    }

    internal static async Task<IReadOnlyList<string>> RowsAsync(TestOrg org, SalesforceId deal)
    {
        var rows = await org.Person.QueryAsync(
            $"SELECT Key__c, Outcome__c, Maps__c, Insight__c, Quantify__c, Leadership__c, Total__c, Source__c FROM MIQL_Score__c WHERE Opportunity__c = '{deal}' ORDER BY Id");
        return
        [
            .. rows.Select(row =>
                $"{row.GetProperty("Key__c").GetString()} {string.Join(' ', Pillars.All.Select(pillar => Text(row, $"{pillar}__c")))} = {Text(row, "Total__c")} {row.GetProperty("Source__c").GetString()}"),
        ];
    }

    private static string Text(JsonElement row, string field) =>
        row.GetProperty(field) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal().ToString("0", System.Globalization.CultureInfo.InvariantCulture) : "-";

    private static int Calls(TestOrg org, string part) =>
        org.Server.Calls.Latest.Count(call => call.Path.Contains("MIQL_Score__c", StringComparison.Ordinal) && call.Path.Contains(part, StringComparison.Ordinal));
}
