using System.Text.Json.Nodes;
using SalesRules.Host.Runs;
using SalesRules.Journal;
using SalesRules.Journal.Runs;
using SalesRules.Journal.Writes;
using SalesRules.Salesforce.Connection.Usage;
using SalesRules.Sandbox;

namespace SalesRules.EndToEnd.Tests.Histories;

/// <summary>
/// A row that is lost between the org and the journal: the run is red, its watermark stays, and the next one reads everything again. What
/// the journal loses is in <see cref="NothingSkippedTests"/>.
/// </summary>
public class LossTests
{
    private const int Deals = 5;

    [Test]
    public async Task A_page_that_lacks_a_row_and_says_nothing_of_it_turns_the_certificate_red()
    {
        var (red, next) = await LoseAsync(rowsPerQuery: 100, reply =>
        {
            Take(reply);
            reply["totalSize"] = (int)reply["totalSize"]! - 1;
        });

        Assert.That((red!.Status, red.Certificate!.AddsUp), Is.EqualTo(("partial", false)));
        Assert.That(red.Notes.Lines, Has.Some.StartsWith("The org counts 5 opportunities").And.Some.Contains("of which 4 were read: 1 became visible late or were lost"));
        Assert.That((next.Read, next.Status), Is.EqualTo((Deals, "complete")), "the watermark stayed");
    }

    [Test]
    public async Task A_last_row_that_is_lost_with_all_that_would_have_come_after_it_turns_the_certificate_red()
    {
        // Three rows, of which the third tells that there are more: without it the read believes that it is at its end.
        var (red, next) = await LoseAsync(rowsPerQuery: 2, reply =>
        {
            while (Rows(reply).Count > 2)
                Rows(reply).RemoveAt(2);
            reply["totalSize"] = Rows(reply).Count;
        });

        Assert.That((red!.Read, red.Certificate!.AddsUp), Is.EqualTo((2, false)));
        Assert.That((next.Read, next.Status), Is.EqualTo((Deals, "complete")));
    }

    [Test]
    public async Task A_page_with_fewer_rows_than_it_says_fails_the_run()
    {
        var (failed, next) = await LoseAsync(rowsPerQuery: 100, Take);

        Assert.That(failed, Is.Null);
        Assert.That((next.Read, next.Status), Is.EqualTo((Deals, "complete")));
    }

    [Test]
    public void A_row_that_is_lost_between_snapshot_and_decision_turns_the_certificate_red([Values(0, 1)] int lost)
    {
        var tally = new RunTally(RunId.Parse("20260302-081500123-9f3c2a"), new RunMeter(new CallCounter(), new RunClock(TimeProvider.System)), watch: null);

        tally.Add(new DecidedPage([], [], Read: lost), recorded: 0);
        tally.Certify(new WriteCounts(new Dictionary<WriteState, int>(), Decisions: 0));

        Assert.That(tally.Certificate!.AddsUp, Is.EqualTo(lost == 0));
        Assert.That(tally.Notes.Lines, Has.Exactly(lost).StartsWith("Of 1 rows read, 0 were decided"));
    }

    /// <summary>A run over a wire that loses rows, null where it failed; and the one after it over a sound one.</summary>
    private static async Task<(RunTally? Lossy, RunTally Next)> LoseAsync(int rowsPerQuery, Action<JsonObject> lose)
    {
        var clock = new HistoryClock(new DateTimeOffset(2026, 3, 2, 16, 0, 0, TimeSpan.Zero));
        await using var server = await SandboxServer.StartAsync(new SandboxOptions { Opportunities = 0 }, clock, default);
        await using var journal = await RunJournal.OpenAsync("Data Source=:memory:", clock);
        var org = new HistoryOrg(server);
        for (var deal = 0; deal < Deals; deal++)
            org.Create(0);
        clock.Advance(TimeSpan.FromMinutes(1));
        using var wire = new LossyWire(lose);
        await using var service = new HistoryService(server, journal, clock, rowsPerQuery, wire);
        var lossy = await service.RunAsync();
        wire.IsLossy = false;
        clock.Advance(TimeSpan.FromMinutes(1));
        return (lossy, (await service.RunAsync())!);
    }

    private static void Take(JsonObject reply)
    {
        if (Rows(reply).Count > 0)
            Rows(reply).RemoveAt(0);
    }

    private static JsonArray Rows(JsonObject reply) => reply["records"]!.AsArray();
}
