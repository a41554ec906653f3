using SalesRules.Journal.Deals;
using SalesRules.Journal.Leases;
using SalesRules.Journal.Runs;
using SalesRules.Journal.Tasks;
using SalesRules.Journal.Writes;
using SalesRules.Plans;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Journal.Tests;

/// <summary>A journal in a real database of its own, a clock, and the real rules and plans to feed it with.</summary>
internal sealed class JournalBench : IAsyncDisposable
{
    public const string Org = "00D000000000001EAA";

    private static readonly TimeSpan Term = TimeSpan.FromMinutes(1);

    private readonly TestDatabase database;
    private readonly Dictionary<string, RunLease> leases = [];

    private JournalBench(TestDatabase database) => this.database = database;

    public FakeClock Clock { get; } = new();

    public Policy Policy { get; set; } = TestPolicy.Default;

    public TestDatabase Database => database;

    public RunJournal Journal { get; private set; } = null!;

    public DateOnly Today => DateOnly.FromDateTime(Clock.Now.UtcDateTime);

    public static async Task<JournalBench> OpenAsync(DatabaseKind kind)
    {
        var bench = new JournalBench(await TestDatabase.CreateAsync(kind));
        bench.Journal = await bench.OpenNodeAsync();
        return bench;
    }

    /// <summary>As another node does.</summary>
    public Task<RunJournal> OpenNodeAsync() => RunJournal.OpenAsync(database.ConnectionString, Clock);

    /// <summary>As after the death of the process: nothing is finished or given back, the journal is opened anew once the leases have run out.</summary>
    public async Task ReopenAsync()
    {
        await Journal.DisposeAsync();
        leases.Clear();
        await LetLeasesRunOutAsync();
        Journal = await OpenNodeAsync();
    }

    /// <summary>Whatever clock they run out by: it has come so far.</summary>
    public Task LetLeasesRunOutAsync() => database.AskAsync("update leases set expires_at = acquired_at where expires_at is not null");

    /// <summary>Starts a run an hour after whatever happened last.</summary>
    public async Task<RunId> StartAsync(string org = Org)
    {
        Clock.Advance(TimeSpan.FromHours(1));
        return await Journal.StartRunAsync(Start(org), await LeaseAsync(org));
    }

    public RunStart Start(string org = Org) => new() { OrgId = org, Kind = RunKind.Run, PolicyHash = Policy.Hash, AsOf = Today };

    /// <summary>The org's lease, which this process holds from its first run on.</summary>
    public async Task<RunLease> LeaseAsync(string org = Org)
    {
        if (!leases.TryGetValue(org, out var lease))
            leases[org] = lease = await Journal.AcquireLeaseAsync(org, Term);
        return lease;
    }

    public Task FinishAsync(RunId run) => Journal.FinishRunAsync(run, new RunResult { Status = RunStatus.Complete });

    public async Task<DealMemory> RememberAsync(SalesforceId id, string org = Org) => (await Journal.RememberAsync(org, [id]))[id];

    /// <summary>A run that does nothing but sweep.</summary>
    public async Task SeeTasksAsync(params IReadOnlyList<SeenTask> seen)
    {
        var run = await Journal.StartRunAsync(Start(), await LeaseAsync());
        await Journal.SeeTasksAsync(run, seen);
        await FinishAsync(run);
    }

    /// <summary>Remembers, decides, plans and journals, as a run does.</summary>
    public async Task<IReadOnlyList<PlannedDecision>> DecideAsync(RunId run, params Opportunity[] deals)
    {
        var org = (await Journal.RunAsync(run))!.OrgId;
        var memories = await Journal.RememberAsync(org, [.. deals.Select(deal => deal.Id)]);
        var plan = new RecordPlan(new RuleBook(Policy));
        List<PlannedDecision> page = [.. deals.Select(deal => plan.Of(deal, Context(memories[deal.Id]), memories[deal.Id].KnownTasks, Clock.Now))];
        await Journal.JournalDecisionsAsync(run, Policy, Clock.Now, page);
        return page;
    }

    /// <summary>Sends everything that the run has planned; Salesforce takes all of it as it is.</summary>
    public async Task SendAsync(RunId run)
    {
        await foreach (var batch in Journal.PlannedAsync(run))
        {
            await Journal.MarkSendingAsync(run, [.. batch.Select(record => record.Id)]);
            await Journal.SettleAsync(run, [.. batch.Select(record => WriteReceipt.Confirmed(record.Id, After(record)))]);
        }
    }

    /// <summary>A whole run over these deals that writes their records, and nothing about tasks.</summary>
    public async Task<RunId> RunAsync(params Opportunity[] deals)
    {
        var run = await StartAsync();
        await DecideAsync(run, deals);
        await SendAsync(run);
        await FinishAsync(run);
        return run;
    }

    public async ValueTask DisposeAsync()
    {
        await Journal.DisposeAsync();
        await database.DisposeAsync();
    }

    private static AfterImage After(PlannedRecord record) => new(
        null, record.Changes.FirstOrDefault(change => change.Field == "ForecastCategoryName")?.To.AsText, 95);

    private DealContext Context(DealMemory memory) => new()
    {
        Today = Today,
        StageHistory = [],
        DeferredSince = memory.DeferredSince,
        LastCorrection = memory.LastCorrection,
        ScoreHistory = memory.ScoreHistory,
        Episodes = memory.TaskEpisodes,
    };
}
