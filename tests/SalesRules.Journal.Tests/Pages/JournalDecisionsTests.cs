using System.Text;
using System.Text.Json;
using SalesRules.Journal.Runs;
using SalesRules.Snapshots;

namespace SalesRules.Journal.Tests.Pages;

[OnEachDatabase]
public sealed class JournalDecisionsTests(DatabaseKind database)
{
    private JournalBench bench = null!;

    [SetUp]
    public async Task OpenAsync() => bench = await JournalBench.OpenAsync(database);

    [TearDown]
    public async Task CloseAsync() => await bench.DisposeAsync();

    [Test]
    public async Task A_new_decision_is_kept_with_what_it_was_made_from()
    {
        var deal = TestDeals.TooHigh();
        var run = await bench.StartAsync();
        var decided = (await bench.DecideAsync(run, deal)).Single();

        var entry = (await bench.Journal.DealHistoryAsync(JournalBench.Org, deal.Id)).Decisions.Single();
        Assert.Multiple(() =>
        {
            Assert.That(entry.Run, Is.EqualTo(run));
            Assert.That(entry.DecidedAt, Is.EqualTo(bench.Clock.Now));
            Assert.That(entry.AsOf, Is.EqualTo(new DateOnly(2026, 3, 2)));
            Assert.That(entry.PolicyHash, Is.EqualTo("sha256:test"));
            Assert.That(entry.DecisionId, Is.EqualTo(decided.Standing.Id));
            Assert.That(Current(entry.Decision), Is.EqualTo("Commit"));
            Assert.That(Current(entry.Standing), Is.EqualTo("Best Case"));
            Assert.That(new OpportunityJsonReader(FieldMap.Default).Read(Encoding.UTF8.GetBytes(entry.Snapshot)), Is.EqualTo(deal));
        });
    }

    [Test]
    public async Task A_decision_that_corrects_nothing_is_its_own_standing_one()
    {
        await bench.RunAsync(TestDeals.Deal());
        var entry = (await HistoryAsync()).Decisions.Single();
        Assert.That(entry.Decision, Is.EqualTo(entry.Standing));
    }

    [Test]
    public async Task The_same_decision_again_is_no_new_row_and_a_new_one_is()
    {
        var deal = TestDeals.Deal();
        await bench.RunAsync(deal);
        await bench.RunAsync(deal);
        Assert.That((await HistoryAsync()).Decisions, Has.Count.EqualTo(1));

        await bench.RunAsync(deal with { Probability = 10 });
        await bench.RunAsync(deal);
        var decisions = (await HistoryAsync()).Decisions;
        Assert.That(decisions, Has.Count.EqualTo(3));
        Assert.That(decisions[2].DecisionId, Is.EqualTo(decisions[0].DecisionId));
        Assert.That(decisions.Select(entry => entry.Revision), Is.Ordered.And.Unique);
    }

    [Test]
    public async Task The_journal_remembers_the_decision_for_the_next_run()
    {
        var run = await bench.StartAsync();
        var decided = (await bench.DecideAsync(run, TestDeals.Deal())).Single();
        Assert.That((await bench.RememberAsync(TestDeals.Id(1))).DecisionId, Is.EqualTo(decided.Standing.Id));
    }

    [Test]
    public async Task What_is_to_be_written_is_kept_as_planned_and_what_is_not_leaves_no_write()
    {
        var run = await bench.StartAsync();
        var decided = (await bench.DecideAsync(run, TestDeals.TooHigh())).Single();
        var write = (await HistoryAsync()).Writes.Single();
        Assert.Multiple(() =>
        {
            Assert.That(write.State, Is.EqualTo(SalesRules.Journal.Writes.WriteState.Planned));
            Assert.That(write.Record.Changes, Is.EqualTo(decided.Planned.Changes));
            Assert.That(write.Record.Basis, Is.EqualTo(decided.Planned.Basis));
            Assert.That(write.SentAt, Is.Null);
        });

        await bench.Journal.JournalDecisionsAsync(run, bench.Policy, bench.Clock.Now, [decided with { Planned = decided.Planned with { Changes = [], NewTasks = [] } }]);
        Assert.That((await HistoryAsync()).Writes.Single().State, Is.EqualTo(SalesRules.Journal.Writes.WriteState.Abandoned));
    }

    [Test]
    public async Task A_run_that_nobody_started_journals_nothing()
    {
        var run = await bench.StartAsync();
        var page = await bench.DecideAsync(run, TestDeals.Deal());
        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.Journal.JournalDecisionsAsync(RunId.Parse("stranger"), bench.Policy, bench.Clock.Now, page));
    }

    [Test]
    public async Task A_page_is_journaled_whole_or_not_at_all()
    {
        var run = await bench.StartAsync();
        var page = await bench.DecideAsync(run, TestDeals.Deal(1));
        var next = page[0] with { Opportunity = TestDeals.Deal(2) };
        // A deal twice in one page is a mistake of the caller.
        Assert.That(() => bench.Journal.JournalDecisionsAsync(run, bench.Policy, bench.Clock.Now, [next, next]), Throws.Exception);
        Assert.That((await bench.Journal.DealHistoryAsync(JournalBench.Org, TestDeals.Id(2))).IsEmpty, Is.True);
    }

    [Test]
    public async Task A_page_of_two_thousand_is_journaled_and_remembered()
    {
        Opportunity[] deals = [.. Enumerable.Range(1, 2000).Select(number => number % 2 == 0 ? TestDeals.TooHigh(number) : TestDeals.Deferred(number))];
        var run = await bench.StartAsync();
        var page = await bench.DecideAsync(run, deals);
        var memories = await bench.Journal.RememberAsync(JournalBench.Org, [.. deals.Select(deal => deal.Id), TestDeals.Id(2001)]);

        Assert.That(memories, Has.Count.EqualTo(2001));
        Assert.That(page.Select(decided => memories[decided.Opportunity.Id].DecisionId), Is.EqualTo(page.Select(decided => decided.Standing.Id)));
        Assert.That(memories[TestDeals.Id(2001)], Is.SameAs(SalesRules.Journal.Deals.DealMemory.Nothing));
    }

    [Test]
    public async Task Orgs_share_nothing()
    {
        const string other = "00D000000000002EAA";
        await bench.RunAsync(TestDeals.TooHigh());
        var elsewhere = await bench.StartAsync(other);

        Assert.That((await bench.Journal.DealHistoryAsync(other, TestDeals.Id(1))).IsEmpty, Is.True);
        Assert.That((await bench.RememberAsync(TestDeals.Id(1), other)).DecisionId, Is.Null);

        await bench.DecideAsync(elsewhere, TestDeals.Deferred());
        Assert.That((await HistoryAsync()).Decisions, Has.Count.EqualTo(1));
        Assert.That((await bench.RememberAsync(TestDeals.Id(1))).DeferredSince, Is.Null);
    }

    private Task<SalesRules.Journal.History.DealHistory> HistoryAsync() => bench.Journal.DealHistoryAsync(JournalBench.Org, TestDeals.Id(1));

    private static string? Current(string decision)
    {
        using var json = JsonDocument.Parse(decision);
        return json.RootElement.GetProperty("forecast").GetProperty("current").GetString();
    }
}
