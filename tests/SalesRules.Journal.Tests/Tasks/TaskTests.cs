using SalesRules.Decisions;
using SalesRules.Journal.History;
using SalesRules.Journal.Runs;
using SalesRules.Journal.Tasks;
using SalesRules.Journal.Writes;
using SalesRules.Plans;
using SalesRules.Snapshots;

namespace SalesRules.Journal.Tests.Tasks;

[OnEachDatabase]
public sealed class TaskTests(DatabaseKind database)
{
    private static readonly SalesforceId Deal = TestDeals.Id(1);
    private static readonly string FirstEpisode = TaskKey.Of("pov.deferred", Deal, "O", 1);
    private static readonly string SecondEpisode = TaskKey.Of("pov.deferred", Deal, "O", 2);

    private JournalBench bench = null!;

    [SetUp]
    public async Task OpenAsync() => bench = await JournalBench.OpenAsync(database);

    [TearDown]
    public async Task CloseAsync() => await bench.DisposeAsync();

    [Test]
    public async Task A_task_that_is_wanted_is_planned_once_and_then_known()
    {
        var run = await bench.StartAsync();
        await bench.DecideAsync(run, TestDeals.Deferred());
        var planned = await EntryAsync();
        Assert.That((planned.Key, planned.State, planned.Owner, planned.Due, planned.Run), Is.EqualTo(
            (FirstEpisode, TaskState.Planned, (SalesforceId?)TestDeals.Owner, (DateOnly?)new DateOnly(2026, 3, 9), (RunId?)run)));
        Assert.That(planned.Subject, Does.Contain("Work on Outcome"));

        await CreateAsync(run, FirstEpisode);
        Assert.That((await KnownAsync()).Open, Is.EqualTo(new[] { new OpenTask(FirstEpisode, TestDeals.TaskId(1)) }));
        Assert.That((await DecideAsync(TestDeals.Deferred())).NewTasks, Is.Empty);
    }

    [Test]
    public async Task A_task_whose_condition_clears_is_to_be_completed_until_it_is_confirmed()
    {
        await OpenTaskAsync();
        var run = await bench.StartAsync();
        var cleared = (await bench.DecideAsync(run, TestDeals.Deal())).Single().Planned.ClearedTasks;
        Assert.That(cleared, Is.EqualTo(new[] { new OpenTask(FirstEpisode, TestDeals.TaskId(1)) }));
        Assert.That((await EntryAsync()).State, Is.EqualTo(TaskState.Clearing));
        Assert.That((await DecideAsync(TestDeals.Deal())).ClearedTasks, Is.EqualTo(cleared));

        await bench.Journal.SettleTasksAsync(run, [TaskReceipt.Completed(FirstEpisode, TestDeals.TaskId(1))]);
        Assert.That((await EntryAsync()).State, Is.EqualTo(TaskState.Completed));
        Assert.That((await DecideAsync(TestDeals.Deal())).ClearedTasks, Is.Empty);
    }

    [Test]
    public async Task The_next_time_the_condition_holds_a_new_episode_begins()
    {
        await OpenTaskAsync();
        var run = await bench.StartAsync();
        await bench.DecideAsync(run, TestDeals.Deal());
        await bench.Journal.SettleTasksAsync(run, [TaskReceipt.Completed(FirstEpisode, TestDeals.TaskId(1))]);
        Assert.That((await DecideAsync(TestDeals.Deferred())).NewTasks.Single().Key, Is.EqualTo(SecondEpisode));
    }

    [Test]
    public async Task A_task_not_completed_yet_when_its_condition_holds_again_is_still_completed_beside_the_new_one()
    {
        await OpenTaskAsync();
        await DecideAsync(TestDeals.Deal());
        var planned = await DecideAsync(TestDeals.Deferred());
        Assert.That(planned.NewTasks.Single().Key, Is.EqualTo(SecondEpisode));
        Assert.That(planned.ClearedTasks.Single().Key, Is.EqualTo(FirstEpisode));
    }

    [Test]
    public async Task A_task_that_a_person_closed_is_not_opened_again_while_the_condition_holds_and_is_the_next_time()
    {
        await OpenTaskAsync();
        await bench.SeeTasksAsync([new SeenTask(FirstEpisode, TestDeals.TaskId(1), IsClosed: true)]);
        Assert.That((await KnownAsync()).ClosedByPeople, Is.EqualTo(new[] { FirstEpisode }));
        Assert.That((await DecideAsync(TestDeals.Deferred())).NewTasks, Is.Empty);

        Assert.That((await DecideAsync(TestDeals.Deal())).ClearedTasks, Is.Empty);
        Assert.That((await EntryAsync()).State, Is.EqualTo(TaskState.Ended));
        Assert.That((await DecideAsync(TestDeals.Deferred())).NewTasks.Single().Key, Is.EqualTo(SecondEpisode));
    }

    [Test]
    public async Task A_task_that_a_person_closed_and_opened_again_is_open()
    {
        await OpenTaskAsync();
        await bench.SeeTasksAsync([new SeenTask(FirstEpisode, TestDeals.TaskId(1), IsClosed: true)]);
        await bench.SeeTasksAsync([new SeenTask(FirstEpisode, TestDeals.TaskId(1), IsClosed: false)]);
        Assert.That((await KnownAsync()).Open.Single().Key, Is.EqualTo(FirstEpisode));
    }

    [Test]
    public async Task A_rule_that_cannot_run_ends_no_episode()
    {
        await OpenTaskAsync();
        await bench.SeeTasksAsync([new SeenTask(FirstEpisode, TestDeals.TaskId(1), IsClosed: true)]);
        await DecideAsync(TestDeals.Deferred() with { StageName = null });
        Assert.That((await EntryAsync()).State, Is.EqualTo(TaskState.ClosedByPerson));
    }

    [Test]
    public async Task A_task_that_the_org_refused_is_wanted_again_under_the_same_key_and_listed()
    {
        var run = await bench.StartAsync();
        await bench.DecideAsync(run, TestDeals.Deferred());
        await bench.Journal.MarkSendingAsync(run, [Deal]);
        await bench.Journal.SettleTasksAsync(run, [TaskReceipt.Refused(FirstEpisode, "INACTIVE_OWNER", "The owner is inactive.")]);
        Assert.That(await bench.Journal.RefusalsAsync(run), Is.EqualTo(new[] { new Refusal(Deal, FirstEpisode, "INACTIVE_OWNER", "The owner is inactive.") }));
        await bench.Journal.SettleAsync(run, [WriteReceipt.NotWritten(Deal)]);
        await bench.FinishAsync(run);
        Assert.That((await DecideAsync(TestDeals.Deferred())).NewTasks.Single().Key, Is.EqualTo(FirstEpisode));
    }

    [Test]
    public async Task A_task_that_was_never_created_ends_when_its_condition_clears()
    {
        await DecideAsync(TestDeals.Deferred());
        Assert.That((await DecideAsync(TestDeals.Deal())).ClearedTasks, Is.Empty);
        Assert.That((await EntryAsync()).State, Is.EqualTo(TaskState.Ended));
    }

    [Test]
    public async Task The_tasks_of_a_record_that_moved_are_planned_again_by_the_new_decision()
    {
        var run = await bench.StartAsync();
        await bench.DecideAsync(run, TestDeals.Deferred());
        await bench.Journal.MarkSendingAsync(run, [Deal]);
        await bench.Journal.SettleAsync(run, [WriteReceipt.Moved(Deal, ["Amount"])]);
        var again = (await bench.DecideAsync(run, TestDeals.Deferred() with { Amount = 1 })).Single().Planned;
        Assert.That(again.NewTasks.Single().Key, Is.EqualTo(FirstEpisode));
        Assert.That((await EntryAsync()).State, Is.EqualTo(TaskState.Planned));
    }

    [Test]
    public async Task A_receipt_for_a_task_that_nobody_planned_is_a_mistake()
    {
        var run = await bench.StartAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.Journal.SettleTasksAsync(run, [TaskReceipt.Missing(FirstEpisode)]));
    }

    [Test]
    public async Task A_new_journal_recovers_open_tasks_and_episodes_from_the_org()
    {
        await bench.SeeTasksAsync(
        [
            new SeenTask(FirstEpisode, TestDeals.TaskId(1), IsClosed: true),
            new SeenTask(SecondEpisode, TestDeals.TaskId(2), IsClosed: false),
            new SeenTask("a text that is no key", TestDeals.TaskId(3), IsClosed: false),
        ]);
        Assert.That((await KnownAsync()).Open, Is.EqualTo(new[] { new OpenTask(SecondEpisode, TestDeals.TaskId(2)) }));
        Assert.That((await bench.RememberAsync(Deal)).TaskEpisodes.NumberOf("pov.deferred", "O"), Is.EqualTo(2));
        Assert.That((await DecideAsync(TestDeals.Deferred())).NewTasks, Is.Empty);
        Assert.That((await HistoryAsync()).Tasks.Select(task => task.State), Is.EqualTo(new[] { TaskState.Ended, TaskState.Open }));
    }

    [TestCase(null, false, Description = "Not known who closed it: nobody is nagged.")]
    [TestCase(false, false)]
    [TestCase(true, true, Description = "The service completed it: its episode is over.")]
    public async Task A_new_journal_takes_a_closed_task_for_closed_by_a_person_unless_the_service_did_it(bool? changedByUs, bool isWantedAgain)
    {
        await bench.SeeTasksAsync([new SeenTask(FirstEpisode, TestDeals.TaskId(1), IsClosed: true, changedByUs)]);
        var wanted = (await DecideAsync(TestDeals.Deferred())).NewTasks.Select(task => task.Key);
        Assert.That(wanted, Is.EqualTo(isWantedAgain ? new[] { SecondEpisode } : []));
    }

    [Test]
    public async Task A_sweep_confirms_a_task_without_a_receipt()
    {
        var run = await bench.StartAsync();
        await bench.DecideAsync(run, TestDeals.Deferred());
        await bench.Journal.MarkSendingAsync(run, [Deal]);
        await bench.FinishAsync(run);
        Assert.That((await bench.Journal.UnclearTasksAsync(JournalBench.Org)).Single().Key, Is.EqualTo(FirstEpisode));

        await bench.SeeTasksAsync([new SeenTask(FirstEpisode, TestDeals.TaskId(1), IsClosed: false)]);
        Assert.That(await bench.Journal.UnclearTasksAsync(JournalBench.Org), Is.Empty);
        Assert.That((await KnownAsync()).Open, Is.EqualTo(new[] { new OpenTask(FirstEpisode, TestDeals.TaskId(1)) }));
    }

    [Test]
    public async Task Sweeps_of_one_org_say_nothing_of_another()
    {
        await OpenTaskAsync();
        await bench.Journal.SeeTasksAsync(await bench.StartAsync("00D000000000002EAA"), [new SeenTask(FirstEpisode, TestDeals.TaskId(9), IsClosed: true)]);
        Assert.That((await KnownAsync()).Open, Is.EqualTo(new[] { new OpenTask(FirstEpisode, TestDeals.TaskId(1)) }));
    }

    private async Task OpenTaskAsync()
    {
        var run = await bench.StartAsync();
        await bench.DecideAsync(run, TestDeals.Deferred());
        await CreateAsync(run, FirstEpisode);
        await bench.FinishAsync(run);
    }

    private async Task CreateAsync(RunId run, string key)
    {
        await bench.SendAsync(run);
        await bench.Journal.SettleTasksAsync(run, [TaskReceipt.Created(key, TestDeals.TaskId(1))]);
    }

    /// <summary>A run that decides and sends nothing.</summary>
    private async Task<PlannedRecord> DecideAsync(Opportunity deal)
    {
        var run = await bench.StartAsync();
        var planned = (await bench.DecideAsync(run, deal)).Single().Planned;
        await bench.FinishAsync(run);
        return planned;
    }

    private async Task<KnownTasks> KnownAsync() => (await bench.RememberAsync(Deal)).KnownTasks;

    private Task<DealHistory> HistoryAsync() => bench.Journal.DealHistoryAsync(JournalBench.Org, Deal);

    private async Task<TaskEntry> EntryAsync() => (await HistoryAsync()).Tasks.Single();
}
