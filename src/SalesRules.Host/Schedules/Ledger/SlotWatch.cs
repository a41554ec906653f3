using SalesRules.Host.Commands;
using SalesRules.Journal;
using SalesRules.Journal.Slots;

namespace SalesRules.Host.Schedules.Ledger;

/// <summary>
/// Looks at the ledger each minute, whatever the scheduler does: what it missed is run, what nobody could run is told. The first look
/// makes up for the time in which no worker ran.
/// </summary>
internal sealed partial class SlotWatch(
    RunJournal journal, SlotLedger ledger, ScheduleBook book, MissingRunAlarm alarm, TimeProvider time, ILogger<SlotWatch> logger) : IHostedLifecycleService, IDisposable
{
    /// <summary>How long the ledger remembers slots: two years of them, and a little more.</summary>
    private const int KeptDays = 800;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    /// <summary>How long a slot is the scheduler's alone: longer than it takes a cluster to find a node dead.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    private readonly Dictionary<string, Task> started = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource stopping = new();
    private readonly DateTimeOffset startedAt = time.GetUtcNow();
    private readonly List<MissingRun> untold = [];
    private volatile IReadOnlyList<ScheduleAccount> accounts = [];
    private DateTimeOffset? forgotAt;
    private bool isRegistered;
    private Task watching = Task.CompletedTask;

    /// <summary>Before the scheduler starts: a slot that fires finds its schedule's words in the journal.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RegisterAsync(cancellationToken);
        }
        catch (JournalException problem)
        {
            alarm.Look([], problem.Message);
        }
    }

    /// <summary>Only now that everything has started: a worker that cannot run begins no sync.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        watching = Task.Run(() => WatchAsync(stopping.Token), CancellationToken.None);
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => stopping.CancelAsync();

    /// <summary>Waits for what the watch has started, as long as the host has patience.</summary>
    public async Task StopAsync(CancellationToken cancellationToken) =>
        await watching.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => stopping.Dispose();

    /// <summary>One look. What it finds to do goes on beside it.</summary>
    /// <param name="grace">Slots that are due for longer than this are run.</param>
    public async Task LookAsync(TimeSpan grace, CancellationToken cancellationToken)
    {
        string? problem = null;
        var isAway = false;
        try
        {
            await RegisterAsync(cancellationToken);
            accounts = await journal.ScheduleAccountsAsync(cancellationToken);
            await ForgetAsync(cancellationToken);
        }
        catch (JournalException failure)
        {
            // By what was known last: nobody can account for anything while the journal is away.
            (problem, isAway) = (failure.Message, true);
        }

        untold.AddRange(alarm.Look(Overdue(MissingRun.Patience, ref problem), problem));
        if (isAway)
            return;
        await TellAsync(cancellationToken);
        foreach (var run in Overdue(grace, ref problem).Where(run => run.Holder is null))
            Start(run.Schedule, cancellationToken);
    }

    /// <summary>Returns when everything that looks have started has ended.</summary>
    public Task SettleAsync() => Task.WhenAll(started.Values);

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        using var ticks = new PeriodicTimer(BetweenLooks, time);
        try
        {
            var grace = TimeSpan.Zero;
            do
            {
                await TryLookAsync(grace, cancellationToken);
                grace = Grace;
            }
            while (await ticks.WaitForNextTickAsync(cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped.
        }
        finally
        {
            // What runs has been told to stop, and ends behind its batch.
            await SettleAsync();
        }
    }

    private async Task TryLookAsync(TimeSpan grace, CancellationToken cancellationToken)
    {
        try
        {
            await LookAsync(grace, cancellationToken);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // Whatever it is that nobody foresaw: the watch outlives it, and says so.
            LookFailed(problem);
        }
    }

    private async Task RegisterAsync(CancellationToken cancellationToken)
    {
        if (isRegistered)
            return;
        var wanted = book.All.Where(schedule => schedule.Enabled)
            .Select(schedule => new ScheduleTerms(schedule.Name, schedule.Cron.Text, schedule.Zone.Id, startedAt)).ToList();
        var disabled = book.All.Where(schedule => !schedule.Enabled).Select(schedule => schedule.Name).ToList();
        foreach (var ended in await journal.SetTermsAsync(wanted, disabled, startedAt, cancellationToken))
            TermsEnded(ended.Schedule, ended.Cron, ended.TimeZone, ended.EndedBy!.Value);
        isRegistered = true;
    }

    /// <summary>
    /// People are told once of each slot, however many nodes and restarts find it missing: its key is the slot's. What the journal does
    /// not take waits for the next look.
    /// </summary>
    private async Task TellAsync(CancellationToken cancellationToken)
    {
        if (untold.Count == 0)
            return;
        try
        {
            await journal.RaiseAsync(RunJournal.NoOrg, [.. untold.Select(run => run.ToAlert())], cancellationToken: cancellationToken);
            untold.Clear();
        }
        catch (JournalException)
        {
            // The next look says why; what is due is run all the same.
        }
    }

    private async Task ForgetAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now - forgotAt < TimeSpan.FromDays(1))
            return;
        await journal.ForgetSlotsAsync(now.AddDays(-KeptDays), cancellationToken);
        forgotAt = now;
    }

    private List<MissingRun> Overdue(TimeSpan patience, ref string? problem)
    {
        var overdue = new List<MissingRun>();
        foreach (var account in accounts)
        {
            try
            {
                if (MissingRun.Of(account, time.GetUtcNow(), patience) is { } run)
                    overdue.Add(run);
            }
            catch (CommandException unreadable)
            {
                // One schedule's words that this machine cannot read: the others go on.
                problem ??= unreadable.Message;
            }
        }

        return overdue;
    }

    private void Start(string schedule, CancellationToken cancellationToken)
    {
        if (!started.TryGetValue(schedule, out var running) || running.IsCompleted)
            started[schedule] = RunDueAsync(schedule, cancellationToken);
    }

    private async Task RunDueAsync(string schedule, CancellationToken cancellationToken)
    {
        await ledger.RunDueAsync(schedule, cancellationToken);
        try
        {
            // What has just ended is missed by nobody, also where the journal is away by the next look.
            accounts = await journal.ScheduleAccountsAsync(CancellationToken.None);
        }
        catch (JournalException)
        {
            // The next look asks again, and says why it cannot.
        }
    }

    [LoggerMessage(EventId = 350, Level = LogLevel.Error, Message = "The look at what is due failed in a way that nobody foresaw, and is tried again in a minute")]
    private partial void LookFailed(Exception problem);

    [LoggerMessage(EventId = 351, Level = LogLevel.Information, Message = "Schedule {Schedule}: '{Cron}' in {TimeZone} holds no more ({Why}); what was due by it and has not run is accounted for")]
    private partial void TermsEnded(string schedule, string cron, string timeZone, TermsEnd why);
}
