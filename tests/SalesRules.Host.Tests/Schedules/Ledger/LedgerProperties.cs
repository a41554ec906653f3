using SalesRules.Host.Schedules;
using SalesRules.Host.Syncs;
using SalesRules.Journal.Slots;

namespace SalesRules.Host.Tests.Schedules.Ledger;

/// <summary>
/// Any history of two nodes: time passes, the scheduler fires or forgets to, nodes die in the middle of a run, are stopped, start
/// again with other settings, lose the journal for a moment or for days; people pause and resume. Whatever happens, every slot that
/// was due has in the end exactly one row with one end, and no slot has had two runs.
/// </summary>
internal sealed class LedgerProperties
{
    private static readonly string[] Crons = ["0 * * * *", "*/30 * * * *", "30 2 * * *", "0 7-19 * * 1-5", "15 1,2,3 * * 0", "0 0 1 * *"];
    private static readonly string[] Zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC"];
    private static readonly TimeSpan[] Steps =
    [
        TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(31), TimeSpan.FromHours(1), TimeSpan.FromHours(7), TimeSpan.FromDays(1), TimeSpan.FromDays(9), TimeSpan.FromDays(40),
    ];

    private static IEnumerable<int> Seeds => Enumerable.Range(1, Environment.GetEnvironmentVariable("SALESRULES_LONG") == "1" ? 12 : 1);

    [FsCheck.NUnit.Property(MaxTest = 60, StartSize = 10, EndSize = 60)]
    public void Every_slot_ends_once_whatever_happens(byte[] script, int seed) => PlayAsync(script, new Random(seed), Steps).GetAwaiter().GetResult();

    /// <summary>Some two years, and less than the ledger remembers; with SALESRULES_LONG=1 a dozen of them.</summary>
    [TestCaseSource(nameof(Seeds))]
    public async Task Two_years_of_slots_end_once_each(int seed)
    {
        var random = new Random(seed);
        var script = new byte[1_020];
        random.NextBytes(script);
        var slots = await PlayAsync(script, random, [TimeSpan.FromHours(5), TimeSpan.FromHours(12), TimeSpan.FromHours(25), TimeSpan.FromMinutes(50), TimeSpan.FromHours(31), TimeSpan.FromHours(44), TimeSpan.FromMinutes(20), TimeSpan.FromHours(20)]);
        Assert.That(slots, Is.GreaterThan(730), "it was two years");
    }

    /// <returns>How many slots were due.</returns>
    private static async Task<int> PlayAsync(byte[] script, Random random, TimeSpan[] steps)
    {
        await using var bench = await LedgerBench.OpenAsync();
        bench.Clock.Now += TimeSpan.FromDays(random.Next(365));
        var history = new History(bench, random);
        await history.StartAsync(0);
        await history.StartAsync(1);
        foreach (var act in script)
        {
            bench.Clock.Advance(steps[act >> 5]);
            await history.ActAsync((act >> 4) & 1, act & 15);
        }

        await history.CalmAsync();
        return await history.CheckAsync();
    }

    /// <summary>Two nodes, what happens to them, and beside it when the schedule was due by the settings of each start.</summary>
    private sealed class History(LedgerBench bench, Random random)
    {
        private readonly LedgerBench.Node[] nodes = new LedgerBench.Node[2];
        private readonly List<(string Cron, string Zone, DateTimeOffset From, DateTimeOffset To)> terms = [];
        private readonly HashSet<DateTimeOffset> begun = [];
        private readonly List<string> violations = [];
        private (string Cron, string Zone)? inForce;
        private (string Cron, string Zone)? settings = (Crons[random.Next(Crons.Length)], Zones[random.Next(Zones.Length)]);
        private DateTimeOffset since;

        public async Task ActAsync(int which, int what)
        {
            var node = nodes[which];
            switch (what)
            {
                case 0 or 1 or 2 or 3:
                    await node.FireAsync();
                    break;
                case 4 or 5:
                    await node.LookAsync(TimeSpan.FromMinutes(2));
                    break;
                case 6:
                    await Task.WhenAll(nodes.Select(one => Task.Run(() => one.FireAsync())));
                    break;
                case 7:
                    node.IsCutOff = !node.IsCutOff;
                    break;
                case 8:
                    node.FailOnce(random.Next(8), (JournalOutage.Moment)random.Next(3));
                    await node.FireAsync();
                    break;
                case 9:
                    await DieInTheMiddleAsync(which);
                    break;
                case 10:
                    Next(node, _ => Task.FromResult(node.Stop()));
                    await node.FireAsync();
                    await StartAsync(which);
                    break;
                case 11:
                    Next(node, _ => Task.FromResult((SyncStatus)random.Next(Enum.GetValues<SyncStatus>().Length)));
                    await node.FireAsync();
                    break;
                case 12:
                    Next(node, async _ =>
                    {
                        bench.Clock.Advance(TimeSpan.FromHours(3));
                        await nodes[1 - which].LookAsync();
                        return SyncStatus.Complete;
                    });
                    await node.FireAsync();
                    break;
                case 13:
                    settings = random.Next(4) == 0 ? null : (Crons[random.Next(Crons.Length)], Zones[random.Next(Zones.Length)]);
                    await StartAsync(which);
                    break;
                case 14:
                    await bench.PauseAsync(random.Next(2) == 0 ? "sync" : "*", bench.Clock.Now.AddHours(random.Next(1, 100)));
                    break;
                default:
                    await bench.Journal.ResumeAsync("sync", "Dana Fox");
                    break;
            }
        }

        /// <summary>A start, with the settings as they are then.</summary>
        public async Task StartAsync(int which)
        {
            Register(settings);
            nodes[which] = settings is { } words ? await bench.StartAsync(("sync", words.Cron, words.Zone, true)) : await bench.StartAsync();
            Next(nodes[which], null);
        }

        /// <summary>Leases run out, the journal is back, and a worker looks.</summary>
        public async Task CalmAsync()
        {
            bench.Clock.Advance(LedgerBench.Term * 2);
            await StartAsync(0);
            await nodes[0].LookAsync();
        }

        public async Task<int> CheckAsync()
        {
            Register(null);
            var due = terms.SelectMany(one => DueIn(one.Cron, one.Zone, one.From, one.To)).ToList();
            var slots = await bench.SlotsAsync();
            Assert.That(violations, Is.Empty);
            Assert.That(slots.Select(slot => slot.DueAt), Is.EqualTo(due), "each slot has one row, and nothing else has");
            Assert.That(slots.Where(slot => slot.IsOpen), Is.Empty, "each has its end");
            Assert.That(slots.Where(slot => string.IsNullOrWhiteSpace(slot.Sentence)), Is.Empty, "each end has its sentence");
            return due.Count;
        }

        /// <summary>The same as the journal is to know, kept by simpler means.</summary>
        private void Register((string Cron, string Zone)? wanted)
        {
            if (wanted == inForce)
                return;
            if (inForce is { } old)
                terms.Add((old.Cron, old.Zone, since, bench.Clock.Now));
            (inForce, since) = (wanted, bench.Clock.Now);
        }

        private async Task DieInTheMiddleAsync(int which)
        {
            var node = nodes[which];
            Next(node, _ => Task.FromResult(node.Die()));
            await node.FireAsync();
            node.IsCutOff = true;
            await StartAsync(which);
        }

        /// <summary>What happens during the next sync; null: nothing but that. Each time it is seen to that its slot has had no run before.</summary>
        private void Next(LedgerBench.Node node, Func<string, Task<SyncStatus>>? happens) => node.Syncing = async schedule =>
        {
            Next(node, null);
            // Collected and not thrown: the ledger outlives whatever a sync throws.
            var running = (await bench.Journal.SlotsAsync(schedule, DateTimeOffset.UnixEpoch, 200)).Where(slot => slot.State == SlotState.Running).ToList();
            lock (begun)
            {
                if (running.Count > 1)
                    violations.Add($"two runs at a time: {string.Join(", ", running)}");
                violations.AddRange(running.Where(slot => !begun.Add(slot.DueAt)).Select(slot => $"run a second time: {slot}"));
            }

            return happens is null ? SyncStatus.Complete : await happens(schedule);
        };

        private static IEnumerable<DateTimeOffset> DueIn(string cron, string zone, DateTimeOffset from, DateTimeOffset to)
        {
            var (times, rules) = (CronTimes.Parse(cron), TimeZoneInfo.FindSystemTimeZoneById(zone));
            for (var at = times.NextAfter(from, rules); at <= to; at = times.NextAfter(at.Value, rules))
                yield return at.Value.ToUniversalTime();
        }
    }
}
