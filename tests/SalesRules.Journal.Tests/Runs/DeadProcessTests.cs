using SalesRules.Journal.Runs;
using SalesRules.Journal.Tasks;
using SalesRules.Journal.Writes;

namespace SalesRules.Journal.Tests.Runs;

/// <summary>A process that died: the journal is opened anew and nothing of the run was finished.</summary>
[OnEachDatabase]
public sealed class DeadProcessTests(DatabaseKind database)
{
    private JournalBench bench = null!;
    private RunId dead;

    /// <summary>Deal 1 was on its way out when the process died, deal 2 was not.</summary>
    [SetUp]
    public async Task DieInTheMiddleOfABatchAsync()
    {
        bench = await JournalBench.OpenAsync(database);
        dead = await bench.StartAsync();
        await bench.DecideAsync(dead, TestDeals.Deferred(1), TestDeals.Deferred(2));
        await bench.Journal.MarkSendingAsync(dead, [TestDeals.Id(1)]);
        await bench.ReopenAsync();
    }

    [TearDown]
    public async Task CloseAsync() => await bench.DisposeAsync();

    [Test]
    public async Task The_next_run_of_the_org_ends_the_dead_one()
    {
        await bench.StartAsync();
        var run = (await bench.Journal.RunAsync(dead))!;
        Assert.That((run.Status, run.FinishedAt), Is.EqualTo((RunStatus.Interrupted, (DateTimeOffset?)bench.Clock.Now)));
        Assert.That(run.Result.Sentence, Does.Contain("process ended"));
    }

    [Test]
    public async Task A_run_of_another_org_leaves_it_alone()
    {
        await bench.StartAsync("00D000000000002EAA");
        Assert.That((await bench.Journal.RunAsync(dead))!.Status, Is.EqualTo(RunStatus.Running));
    }

    [Test]
    public async Task What_may_have_gone_out_is_unclear_and_what_did_not_is_abandoned()
    {
        await bench.StartAsync();
        await Assert.MultipleAsync(async () =>
        {
            Assert.That((await bench.Journal.UnclearAsync(JournalBench.Org)).Select(write => (write.Run, write.Record.Id)), Is.EqualTo(new[] { (dead, TestDeals.Id(1)) }));
            Assert.That((await bench.Journal.UnclearTasksAsync(JournalBench.Org)).Select(task => (task.Run, task.OpportunityId)), Is.EqualTo(new[] { (dead, TestDeals.Id(1)) }));
            Assert.That(await StatesAsync(2), Is.EqualTo((WriteState.Abandoned, TaskState.Abandoned)));
        });
    }

    [Test]
    public async Task What_was_abandoned_is_decided_and_planned_again_under_the_same_key()
    {
        var next = await bench.StartAsync();
        var decided = await bench.DecideAsync(next, TestDeals.Deferred(2));
        Assert.That(decided.Single().Planned.NewTasks.Select(task => task.Key), Is.EqualTo(new[] { $"pov.deferred:{TestDeals.Id(2)}:O:1" }));
        Assert.That(await StatesAsync(2), Is.EqualTo((WriteState.Planned, TaskState.Planned)));
    }

    [Test]
    public async Task A_task_that_may_have_been_created_is_not_created_again()
    {
        var next = await bench.StartAsync();
        Assert.That((await bench.DecideAsync(next, TestDeals.Deferred(1))).Single().Planned.NewTasks, Is.Empty);
    }

    [Test]
    public async Task What_is_read_back_is_settled_by_the_next_run()
    {
        var next = await bench.StartAsync();
        var task = (await bench.Journal.UnclearTasksAsync(JournalBench.Org)).Single();
        await bench.Journal.SettleAsync(next, dead, [WriteReceipt.Confirmed(TestDeals.Id(1), new AfterImage(null, "Best Case", 75))]);
        await bench.Journal.SettleTasksAsync(next, [TaskReceipt.Missing(task.Key)]);

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(await bench.Journal.UnclearAsync(JournalBench.Org), Is.Empty);
            Assert.That(await bench.Journal.UnclearTasksAsync(JournalBench.Org), Is.Empty);
            Assert.That(await StatesAsync(1), Is.EqualTo((WriteState.Confirmed, TaskState.Abandoned)));
        });
    }

    private async Task<(WriteState Write, TaskState Task)> StatesAsync(int deal)
    {
        var history = await bench.Journal.DealHistoryAsync(JournalBench.Org, TestDeals.Id(deal));
        return (history.Writes[^1].State, history.Tasks[^1].State);
    }
}
