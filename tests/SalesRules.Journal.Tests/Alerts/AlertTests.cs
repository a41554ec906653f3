using System.Globalization;
using SalesRules.Alerts;
using SalesRules.Journal.Runs;
using SalesRules.Journal.Watermarks;
using SalesRules.Snapshots;

namespace SalesRules.Journal.Tests.Alerts;

[OnEachDatabase]
public sealed class AlertTests(DatabaseKind database)
{
    private JournalBench bench = null!;

    [SetUp]
    public async Task OpenAsync() => bench = await JournalBench.OpenAsync(database);

    [TearDown]
    public async Task CloseAsync() => await bench.DisposeAsync();

    [Test]
    public async Task A_first_look_tells_once_how_the_deals_stand_and_nothing_deal_by_deal()
    {
        await WholeRunAsync(TestDeals.Deferred(1), Closed(2), TestDeals.Deferred(3));

        Assert.That(await KeysAsync(), Is.EqualTo([$"baseline/{JournalBench.Org}"]));
        var alert = AlertJson.Read((string)(await bench.Database.AskAsync("select content from alerts"))!);
        Assert.That(alert.Reasons[0], Does.Match("^(None|[0-2]) of 2 open deals"));
        Assert.That(alert.On, Is.EqualTo(bench.Today));
    }

    [Test]
    public async Task A_first_look_that_was_cut_short_is_finished_by_the_next()
    {
        var run = await bench.StartAsync();
        await bench.DecideAsync(run, TestDeals.Deal(1));
        await bench.ReopenAsync();

        await WholeRunAsync(TestDeals.Deferred(1), TestDeals.Deferred(2));

        Assert.That(await KeysAsync(), Is.EqualTo([$"baseline/{JournalBench.Org}"]));
    }

    [Test]
    public async Task A_transition_after_the_first_look_is_raised_with_its_decision()
    {
        await WholeRunAsync(TestDeals.Deal());
        var run = await WholeRunAsync(TestDeals.Deferred());

        Assert.That(await KeysAsync(), Has.Member($"pov-deferred/{TestDeals.Id(1)}/1"));
        Assert.That(await bench.Database.AskAsync("select run_id from alerts where kind = 'pov-deferred'"), Is.EqualTo(run.Value));
        Assert.That(await bench.Database.AskAsync("select opportunity_id from alerts where kind = 'pov-deferred'"), Is.EqualTo(TestDeals.Id(1).Value));
        Assert.That(await bench.Database.AskAsync("select routed_at from alerts where kind = 'pov-deferred'"), Is.Null.Or.EqualTo(DBNull.Value));
    }

    [Test]
    public async Task The_same_again_raises_nothing_and_leaves_no_trace()
    {
        await WholeRunAsync(TestDeals.Deal());
        await WholeRunAsync(TestDeals.Deferred());
        await WholeRunAsync(TestDeals.Deferred());
        var (keys, deal) = (await KeysAsync(), await RowAsync());

        await WholeRunAsync(TestDeals.Deferred());

        Assert.That(await KeysAsync(), Is.EqualTo(keys));
        Assert.That(await RowAsync(), Is.EqualTo(deal));
    }

    [Test]
    public async Task Back_and_forth_is_one_alert_for_each_way()
    {
        await WholeRunAsync(TestDeals.Deal());
        foreach (var deal in new[] { TestDeals.Deferred(), TestDeals.Deal(), TestDeals.Deferred() })
            await WholeRunAsync(deal);

        Assert.That((await KeysAsync()).Where(key => key.StartsWith("pov-", StringComparison.Ordinal)),
            Is.EquivalentTo([$"pov-deferred/{TestDeals.Id(1)}/1", $"pov-cleared/{TestDeals.Id(1)}/1", $"pov-deferred/{TestDeals.Id(1)}/2"]));
    }

    [Test]
    public async Task A_deal_never_seen_before_is_told_as_it_stands()
    {
        await WholeRunAsync(TestDeals.Deal(1));
        await WholeRunAsync(TestDeals.Deferred(2));

        Assert.That(await KeysAsync(), Has.Member($"pov-deferred/{TestDeals.Id(2)}/1"));
    }

    [Test]
    public async Task A_deal_from_before_there_were_alerts_is_taken_as_it_stands()
    {
        await WholeRunAsync(TestDeals.Deal());
        await bench.Database.AskAsync("update deals set told = null");

        await WholeRunAsync(TestDeals.Deferred());
        Assert.That(await KeysAsync(), Has.None.StartsWith("pov-deferred"));

        await WholeRunAsync(TestDeals.Deal());
        Assert.That(await KeysAsync(), Has.Member($"pov-cleared/{TestDeals.Id(1)}/1"));
    }

    [Test]
    public async Task A_transition_that_is_found_again_in_an_older_journal_has_the_same_key()
    {
        await WholeRunAsync(TestDeals.Deal());
        var told = await bench.Database.AskAsync("select told from deals");
        await WholeRunAsync(TestDeals.Deferred());
        var keys = await KeysAsync();

        await bench.Database.AskAsync($"update deals set told = '{told}'");
        await WholeRunAsync(TestDeals.Deferred());

        Assert.That(await KeysAsync(), Is.EqualTo(keys));
    }

    [Test]
    public async Task Another_org_has_a_first_look_of_its_own()
    {
        await WholeRunAsync(TestDeals.Deal());
        var run = await bench.StartAsync("00D000000000002EAA");
        await bench.DecideAsync(run, TestDeals.Deferred());

        Assert.That(await KeysAsync(), Is.EqualTo([$"baseline/{JournalBench.Org}"]));
    }

    [Test]
    public async Task What_is_told_later_counts_no_closed_and_no_deleted_deals()
    {
        await WholeRunAsync(TestDeals.Deal(1), Closed(2), TestDeals.Deal(3));
        Assert.That((await bench.Journal.RiskCountsAsync(JournalBench.Org)).OpenDeals, Is.EqualTo(2));

        await bench.Database.AskAsync($"update deals set deleted_at = '2026-03-02T00:00:00.000Z' where opportunity_id = '{TestDeals.Id(1)}'");
        Assert.That((await bench.Journal.RiskCountsAsync(JournalBench.Org)).OpenDeals, Is.EqualTo(1));
        Assert.That((await bench.Journal.RiskCountsAsync("00D000000000002EAA")).OpenDeals, Is.Zero);
    }

    [Test]
    public async Task Levels_are_counted_as_they_were_told()
    {
        await WholeRunAsync(TestDeals.Deal(1), TestDeals.Deal(2), TestDeals.Deal(3), TestDeals.Deal(4));
        await bench.Database.AskAsync($$"""update deals set told = '{"risk":"high","riskRules":["x"]}' where opportunity_id in ('{{TestDeals.Id(1)}}', '{{TestDeals.Id(2)}}')""");
        await bench.Database.AskAsync($$"""update deals set told = '{"risk":"medium"}' where opportunity_id = '{{TestDeals.Id(3)}}'""");
        await bench.Database.AskAsync($$"""update deals set told = '{"risk":"low"}' where opportunity_id = '{{TestDeals.Id(4)}}'""");

        var counts = await bench.Journal.RiskCountsAsync(JournalBench.Org);

        Assert.That((counts.OpenDeals, counts.High, counts.Medium), Is.EqualTo((4, 2, 1)));
        Assert.That(counts.Sentences(), Is.EqualTo(["2 of 4 open deals are at high risk.", "1 is at medium risk."]));
    }

    [Test]
    public async Task An_alert_about_the_org_is_raised_once()
    {
        var alert = new Alert { Key = "run-missing/daily/2026-03-02T05:00:00Z", Kind = AlertKind.RunMissing, On = bench.Today, Reasons = ["The run of 05:00 is missing."] };

        Assert.That(await bench.Journal.RaiseAsync(RunJournal.NoOrg, [alert]), Is.EqualTo(1));
        Assert.That(await bench.Journal.RaiseAsync(RunJournal.NoOrg, [alert, alert with { Key = "run-missing/daily/2026-03-03T05:00:00Z" }]), Is.EqualTo(1));
        Assert.That(await KeysAsync(), Has.Count.EqualTo(2));
    }

    private static Opportunity Closed(int number) => TestDeals.Deal(number) with { StageName = "Closed Won", IsClosed = true, IsWon = true, ForecastCategoryName = "Closed" };

    /// <summary>A run over these deals that comes to its end.</summary>
    private async Task<RunId> WholeRunAsync(params Opportunity[] deals)
    {
        var run = await bench.StartAsync();
        await bench.DecideAsync(run, deals);
        await bench.Journal.MoveWatermarkAsync(run, "Opportunity", new Watermark(bench.Clock.Now, null, bench.Policy.Hash, bench.Today));
        await bench.FinishAsync(run);
        return run;
    }

    private async Task<List<string>> KeysAsync()
    {
        var keys = new List<string>();
        while (await bench.Database.AskAsync(string.Create(CultureInfo.InvariantCulture, $"select alert_key from alerts order by raised_at, alert_key limit 1 offset {keys.Count}")) is string key)
            keys.Add(key);
        return keys;
    }

    private async Task<object?> RowAsync() => await bench.Database.AskAsync("select told || revision || modstamp || decision_id from deals");
}
