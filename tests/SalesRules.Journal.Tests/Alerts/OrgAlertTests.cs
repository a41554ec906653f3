using SalesRules.Alerts;
using SalesRules.Journal.Alerts;
using SalesRules.Journal.Runs;
using SalesRules.Journal.Watermarks;
using SalesRules.Policies;

namespace SalesRules.Journal.Tests.Alerts;

/// <summary>Alerts about the org: lost schema and the open pipeline.</summary>
[OnEachDatabase]
public sealed class OrgAlertTests(DatabaseKind database)
{
    private static readonly SchemaLoss Champion = new("Unreadable/Champion__c/", "Champion__c is gone.", "Deploy.", ["meddpicc.champion-missing"], IsFoundByUse: false);
    private static readonly SchemaLoss Contacts = new("Surrounding/Contact/", "Contacts are hidden.", "Deploy.", ["meddpicc.single-threaded"], IsFoundByUse: true);
    private static readonly PipelineChangeLimits TenPercent = new(10, null);

    private JournalBench bench = null!;

    [SetUp]
    public async Task OpenAsync() => bench = await JournalBench.OpenAsync(database);

    [TearDown]
    public async Task CloseAsync() => await bench.DisposeAsync();

    [Test]
    public async Task A_loss_is_told_once_until_it_has_healed()
    {
        var told = new List<long>();
        foreach (var losses in new SchemaLoss[][] { [Champion], [Champion], [], [Champion] })
        {
            await SeeAsync(losses);
            told.Add(await CountAsync("schema-drift"));
        }

        Assert.That(told, Is.EqualTo([1, 1, 1, 2]));
    }

    [Test]
    public async Task Only_what_is_new_is_told()
    {
        await SeeAsync(Champion);
        var run = await SeeAsync(Champion, Contacts);

        var alert = AlertJson.Read((string)(await bench.Database.AskAsync($"select content from alerts where alert_key = 'schema-drift/{run}'"))!);
        Assert.That((alert.Reasons.Single(), alert.Rules.Single(), alert.SmallestFix), Is.EqualTo(("Contacts are hidden.", "meddpicc.single-threaded", "Deploy.")));
    }

    [Test]
    public async Task What_only_use_finds_has_healed_when_a_whole_day_has_not_found_it()
    {
        var told = new List<long>();
        foreach (var (days, losses) in new (int, SchemaLoss[])[] { (0, [Contacts]), (0, []), (0, [Contacts]), (1, []), (0, [Contacts]), (1, []), (1, []), (0, [Contacts]) })
        {
            bench.Clock.Advance(TimeSpan.FromDays(days));
            await SeeAsync(losses);
            told.Add(await CountAsync("schema-drift"));
        }

        Assert.That(told, Is.EqualTo([1, 1, 1, 1, 1, 1, 1, 2]));
    }

    [TestCase(55_000, 1)]
    [TestCase(45_000, 1)]
    [TestCase(54_999.99, 0)]
    [TestCase(45_000.01, 0)]
    public async Task A_pipeline_is_told_from_the_percentage_on(decimal amount, int alerts)
    {
        await DayAsync(0, 50_000, TenPercent);
        await DayAsync(7, amount, TenPercent);

        Assert.That(await CountAsync("pipeline-changed"), Is.EqualTo(alerts));
    }

    [TestCase(50_099.99, 0)]
    [TestCase(50_100, 1)]
    public async Task Or_from_an_amount_on(decimal amount, int alerts)
    {
        var limits = new PipelineChangeLimits(null, 100);
        await DayAsync(0, 50_000, limits);
        await DayAsync(7, amount, limits);

        Assert.That(await CountAsync("pipeline-changed"), Is.EqualTo(alerts));
    }

    [Test]
    public async Task It_is_told_once_a_calendar_week()
    {
        // The bench begins on a Monday.
        await DayAsync(0, 50_000, TenPercent);
        await DayAsync(7, 100_000, TenPercent);
        await DayAsync(1, 10_000, TenPercent);
        Assert.That(await CountAsync("pipeline-changed"), Is.EqualTo(1));

        await DayAsync(6, 10_000, TenPercent);
        Assert.That(await CountAsync("pipeline-changed"), Is.EqualTo(2));
        Assert.That(await bench.Database.AskAsync("select min(alert_key) from alerts where kind = 'pipeline-changed'"), Is.EqualTo("pipeline-changed/2026-W11"));
    }

    [TestCase(6, 0)]
    [TestCase(13, 1)]
    [TestCase(14, 0)]
    public async Task It_is_compared_with_a_week_ago_or_the_last_day_before_that_has_a_figure(int days, int alerts)
    {
        await DayAsync(0, 50_000, TenPercent);
        await DayAsync(days, 10_000, TenPercent);

        Assert.That(await CountAsync("pipeline-changed"), Is.EqualTo(alerts));
    }

    [Test]
    public async Task The_reason_says_how_much_more_or_less()
    {
        await DayAsync(0, 50_000, TenPercent);
        await DayAsync(7, 41_000.5m, TenPercent);

        Assert.That(AlertJson.Read((string)(await bench.Database.AskAsync("select content from alerts where kind = 'pipeline-changed'"))!).Reasons.Single(),
            Is.EqualTo("The open pipeline is 41,000.5; on 2026-03-02 it was 50,000: 8,999.5 (18 %) less."));
    }

    [Test]
    public async Task While_deals_from_before_there_were_alerts_are_not_decided_again_no_day_has_a_figure()
    {
        await DayAsync(0, 50_000, TenPercent, seesPipeline: false);
        await bench.Database.AskAsync("update deals set told = null, open_amount = null");
        var run = await bench.StartAsync();

        await bench.Journal.SeePipelineAsync(run, bench.Today, TenPercent);

        Assert.That(await bench.Database.AskAsync("select count(*) from daily_figures where name = 'open-pipeline'"), Is.EqualTo(0));
    }

    /// <summary>So many days later, a whole run over one deal of the amount.</summary>
    private async Task DayAsync(int days, decimal amount, PipelineChangeLimits limits, bool seesPipeline = true)
    {
        bench.Clock.Advance(TimeSpan.FromDays(days) - (days == 0 ? TimeSpan.Zero : TimeSpan.FromHours(1)));
        var run = await bench.StartAsync();
        await bench.DecideAsync(run, TestDeals.Deal() with { Amount = amount, SystemModstamp = bench.Clock.Now });
        await bench.Journal.MoveWatermarkAsync(run, "Opportunity", new Watermark(bench.Clock.Now, null, bench.Policy.Hash, bench.Today));
        if (seesPipeline)
            await bench.Journal.SeePipelineAsync(run, bench.Today, limits);
        await bench.FinishAsync(run);
    }

    private async Task<RunId> SeeAsync(params SchemaLoss[] losses)
    {
        var run = await bench.StartAsync();
        await bench.Journal.SeeLossesAsync(run, bench.Today, losses);
        await bench.FinishAsync(run);
        return run;
    }

    private async Task<long> CountAsync(string kind) => Convert.ToInt64(await bench.Database.AskAsync($"select count(*) from alerts where kind = '{kind}'"), System.Globalization.CultureInfo.InvariantCulture);
}
