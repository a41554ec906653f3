using SalesRules.Host.Runs;
using SalesRules.Journal;
using SalesRules.Sandbox;
using SalesRules.Sandbox.Faults.Changes;
using SalesRules.Sandbox.Faults.Rows;

namespace SalesRules.EndToEnd.Tests.Histories;

/// <summary>Plays a history: an org of its own, a journal of its own, a clock of its own.</summary>
internal sealed class HistoryWorld : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 16, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    /// <summary>After an outage the service leaves the org alone for a quarter of a minute; stamps of a clock that ran ahead have to be past, and their minute full.</summary>
    private static readonly TimeSpan LeftAlone = TimeSpan.FromMinutes(2);

    private readonly HistoryClock clock;
    private readonly SandboxServer server;
    private readonly RunJournal journal;
    private readonly History history;
    private readonly List<LateVisibilityFault> late = [];

    private HistoryWorld(History history, HistoryClock clock, SandboxServer server, RunJournal journal)
    {
        (this.history, this.clock, this.server, this.journal) = (history, clock, server, journal);
        Org = new HistoryOrg(server);
        Service = NewProcess();
    }

    public HistoryOrg Org { get; }

    public HistoryService Service { get; private set; }

    public RunJournal Journal => journal;

    /// <summary>The runs that came to their end, in order.</summary>
    public List<RunTally> Runs { get; } = [];

    public static async Task<HistoryWorld> StartAsync(History history)
    {
        var clock = new HistoryClock(Start);
        var server = await SandboxServer.StartAsync(new SandboxOptions { Opportunities = 0, OrganizationId = "00D000000000001" }, clock, default);
        return new HistoryWorld(history, clock, server, await RunJournal.OpenAsync("Data Source=:memory:", clock));
    }

    public async Task PlayAsync()
    {
        for (var deal = 0; deal < history.Deals; deal++)
            Org.Create(2 * deal);
        foreach (var step in history.Steps)
            await PlayAsync(step);
    }

    /// <summary>The faults stop, and what was saved becomes visible. What stays late beyond the overlap is for a reconcile pass to find.</summary>
    /// <returns>Whether something may have been seen later than the overlap.</returns>
    public bool CalmDown()
    {
        clock.Advance(late.Select(fault => fault.Delay).Append(LeftAlone).Max());
        server.Faults.StopAll();
        return late.Exists(fault => fault.Delay > Overlap);
    }

    public async Task<RunTally> LastRunAsync(bool reconcile = false) =>
        await Service.RunAsync(reconcile: reconcile) ?? throw new InvalidOperationException("A run of an undisturbed org failed.");

    public void Rest() => clock.Advance(Passing.Of(history.Rest));

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await journal.DisposeAsync();
        await server.DisposeAsync();
    }

    private async Task PlayAsync(Step step)
    {
        switch (step.Kind)
        {
            case StepKind.Edit:
                Org.Edit(step.Which, step.Choice);
                break;
            case StepKind.Create:
                Org.Create(step.Choice);
                break;
            case StepKind.Delete:
                Org.Delete(step.Which);
                break;
            case StepKind.Undelete:
                // The org has no call for it: a person clicks, which in the sandbox is a change around any call.
                Org.Arm(new UndeleteFault());
                break;
            case StepKind.Pass:
                clock.Advance(Passing.Of(step.Choice));
                break;
            case StepKind.Fault:
                Arm(step);
                break;
            case StepKind.Run or StepKind.CutOffRun:
                if (await Service.RunAsync(step.Kind == StepKind.CutOffRun ? step.Which + 1 : null) is { } tally)
                    Runs.Add(tally);
                break;
            default:
                await Service.DisposeAsync();
                Service = NewProcess();
                break;
        }
    }

    private void Arm(Step step)
    {
        var fault = OrgFaults.Make(step.Choice, step.Which);
        Org.Arm(fault);
        if (fault is LateVisibilityFault hidden)
            late.Add(hidden);
    }

    private HistoryService NewProcess() => new(server, journal, clock, history.RowsPerQuery);
}
