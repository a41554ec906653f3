using System.Text.Json;
using System.Text.Json.Nodes;
using SalesRules.Host.Runs;
using SalesRules.Journal.Runs;
using SalesRules.Sandbox.Faults;
using SalesRules.Sandbox.Faults.Replies;
using SalesRules.Snapshots;

namespace SalesRules.EndToEnd.Tests;

/// <summary>The scores of a won sale are where its renewal begins: its empty pillars are filled once, and count as unscored.</summary>
public class SeededRenewalTests
{
    private TestOrg org = null!;
    private SalesforceId sale;
    private SalesforceId renewal;

    [SetUp]
    public async Task StartAsync()
    {
        org = await TestOrg.StartAsync(opportunities: 0);
        sale = await org.Person.CreateCommitWithoutLeadershipAsync();
        await org.Person.EditAsync(sale, new JsonObject { ["StageName"] = "Closed Won", ["MIQL_Quantify__c"] = 1 });
        renewal = await org.Person.CreateAsync(new JsonObject
        {
            ["Name"] = "Brook & Vale renewal",
            ["StageName"] = "Discovery",
            ["CloseDate"] = "2040-01-01",
            ["Type"] = "Renewal",
            ["Renewal_Of__c"] = sale.Value,
            ["Amount"] = 50000,
        });
    }

    [TearDown]
    public async Task StopAsync() => await org.DisposeAsync();

    [Test]
    public async Task Empty_pillars_are_filled_from_the_sale_once_and_Quantify_stays_unscored()
    {
        var tally = await org.RunAsync();

        Assert.That(tally.IsComplete, Is.True, string.Join('\n', tally.Notes.Lines));
        Assert.That(await ScoresAsync(), Is.EqualTo("2 1 2 - 1"));
        Assert.That(await ScoreHistoryTests.RowsAsync(org, renewal), Is.EqualTo(new[] { $"{renewal}/1 2 1 2 - 1 = - Inherited" }));
        Assert.That((await org.Person.ReadAsync(renewal)).GetProperty("SalesRules_Reason__c").GetString(), Does.Contain("handoff.sales-to-cs"));
        var row = (await org.Person.QueryAsync($"SELECT Quantify_Evidence__c FROM MIQL_Score__c WHERE Key__c = '{renewal}/1'")).Single();
        Assert.That(row.GetProperty("Quantify_Evidence__c").GetString(), Does.Contain("It was 1 on the sale"));
    }

    [Test]
    public async Task A_renewal_that_names_no_sale_is_filled_from_the_sale_whose_next_open_renewal_it_is()
    {
        var account = await org.Person.CreateAsync(new JsonObject { ["Name"] = "Brook & Vale" }, "Account");
        await org.Person.EditAsync(sale, new JsonObject { ["AccountId"] = account.Value });
        await org.Person.EditAsync(renewal, new JsonObject { ["Renewal_Of__c"] = null, ["AccountId"] = account.Value });

        var tally = await org.RunAsync();

        Assert.That(tally.IsComplete, Is.True, string.Join('\n', tally.Notes.Lines));
        Assert.That(await ScoresAsync(), Is.EqualTo("2 1 2 - 1"));
    }

    [Test]
    public async Task A_second_run_writes_nothing_and_the_scores_count_as_unscored()
    {
        await org.RunAsync();
        var second = await org.RunAsync();

        Assert.That(second.Planned.Deals, Is.Zero, string.Join('\n', second.Planned.CorrectionsByRule.Keys));
        Assert.That((await org.Person.ReadAsync(renewal)).GetProperty("SalesRules_Lowest_Pillar__c").GetString(), Is.EqualTo("Outcome, Maps, Insight, Quantify, Leadership"));
    }

    [Test]
    public async Task A_lost_journal_knows_from_the_org_what_is_inherited_and_fills_nothing_again()
    {
        await org.RunAsync();
        await org.Person.EditAsync(renewal, new JsonObject { ["MIQL_Maps__c"] = null });
        var lost = ("Journal:ConnectionString", (string?)$"Data Source={Path.Combine(org.Folder, "new.db")}");

        await org.RunAsync(lost);
        await org.RunAsync(lost);

        Assert.That(await ScoresAsync(), Is.EqualTo("2 - 2 - 1"));
        Assert.That((await org.Person.ReadAsync(renewal)).GetProperty("SalesRules_Lowest_Pillar__c").GetString(), Is.EqualTo("Outcome, Maps, Insight, Quantify, Leadership"));
    }

    [Test]
    public async Task What_a_person_empties_stays_empty_and_what_they_score_counts()
    {
        await org.RunAsync();
        await org.Person.EditAsync(renewal, new JsonObject { ["MIQL_Outcome__c"] = null, ["MIQL_Leadership__c"] = 2 });

        await org.RunAsync();
        var quiet = await org.RunAsync();

        Assert.That(await ScoresAsync(), Is.EqualTo("- 1 2 - 2"));
        Assert.That(quiet.Planned.Deals, Is.Zero);
        Assert.That((await org.Person.ReadAsync(renewal)).GetProperty("SalesRules_Lowest_Pillar__c").GetString(), Is.EqualTo("Outcome, Maps, Insight, Quantify"));
    }

    [Test]
    public async Task A_day_of_scoring_after_the_seeding_makes_the_same_scores_a_persons()
    {
        await org.RunAsync();
        await org.Person.EditAsync(renewal, new JsonObject { ["MIQL_Scored_On__c"] = org.Server.Org.Today().AddDays(1).ToString("O"), ["MIQL_Quantify__c"] = 2 });

        await org.RunAsync();

        Assert.That((await ScoreHistoryTests.RowsAsync(org, renewal))[^1], Is.EqualTo($"{renewal}/2 2 1 2 2 1 = 8 Scored"));
        Assert.That((await org.Person.ReadAsync(renewal)).GetProperty("SalesRules_Lowest_Pillar__c").GetString(), Is.EqualTo("Maps, Leadership"));
    }

    [Test]
    public async Task A_score_of_a_person_is_never_written_over()
    {
        await org.Person.EditAsync(renewal, new JsonObject { ["MIQL_Outcome__c"] = 0 });

        await org.RunAsync();

        Assert.That(await ScoresAsync(), Is.EqualTo("0 1 2 - 1"));
    }

    [Test]
    public async Task A_revert_empties_what_was_filled_keeps_the_history_and_nothing_fills_it_again()
    {
        var seeded = await org.RunAsync();
        await using (var workplace = await org.OpenAsync())
            await workplace.Get<RevertRun>().RevertAsync(seeded.Run, TestOrg.Request(workplace) with { Kind = RunKind.Revert }, default);
        Assert.That(await ScoresAsync(), Is.EqualTo("- - - - -"));

        await org.RunAsync();
        var quiet = await org.RunAsync();

        Assert.That(await ScoresAsync(), Is.EqualTo("- - - - -"));
        Assert.That(quiet.Planned.Deals, Is.Zero);
        Assert.That(await ScoreHistoryTests.RowsAsync(org, renewal), Is.EqualTo(new[] { $"{renewal}/1 2 1 2 - 1 = - Inherited", $"{renewal}/2 - - - - - = - Scored" }));
    }

    [Test]
    public async Task A_lost_reply_to_the_seeding_or_to_its_row_leaves_the_same_end([Values] bool row)
    {
        org.Server.Faults.Add(new LostReplyFault
        {
            Where = row ? new() { Operation = FaultOperation.Upsert, ObjectName = "MIQL_Score__c" } : new() { Operation = FaultOperation.Update },
            When = new() { Nth = 1 },
        });
        await org.RunAsync();
        await org.RunAsync();
        var quiet = await org.RunAsync();

        Assert.That((quiet.Planned.Deals, quiet.IsComplete), Is.EqualTo((0, true)), string.Join('\n', quiet.Notes.Lines));
        Assert.That(await ScoresAsync(), Is.EqualTo("2 1 2 - 1"));
        Assert.That(await ScoreHistoryTests.RowsAsync(org, renewal), Is.EqualTo(new[] { $"{renewal}/1 2 1 2 - 1 = - Inherited" }));
        Assert.That((await org.Person.ReadAsync(renewal)).GetProperty("SalesRules_Lowest_Pillar__c").GetString(), Is.EqualTo("Outcome, Maps, Insight, Quantify, Leadership"));
    }

    [Test]
    public async Task A_renewal_of_a_lost_deal_is_not_seeded()
    {
        await org.Person.EditAsync(sale, new JsonObject { ["StageName"] = "Closed Lost" });

        await org.RunAsync();

        Assert.That(await ScoresAsync(), Is.EqualTo("- - - - -"));
    }

    private async Task<string> ScoresAsync()
    {
        var record = await org.Person.ReadAsync(renewal);
        return string.Join(' ', Pillars.ScoreFields.Select(field => record.GetProperty(field) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal().ToString("0", System.Globalization.CultureInfo.InvariantCulture) : "-"));
    }
}
