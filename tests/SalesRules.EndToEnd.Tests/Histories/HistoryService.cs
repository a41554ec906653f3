using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SalesRules.Host.Commands;
using SalesRules.Host.Configuration;
using SalesRules.Host.Runs;
using SalesRules.Journal;
using SalesRules.Journal.Deals;
using SalesRules.Journal.Runs;
using SalesRules.Plans;
using SalesRules.Policies;
using SalesRules.Salesforce;
using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Sandbox;
using SalesRules.Snapshots;

namespace SalesRules.EndToEnd.Tests.Histories;

/// <summary>One process of the service, put together as the commands do; its journal, in memory, outlives it.</summary>
internal sealed class HistoryService : IAsyncDisposable
{
    private static readonly TimeSpan LeaseTerm = TimeSpan.FromHours(1);
    private static readonly Policy Policy = PolicySource.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "policy.yaml")), "policy.yaml");

    private readonly ServiceProvider services;
    private readonly CallWatch watch;
    private readonly RunJournal journal;
    private readonly TimeProvider clock;

    /// <param name="wire">What happens to replies on their way; null: nothing.</param>
    public HistoryService(SandboxServer server, RunJournal journal, TimeProvider clock, int rowsPerQuery, DelegatingHandler? wire = null)
    {
        (this.journal, this.clock) = (journal, clock);
        watch = new CallWatch { MayRemember = () => server.Faults.List().Count == 0 };
        var settings = new ConfigurationBuilder()
            .AddConfiguration(InProcessSandbox.PointAt(new ConfigurationBuilder().Build(), server))
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Salesforce:RowsPerQuery"] = $"{rowsPerQuery}" })
            .Build();
        services = new ServiceCollection()
            .AddSingleton<IConfiguration>(settings)
            .AddSingleton(clock)
            .AddLogging()
            .AddSalesforce()
            .ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(() => watch).AddHttpMessageHandler(() => wire ?? new PlainWire()))
            .AddSingleton(journal)
            .AddRuns(Policy, LeaseTerm)
            .BuildServiceProvider();
    }

    /// <summary>A run; null where it failed, as the org's faults may make it.</summary>
    public async Task<RunTally?> RunAsync(int? stopAt = null, bool reconcile = false)
    {
        watch.Begin(stopAt);
        try
        {
            return await services.GetRequiredService<RuleRun>().RunOnceAsync(Request with { Reconcile = reconcile }, watch.Stopping.Token);
        }
        catch (Exception problem) when (problem is SalesforceException or CommandException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>What would be written if these deals were looked at now, one by one by id, and how many were seen.</summary>
    public async Task<(WriteBackPlan Plan, int Seen)> PlanAsync(IReadOnlyList<SalesforceId> ids)
    {
        watch.Begin(null);
        var seen = 0;
        var plan = await services.GetRequiredService<PlanRun>().PlanAsync(Request with { Ids = ids }, page => seen += page.Decisions.Count, default);
        return (plan, seen);
    }

    public DateOnly Today => BusinessDate.Today(clock, Policy);

    public Task<IReadOnlyDictionary<SalesforceId, DealMemory>> RememberAsync(string orgId, IReadOnlyList<SalesforceId> ids) => journal.RememberAsync(orgId, ids);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    /// <summary>Does nothing.</summary>
    private sealed class PlainWire : DelegatingHandler;

    private RunRequest Request => new() { AsOf = Today, Kind = RunKind.Run, Approval = new BudgetApproval("the test", "small orgs") };
}
