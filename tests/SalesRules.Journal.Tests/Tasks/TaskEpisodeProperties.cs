using SalesRules.Decisions;
using SalesRules.Journal.Runs;
using SalesRules.Journal.Tasks;
using SalesRules.Journal.Writes;
using SalesRules.Plans;
using SalesRules.Snapshots;

namespace SalesRules.Journal.Tests.Tasks;

/// <summary>
/// Any history of one condition: it holds or clears, people close tasks, runs send, are refused, or die before or after the org
/// has heard of it. Each byte is a day.
/// </summary>
[OnEachDatabase]
public sealed class TaskEpisodeProperties(DatabaseKind database)
{
    private enum Fate
    {
        Sent,
        NeverSent,
        Refused,
        DiedBeforeTheOrgHeard,
        DiedAfterTheOrgHeard,
    }

    [FsCheck.NUnit.Property(MaxTest = 40, EndSize = 25)]
    public void Each_time_the_condition_begins_to_hold_an_episode_begins_and_no_key_is_ever_opened_twice(byte[] days) =>
        PlayAsync(days).GetAwaiter().GetResult();

    private async Task PlayAsync(byte[] days)
    {
        await using var bench = await JournalBench.OpenAsync(database);
        var org = new OrgTasks();
        var episode = 0;
        var held = false;
        foreach (var day in days)
        {
            var holds = (day & 1) != 0;
            var fate = (Fate)((day >> 2) % 5);
            if ((day & 2) != 0)
                org.PersonClosesAll();
            if (holds && !held)
                episode++;
            held = holds;

            await LiveADayAsync(bench, org, holds, fate, sweeps: (day & 64) != 0, episode);
            await CheckRowsAsync(bench, episode);
        }

        // Whatever happened: one clear and undisturbed day later nothing of ours is left open.
        await LiveADayAsync(bench, org, holds: false, Fate.Sent, sweeps: true, episode);
        Assert.That(org.Open, Is.Empty);
    }

    private static async Task LiveADayAsync(JournalBench bench, OrgTasks org, bool holds, Fate fate, bool sweeps, int episode)
    {
        var run = await bench.StartAsync();
        await ReadBackAsync(bench.Journal, run, org);
        if (sweeps)
            await bench.Journal.SeeTasksAsync(run, org.Seen());
        var decided = (await bench.DecideAsync(run, holds ? TestDeals.Deferred() : TestDeals.Deal())).Single();
        var wanted = decided.Standing.Decision.Tasks.Select(task => task.Key).ToList();
        Assert.That(wanted, Is.EqualTo(holds ? new[] { TaskKey.Of("pov.deferred", TestDeals.Id(1), "O", episode) } : []));

        await SendAsync(bench, org, run, decided.Planned, fate);
        if (holds && fate == Fate.Sent)
            Assert.That(org.Knows(wanted.Single()), Is.True, "a day on which everything works leaves no wanted task behind");
    }

    private static async Task SendAsync(JournalBench bench, OrgTasks org, RunId run, PlannedRecord planned, Fate fate)
    {
        if (fate != Fate.NeverSent && !planned.IsEmpty)
        {
            await bench.Journal.MarkSendingAsync(run, [planned.Id]);
            var receipts = fate switch
            {
                Fate.Sent or Fate.DiedAfterTheOrgHeard => org.Take(planned),
                Fate.Refused => [.. Keys(planned).Select(key => TaskReceipt.Refused(key, "X", "No."))],
                _ => new List<TaskReceipt>(),
            };
            if (fate is Fate.Sent or Fate.Refused)
            {
                await bench.Journal.SettleAsync(run, [WriteReceipt.Confirmed(planned.Id, new AfterImage(null, "Best Case", 75))]);
                await bench.Journal.SettleTasksAsync(run, receipts);
            }
        }

        if (fate is Fate.DiedBeforeTheOrgHeard or Fate.DiedAfterTheOrgHeard)
            await bench.ReopenAsync();
        else
            await bench.FinishAsync(run);
    }

    private static async Task ReadBackAsync(RunJournal journal, RunId run, OrgTasks org)
    {
        foreach (var write in await journal.UnclearAsync(JournalBench.Org))
            await journal.SettleAsync(run, write.Run, [WriteReceipt.NotWritten(write.Record.Id)]);
        foreach (var task in await journal.UnclearTasksAsync(JournalBench.Org))
            await journal.SettleTasksAsync(run, [org.ReadBack(task.Key)]);
    }

    private static async Task CheckRowsAsync(JournalBench bench, int episode)
    {
        var rows = (await bench.Journal.DealHistoryAsync(JournalBench.Org, TestDeals.Id(1))).Tasks;
        Assert.That(rows.Select(row => row.Episode), Is.EqualTo(Enumerable.Range(1, episode)));
        Assert.That(rows.SkipLast(1).Select(row => row.State), Has.All.GreaterThanOrEqualTo(TaskState.Clearing), "an episode runs beside a later one");
    }

    private static IEnumerable<string> Keys(PlannedRecord planned) =>
        planned.NewTasks.Select(task => task.Key).Concat(planned.ClearedTasks.Select(task => task.Key));

    /// <summary>The org's tasks, of which people close some.</summary>
    private sealed class OrgTasks
    {
        private readonly Dictionary<string, (SalesforceId Id, bool IsOpen)> tasks = [];

        public IEnumerable<string> Open => tasks.Where(task => task.Value.IsOpen).Select(task => task.Key);

        public bool Knows(string key) => tasks.ContainsKey(key);

        public void PersonClosesAll()
        {
            foreach (var key in Open.ToList())
                Close(key);
        }

        public List<SeenTask> Seen() => [.. tasks.Select(task => new SeenTask(task.Key, task.Value.Id, !task.Value.IsOpen))];

        public List<TaskReceipt> Take(PlannedRecord planned)
        {
            var receipts = new List<TaskReceipt>();
            foreach (var task in planned.NewTasks)
            {
                Assert.That(tasks.TryAdd(task.Key, (TestDeals.TaskId(tasks.Count + 1), true)), Is.True, $"{task.Key} is created a second time");
                receipts.Add(TaskReceipt.Created(task.Key, tasks[task.Key].Id));
            }

            foreach (var key in planned.ClearedTasks.Select(task => task.Key))
            {
                receipts.Add(tasks.TryGetValue(key, out var task) && task.IsOpen ? TaskReceipt.Completed(key, task.Id) : ReadBack(key));
                if (Knows(key))
                    Close(key);
            }

            return receipts;
        }

        public TaskReceipt ReadBack(string key) => tasks.TryGetValue(key, out var task)
            ? task.IsOpen ? TaskReceipt.Created(key, task.Id) : TaskReceipt.ClosedByPerson(key, task.Id)
            : TaskReceipt.Missing(key);

        private void Close(string key) => tasks[key] = (tasks[key].Id, false);
    }
}
