using SalesRules.Journal.Runs;
using SalesRules.Journal.Scores;
using SalesRules.Journal.Writes;
using SalesRules.Plans;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Journal.Tests.Scores;

[OnEachDatabase]
public sealed class ScoreRowTests(DatabaseKind database)
{
    private static readonly SalesforceId Deal = TestDeals.Id(1);
    private static readonly string First = ScoreRow.KeyOf(Deal, 1);

    private JournalBench bench = null!;

    [SetUp]
    public async Task OpenAsync() => bench = await JournalBench.OpenAsync(database);

    [TearDown]
    public async Task CloseAsync() => await bench.DisposeAsync();

    [Test]
    public async Task A_row_that_was_confirmed_is_known_and_not_wanted_again()
    {
        var run = await bench.StartAsync();
        Assert.That((await DecideAsync(run, TestDeals.Deal(), KnownScores.Of([]))).Planned.NewScore!.Key, Is.EqualTo(First));
        await bench.SendAsync(run);
        await bench.Journal.SettleScoresAsync(run, [new ScoreReceipt(First, ScoreRowState.Confirmed)]);

        var known = (await bench.RememberAsync(Deal)).KnownScores;

        Assert.That((known.IsKnown, known.IsFresh, known.Last!.Key, known.LastNumber), Is.EqualTo((true, false, First, 1)));
        Assert.That((await DecideAsync(run, TestDeals.Deal(), known)).Planned.NewScore, Is.Null);
        Assert.That((await bench.Journal.WriteCountsAsync(run)).Scores, Is.EquivalentTo(new Dictionary<ScoreRowState, int> { [ScoreRowState.Confirmed] = 1 }));
    }

    [Test]
    public async Task A_row_of_the_org_is_adopted_as_it_is()
    {
        var row = new ScoreRow { Key = $"{Deal}/2026-03-01", Scores = Decisions.MiqlScores.Of(TestDeals.Deal()), Stage = "Discovery" };
        var run = await bench.StartAsync();

        var decided = await DecideAsync(run, TestDeals.Deal(), KnownScores.Of([row]) with { IsFresh = true });

        Assert.That(decided.Planned.NewScore, Is.Null);
        Assert.That((await bench.RememberAsync(Deal)).KnownScores.Last, Has.Property("Key").EqualTo(row.Key).And.Property("Stage").EqualTo("Discovery"));
    }

    [Test]
    public async Task A_run_that_died_while_sending_leaves_the_row_to_be_read_back()
    {
        var run = await bench.StartAsync();
        await DecideAsync(run, TestDeals.Deal(), KnownScores.Of([]));
        await bench.Journal.MarkSendingAsync(run, [Deal]);
        await bench.ReopenAsync();
        var next = await bench.StartAsync();
        Assert.That(await bench.Journal.UnclearScoresAsync(JournalBench.Org), Is.EqualTo(new[] { First }));

        await bench.Journal.SettleScoresAsync(next, [new ScoreReceipt(First, ScoreRowState.Abandoned)]);

        Assert.That((await bench.RememberAsync(Deal)).KnownScores.IsKnown, Is.False, "the org has no such row: it is wanted again");
        Assert.That(await bench.Journal.RevisitsAsync(JournalBench.Org), Is.EqualTo(new[] { Deal }));
    }

    [Test]
    public async Task A_record_that_was_not_written_takes_its_row_along()
    {
        var run = await bench.StartAsync();
        await DecideAsync(run, TestDeals.TooHigh(), KnownScores.Of([]));
        await bench.Journal.MarkSendingAsync(run, [Deal]);

        await bench.Journal.SettleAsync(run, [WriteReceipt.Refused(Deal, "FIELD_CUSTOM_VALIDATION_EXCEPTION", "no")]);

        Assert.That((await bench.Journal.WriteCountsAsync(run)).Scores, Is.EquivalentTo(new Dictionary<ScoreRowState, int> { [ScoreRowState.Abandoned] = 1 }));
    }

    private async Task<PlannedDecision> DecideAsync(RunId run, Opportunity deal, KnownScores known)
    {
        var decided = new RecordPlan(new RuleBook(bench.Policy)).Of(deal, new DealContext { Today = bench.Today, StageHistory = [] }, KnownTasks.None, bench.Clock.Now, known);
        await bench.Journal.JournalDecisionsAsync(run, bench.Policy, bench.Clock.Now, [decided]);
        return decided;
    }
}
