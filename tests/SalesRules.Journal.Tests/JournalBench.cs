using SalesRules.Journal.Deals;
using SalesRules.Journal.Runs;
using SalesRules.Journal.Writes;
using SalesRules.Plans;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Journal.Tests;

/// <summary>A journal in a real file of its own, a clock, and the real rules and plans to feed it with.</summary>
internal sealed class JournalBench : IAsyncDisposable
{
    public const string Org = "00D000000000001EAA";

    private readonly string folder = TestFolder.Create();

    private JournalBench()
    {
    }

    public FakeClock Clock { get; } = new();

    public Policy Policy { get; set; } = TestPolicy.Default;

    public string File => Path.Combine(folder, "journal.db");

    public string ConnectionString => $"Data Source={File}";

    public RunJournal Journal { get; private set; } = null!;

    public DateOnly Today => DateOnly.FromDateTime(Clock.Now.UtcDateTime);

    public static async Task<JournalBench> OpenAsync()
    {
        var bench = new JournalBench();
        bench.Journal = await RunJournal.OpenAsync(bench.ConnectionString, bench.Clock);
        return bench;
    }

    /// <summary>As after the death of the process: nothing is finished, the file is opened anew.</summary>
    public async Task ReopenAsync()
    {
        await Journal.DisposeAsync();
        Journal = await RunJournal.OpenAsync(ConnectionString, Clock);
    }

    /// <summary>Starts a run an hour after whatever happened last.</summary>
    public Task<RunId> StartAsync(string org = Org)
    {
        Clock.Advance(TimeSpan.FromHours(1));
        return Journal.StartRunAsync(new RunStart { OrgId = org, Kind = RunKind.Run, PolicyHash = Policy.Hash, AsOf = Today });
    }

    public Task FinishAsync(RunId run) => Journal.FinishRunAsync(run, new RunResult { Status = RunStatus.Complete });

    public async Task<DealMemory> RememberAsync(SalesforceId id, string org = Org) => (await Journal.RememberAsync(org, [id]))[id];

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
        Directory.Delete(folder, recursive: true);
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
