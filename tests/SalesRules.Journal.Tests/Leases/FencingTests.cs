using SalesRules.Journal.Leases;
using SalesRules.Journal.Runs;
using SalesRules.Journal.Tasks;
using SalesRules.Journal.Watermarks;
using SalesRules.Journal.Writes;
using SalesRules.Plans;

namespace SalesRules.Journal.Tests.Leases;

/// <summary>A run that was paused for longer than its lease wakes up while another node's run is at work.</summary>
[OnEachDatabase]
public sealed class FencingTests(DatabaseKind database)
{
    private static readonly TimeSpan Term = TimeSpan.FromMinutes(1);

    private JournalBench bench = null!;
    private RunJournal other = null!;
    private RunLease taken = null!;
    private RunId late;
    private RunId current;
    private IReadOnlyList<PlannedDecision> page = null!;

    /// <summary>The late run has deal 1 on its way out and deal 2 still before it.</summary>
    [SetUp]
    public async Task TakeOverAsync()
    {
        bench = await JournalBench.OpenAsync(database);
        other = await bench.OpenNodeAsync();
        late = await bench.StartAsync();
        page = await bench.DecideAsync(late, TestDeals.Deferred(1), TestDeals.Deferred(2));
        await bench.Journal.MarkSendingAsync(late, [TestDeals.Id(1)]);

        await bench.LetLeasesRunOutAsync();
        taken = await other.AcquireLeaseAsync(JournalBench.Org, Term);
        current = await other.StartRunAsync(bench.Start(), taken);
    }

    [TearDown]
    public async Task CloseAsync()
    {
        await other.DisposeAsync();
        await bench.DisposeAsync();
    }

    [Test]
    public async Task Nothing_that_the_late_run_wants_to_write_is_taken()
    {
        var journal = bench.Journal;
        var watermark = new Watermark(bench.Clock.Now, null, "sha256:1", bench.Today);
        await Assert.MultipleAsync(async () =>
        {
            await Assert.ThrowsAsync<FencedOffException>(() => journal.JournalDecisionsAsync(late, bench.Policy, bench.Clock.Now, page));
            await Assert.ThrowsAsync<FencedOffException>(() => journal.MarkSendingAsync(late, [TestDeals.Id(2)]));
            await Assert.ThrowsAsync<FencedOffException>(() => journal.SettleAsync(late, [WriteReceipt.Confirmed(TestDeals.Id(1), new AfterImage(null, null, null))]));
            await Assert.ThrowsAsync<FencedOffException>(() => journal.SettleAsync(late, current, []));
            await Assert.ThrowsAsync<FencedOffException>(() => journal.SettleTasksAsync(late, [TaskReceipt.Created(Key(1), TestDeals.TaskId(1))]));
            await Assert.ThrowsAsync<FencedOffException>(() => journal.SeeTasksAsync(late, [new SeenTask(Key(1), TestDeals.TaskId(1), IsClosed: false)]));
            await Assert.ThrowsAsync<FencedOffException>(() => journal.MoveWatermarkAsync(late, "opportunities", watermark));
            await Assert.ThrowsAsync<FencedOffException>(() => bench.FinishAsync(late));
            await Assert.ThrowsAsync<FencedOffException>(() => bench.StartAsync());
        });
        Assert.That(await journal.WatermarkAsync(JournalBench.Org, "opportunities"), Is.Null);
        Assert.That(await StatesAsync(1), Is.EqualTo((WriteState.Unclear, TaskState.Unclear)));
        Assert.That(await StatesAsync(2), Is.EqualTo((WriteState.Abandoned, TaskState.Abandoned)));
    }

    [Test]
    public async Task It_is_told_who_took_over_and_when()
    {
        var problem = await Assert.ThrowsAsync<FencedOffException>(() => bench.FinishAsync(late));
        Assert.That(problem!.Message, Does.Match(
            $"^Run {late} was fenced off: its lease for the org {JournalBench.Org} ran out, and a run of process {Environment.ProcessId} on \\S+ at [0-9-]+ [0-9:]+ UTC took over\\."));
    }

    [Test]
    public async Task The_run_that_took_over_reads_back_decides_and_writes()
    {
        Assert.That((await other.RunAsync(late))!.Status, Is.EqualTo(RunStatus.Interrupted));
        Assert.That((await other.UnclearAsync(JournalBench.Org)).Select(write => (write.Run, write.Record.Id)), Is.EqualTo(new[] { (late, TestDeals.Id(1)) }));
        await other.SettleAsync(current, late, [WriteReceipt.NotWritten(TestDeals.Id(1))]);
        await other.SettleTasksAsync(current, [TaskReceipt.Missing(Key(1))]);
        await other.JournalDecisionsAsync(current, bench.Policy, bench.Clock.Now, page);
        Assert.That(await other.MarkSendingAsync(current, [TestDeals.Id(1), TestDeals.Id(2)]), Has.Count.EqualTo(2));
        await other.FinishRunAsync(current, new RunResult { Status = RunStatus.Complete });
    }

    [Test]
    public async Task Even_when_that_lease_was_given_back_the_late_run_stays_fenced_off()
    {
        await other.FinishRunAsync(current, new RunResult { Status = RunStatus.Complete });
        await taken.DisposeAsync();
        await Assert.ThrowsAsync<FencedOffException>(() => bench.Journal.MarkSendingAsync(late, [TestDeals.Id(2)]));
    }

    [Test]
    public async Task Nor_does_a_new_lease_of_the_same_process_let_the_late_run_in_again()
    {
        await other.FinishRunAsync(current, new RunResult { Status = RunStatus.Complete });
        await taken.DisposeAsync();
        await using var again = await bench.Journal.AcquireLeaseAsync(JournalBench.Org, Term);
        var next = await bench.Journal.StartRunAsync(bench.Start(), again);
        await Assert.ThrowsAsync<FencedOffException>(() => bench.Journal.MarkSendingAsync(late, [TestDeals.Id(2)]));
        Assert.That(await bench.Journal.MarkSendingAsync(next, [TestDeals.Id(2)]), Is.Empty);
    }

    [Test]
    public async Task A_lease_that_ran_out_is_not_taken_in_the_middle_of_a_write()
    {
        // Whoever takes it waits for the write, and the write that was first is whole.
        await other.FinishRunAsync(current, new RunResult { Status = RunStatus.Complete });
        await taken.DisposeAsync();
        await using var again = await bench.Journal.AcquireLeaseAsync(JournalBench.Org, Term);
        var next = await bench.Journal.StartRunAsync(bench.Start(), again);
        await bench.LetLeasesRunOutAsync();
        var many = Enumerable.Range(10, 400).Select(TestDeals.Deferred).ToArray();
        var writing = bench.DecideAsync(next, many);
        await using var third = await other.AcquireLeaseAsync(JournalBench.Org, Term);
        var written = await Journaled(writing);
        var inJournal = await other.RememberAsync(JournalBench.Org, [.. many.Select(deal => deal.Id)]);
        Assert.That(inJournal.Values.Count(memory => memory.DecisionId is not null), Is.EqualTo(written ? 400 : 0));
    }

    private static async Task<bool> Journaled(Task writing)
    {
        try
        {
            await writing;
            return true;
        }
        catch (FencedOffException)
        {
            return false;
        }
    }

    private static string Key(int deal) => $"pov.deferred:{TestDeals.Id(deal)}:O:1";

    private async Task<(WriteState Write, TaskState Task)> StatesAsync(int deal)
    {
        var history = await bench.Journal.DealHistoryAsync(JournalBench.Org, TestDeals.Id(deal));
        return (history.Writes[^1].State, history.Tasks[^1].State);
    }
}
