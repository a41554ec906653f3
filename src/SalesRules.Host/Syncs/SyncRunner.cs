using System.Globalization;
using SalesRules.Host.Commands;
using SalesRules.Host.Configuration;
using SalesRules.Host.Runs;
using SalesRules.Host.Shadows;
using SalesRules.Journal;
using SalesRules.Journal.Leases;
using SalesRules.Journal.Runs;
using SalesRules.Salesforce.Connection;
using SalesRules.Salesforce.Connection.Errors;

namespace SalesRules.Host.Syncs;

/// <summary>
/// One sync as the worker does it, one at a time in the process: writes where that is allowed, plans and reports where it is
/// not. One that comes while another runs waits for it and then looks at what is new; a schedule never waits twice.
/// </summary>
/// <param name="businessDay">The business date of a sync that starts now.</param>
internal sealed partial class SyncRunner(
    Workplace workplace, SyncMode mode, Func<DateOnly> businessDay, SyncHistory history, TimeProvider time, ILogger<SyncRunner> logger) : IDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1, 1);

    public SyncMode Mode => mode;

    /// <summary>Runs a sync and says how it ended; only a programming error is thrown.</summary>
    public async Task<SyncOutcome> RunAsync(string cause, CancellationToken cancellationToken)
    {
        var startedAt = time.GetUtcNow();
        try
        {
            if (!await oneAtATime.WaitAsync(TimeSpan.Zero, cancellationToken))
            {
                Waiting(cause, history.Running ?? "another");
                await oneAtATime.WaitAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            var stopped = new SyncOutcome(cause, SyncStatus.Interrupted, startedAt, time.GetUtcNow(), "Stopped before it began.");
            Tell(stopped);
            return stopped;
        }

        try
        {
            history.Started(cause);
            var outcome = await AttemptAsync(cause, cancellationToken);
            history.Ended(outcome);
            Tell(outcome);
            return outcome;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Signs in ahead of the first sync, so that a wrong secret is told at the start and not at night.</summary>
    public async Task SignInAsync(CancellationToken cancellationToken)
    {
        try
        {
            history.SignedIn(await workplace.Get<SalesforceConnection>().IdentityAsync(cancellationToken));
        }
        catch (SalesforceException problem)
        {
            NotSignedIn(problem.Message);
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    private async Task<SyncOutcome> AttemptAsync(string cause, CancellationToken cancellationToken)
    {
        var startedAt = time.GetUtcNow();
        var began = false;
        SyncOutcome Ended(SyncStatus status, string sentence, RunTally? summary = null) =>
            new(cause, status, startedAt, time.GetUtcNow(), sentence, summary) { Began = began && status != SyncStatus.Skipped };
        try
        {
            if (await workplace.Journal.PauseOfAsync(cause, cancellationToken) is { } pause)
                return Ended(SyncStatus.Skipped, SkipReason.Of(pause));
            history.SignedIn(await workplace.Get<SalesforceConnection>().IdentityAsync(cancellationToken));
            began = true;
            var request = new RunRequest { AsOf = businessDay(), Kind = RunKind.Sync };
            if (mode == SyncMode.Plan)
                return Ended(SyncStatus.Planned, await PlanAsync(request, cancellationToken));
            var summary = await workplace.Get<RuleRun>().RunOnceAsync(request, cancellationToken);
            return Ended(summary.IsStopped ? SyncStatus.Interrupted : summary.IsComplete ? SyncStatus.Complete : SyncStatus.Partial, Figures(summary), summary);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Ended(SyncStatus.Interrupted, "Stopped: what was not reached is left to the next run.");
        }
        catch (LeaseHeldException held)
        {
            return Ended(SyncStatus.Skipped, held.Message);
        }
        catch (Exception problem) when (problem is SalesforceException or CommandException or MissingFieldsException or JournalException)
        {
            return Ended(SyncStatus.Failed, problem.Message);
        }
        catch (Exception problem)
        {
            // A worker outlives a failed sync; what it was is for the log only, because it may quote a record.
            Unexpected(problem, cause);
            return Ended(SyncStatus.Failed, $"An unforeseen {problem.GetType().Name}: the log has the details.");
        }
    }

    private async Task<string> PlanAsync(RunRequest request, CancellationToken cancellationToken)
    {
        var read = 0;
        var plan = await workplace.Get<PlanRun>().PlanAsync(request, page => read += page.Decisions.Count + page.Unreadable.Count, cancellationToken);
        var totals = plan.Totals();
        return Invariant($"{read:N0} opportunities read; {totals.Deals:N0} deals would change, {totals.CorrectedDeals:N0} of them corrected, and {totals.NewTasks:N0} tasks be created. Nothing was written: Writes:Enabled is false. `salesrules plan` lists the changes.{Lost(plan.Drift)}");
    }

    private static string Figures(RunTally summary) => Invariant(
        $"{summary.Read:N0} opportunities read, {summary.Planned.CorrectedDeals:N0} corrected, {summary.Writes.Written:N0} written, {summary.Writes.Refused + summary.Writes.TasksRefused:N0} refused, {summary.Writes.Moved:N0} moved meanwhile, {summary.Writes.Unclear:N0} unclear, {summary.ApiCalls:N0} API calls.{Lost(summary.Drift.Where(note => !note.IsWarning).Select(note => note.Loss))}{(summary.Shadow is { } shadow ? $" Shadow policy: {ShadowReport.Sentence(shadow)}." : "")}");

    private static string Lost(IEnumerable<string> drift) => string.Concat(drift.Select(line => $" Schema drift: {line}"));

    private void Tell(SyncOutcome outcome)
    {
        var seconds = Math.Round((decimal)(outcome.EndedAt - outcome.StartedAt).TotalSeconds, 1);
        if (outcome.Status == SyncStatus.Failed)
            Failed(outcome.Cause, outcome.Sentence);
        else if (outcome.Status == SyncStatus.Partial)
            Partial(outcome.Cause, seconds, outcome.Sentence);
        else
            Done(outcome.Cause, outcome.Status, seconds, outcome.Sentence);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [LoggerMessage(EventId = 310, Level = LogLevel.Error, Message = "{Sentence} The schedules go on and try again")]
    private partial void NotSignedIn(string sentence);

    [LoggerMessage(EventId = 311, Level = LogLevel.Information, Message = "Sync ({Cause}) waits: another ({Other}) is running")]
    private partial void Waiting(string cause, string other);

    [LoggerMessage(EventId = 312, Level = LogLevel.Information, Message = "Sync ({Cause}): {Status} in {Seconds} s. {Figures}")]
    private partial void Done(string cause, SyncStatus status, decimal seconds, string figures);

    [LoggerMessage(EventId = 313, Level = LogLevel.Warning, Message = "Sync ({Cause}): Partial in {Seconds} s. {Figures}")]
    private partial void Partial(string cause, decimal seconds, string figures);

    [LoggerMessage(EventId = 314, Level = LogLevel.Error, Message = "Sync ({Cause}) failed. {Sentence}")]
    private partial void Failed(string cause, string sentence);

    [LoggerMessage(EventId = 315, Level = LogLevel.Error, Message = "Sync ({Cause}) failed in a way that nobody foresaw")]
    private partial void Unexpected(Exception problem, string cause);
}
