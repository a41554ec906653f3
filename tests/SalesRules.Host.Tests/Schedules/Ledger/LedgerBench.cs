using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using SalesRules.Host.Schedules;
using SalesRules.Host.Schedules.Ledger;
using SalesRules.Host.Syncs;
using SalesRules.Journal;
using SalesRules.Journal.Pauses;
using SalesRules.Journal.Slots;

namespace SalesRules.Host.Tests.Schedules.Ledger;

/// <summary>Workers on one journal in a file, with a clock that a test moves and syncs that end as it says.</summary>
internal sealed class LedgerBench : IAsyncDisposable
{
    public static readonly TimeSpan Term = TimeSpan.FromMinutes(1);

    private readonly TestDatabase database;
    private readonly List<Node> nodes = [];

    private LedgerBench(TestDatabase database) => this.database = database;

    public MovingClock Clock { get; } = new() { Now = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero) };

    /// <summary>Looks at the journal from outside, whatever happens to the nodes.</summary>
    public RunJournal Journal { get; private set; } = null!;

    public static async Task<LedgerBench> OpenAsync()
    {
        var bench = new LedgerBench(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        bench.Journal = await RunJournal.OpenAsync(bench.database.ConnectionString, bench.Clock);
        return bench;
    }

    /// <summary>A worker starts: it registers its schedules, and has not looked yet.</summary>
    public async Task<Node> StartAsync(params (string Name, string Cron, string Zone, bool Enabled)[] schedules)
    {
        var node = new Node(database, await RunJournal.OpenAsync(database.ConnectionString, Clock), Book(schedules), Clock);
        nodes.Add(node);
        await node.RegisterAsync();
        return node;
    }

    /// <summary>One schedule, "sync", in UTC.</summary>
    public Task<Node> StartAsync(string cron) => StartAsync(("sync", cron, "UTC", true));

    public async Task<IReadOnlyList<Slot>> SlotsAsync(string schedule = "sync") => await Journal.SlotsAsync(schedule, DateTimeOffset.UnixEpoch, 1_000_000);

    /// <summary>A line a slot: when it was due, and how it ended.</summary>
    public async Task<IEnumerable<string>> LinesAsync(string schedule = "sync") =>
        (await SlotsAsync(schedule)).Select(slot => $"{slot.DueAt:MM-dd HH:mm} {(slot.IsOpen ? "open" : $"{slot.State}, {slot.Outcome}")}");

    /// <summary>The keys of the alerts that were raised.</summary>
    public Task<object?> AlertsAsync() => database.AskAsync("select group_concat(alert_key, ' ') from (select alert_key from alerts order by alert_key)");

    public Task PauseAsync(string schedule, DateTimeOffset? until = null) =>
        Journal.PauseAsync(new Pause(schedule, "quarter end", "Dana Fox", Clock.Now, until));

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
            await node.DisposeAsync();
        await Journal.DisposeAsync();
        await database.DisposeAsync();
    }

    private static ScheduleBook Book((string Name, string Cron, string Zone, bool Enabled)[] schedules) => ScheduleBook.Read(
        new ConfigurationBuilder().AddInMemoryCollection(schedules.SelectMany(schedule => new[]
        {
            KeyValuePair.Create($"Schedules:{schedule.Name}:Cron", (string?)schedule.Cron),
            KeyValuePair.Create($"Schedules:{schedule.Name}:TimeZone", (string?)schedule.Zone),
            KeyValuePair.Create($"Schedules:{schedule.Name}:Enabled", (string?)schedule.Enabled.ToString()),
        })).Build(),
        TimeZoneInfo.Utc);

    /// <summary>One worker.</summary>
    internal sealed class Node : IAsyncDisposable
    {
        private readonly JournalOutage outage = new();
        private readonly TestDatabase database;
        private readonly MovingClock clock;
        private readonly SlotWatch watch;
        private readonly SlotLedger ledger;
        private readonly CancellationTokenSource stop = new();

        public Node(TestDatabase database, RunJournal journal, ScheduleBook book, MovingClock clock)
        {
            this.database = database;
            this.clock = clock;
            Journal = journal;
            ledger = new SlotLedger(journal, SyncAsync, Term, clock, NullLogger<SlotLedger>.Instance);
            watch = new SlotWatch(journal, ledger, book, Alarm, clock, NullLogger<SlotWatch>.Instance);
        }

        public RunJournal Journal { get; }

        public MissingRunAlarm Alarm { get; } = new(NullLogger<MissingRunAlarm>.Instance);

        /// <summary>What happens during the next syncs; by default each reads everything and ends well.</summary>
        public Func<string, Task<SyncStatus>> Syncing { get; set; } = _ => Task.FromResult(SyncStatus.Complete);

        /// <summary>The syncs that began, by schedule.</summary>
        public List<(string Schedule, DateTimeOffset At)> Syncs { get; } = [];

        /// <summary>The journal cannot be reached.</summary>
        public bool IsCutOff
        {
            get => outage.IsOn;
            set => outage.IsOn = value;
        }

        /// <summary>Fails the transaction after so many others, as it begins, as it commits, or after its commit.</summary>
        public void FailOnce(int after, JournalOutage.Moment moment) => outage.FailOnce(after, moment);

        public Task RegisterAsync() => WithinAsync(() => watch.LookAsync(TimeSpan.FromDays(36_500), stop.Token));

        /// <summary>Quartz says that it is time.</summary>
        public Task FireAsync(string schedule = "sync") => WithinAsync(() => ledger.RunDueAsync(schedule, stop.Token));

        /// <summary>The watch looks, as at the start or each minute, and what it starts comes to its end.</summary>
        public Task LookAsync(TimeSpan? grace = null) => WithinAsync(async () =>
        {
            await watch.LookAsync(grace ?? TimeSpan.Zero, stop.Token);
            await watch.SettleAsync();
        });

        /// <summary>In the middle of a sync: Ctrl-C.</summary>
        public SyncStatus Stop()
        {
            stop.Cancel();
            return SyncStatus.Interrupted;
        }

        /// <summary>In the middle of a sync: the power fails. Nothing that comes after reaches the journal.</summary>
        public SyncStatus Die()
        {
            IsCutOff = true;
            return SyncStatus.Failed;
        }

        /// <summary>The schedule's lease is renewed, as happens by itself while real time passes.</summary>
        public Task RenewAsync(string schedule = "sync") => database.AskAsync(
            $"update leases set expires_at = '{clock.Now.Add(Term):yyyy-MM-dd'T'HH:mm:ss.fff'Z'}' where org_id = '' and name = '{schedule}'");

        /// <summary>As when its process ends: a lease that it still has is not given back.</summary>
        public async ValueTask DisposeAsync()
        {
            watch.Dispose();
            stop.Dispose();
            await Journal.DisposeAsync();
        }

        private async Task<SyncOutcome> SyncAsync(string schedule, CancellationToken cancellationToken)
        {
            Syncs.Add((schedule, clock.Now));
            var startedAt = clock.Now;
            var status = await Syncing(schedule);
            return new SyncOutcome(schedule, status, startedAt, clock.Now, $"It is {status}.") { Began = status != SyncStatus.Skipped };
        }

        private async Task WithinAsync(Func<Task> act)
        {
            outage.Enter();
            await act();
        }
    }
}
