using SalesRules.Host.Syncs;
using SalesRules.Journal;
using SalesRules.Salesforce.Connection.Errors;

namespace SalesRules.Host.Alerts;

/// <summary>
/// Tells people, while the worker runs: after each sync, when a message is due, and each minute, because other processes queue as well.
/// </summary>
internal sealed partial class PostmanService(
    RunJournal journal, AlertDispatch dispatch, Postman postman, SyncHistory syncs, TimeProvider time, ILogger<PostmanService> logger) : IHostedLifecycleService, IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    // What is due and yet not ours to send is another node's: it is not asked for at once again.
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim wake = new(0, 1);
    private readonly CancellationTokenSource stopping = new();
    private Task telling = Task.CompletedTask;

    /// <summary>Only now that everything has started: a worker that cannot run tells nobody.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        telling = Task.Run(() => TellAsync(stopping.Token), CancellationToken.None);
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => stopping.CancelAsync();

    /// <summary>Waits until what is on its way is taken down or given back, as long as the host has patience.</summary>
    public async Task StopAsync(CancellationToken cancellationToken) =>
        await telling.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        stopping.Dispose();
        wake.Dispose();
    }

    private async Task TellAsync(CancellationToken stoppingToken)
    {
        syncs.SyncEnded += Wake;
        try
        {
            while (true)
                await WaitAsync(await RoundAsync(stoppingToken), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped: what waits is in the journal.
        }
        finally
        {
            syncs.SyncEnded -= Wake;
        }
    }

    /// <summary>Routes and sends what there is, and says how long nothing is due.</summary>
    private async Task<TimeSpan> RoundAsync(CancellationToken cancellationToken)
    {
        try
        {
            var known = syncs.Org?.OrganizationId.Value ?? await journal.LastOrgAsync(cancellationToken);
            var orgId = known ?? RunJournal.NoOrg;
            await DispatchAsync(known, cancellationToken);
            await postman.SendDueAsync(orgId, patience: null, cancellationToken);
            var now = time.GetUtcNow();
            return (await journal.MessageCountsAsync(orgId, now, cancellationToken)).NextAt is { } next ? Bounded(next - now) : Longest;
        }
        catch (JournalException problem)
        {
            JournalAway(problem.Message);
            return Longest;
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // Whatever it is that nobody foresaw: the service outlives it, and says so.
            Unforeseen(problem);
            return Longest;
        }
    }

    private async Task DispatchAsync(string? orgId, CancellationToken cancellationToken)
    {
        try
        {
            await dispatch.DispatchAsync(orgId, cancellationToken);
        }
        catch (SalesforceException problem)
        {
            NotRouted(problem.Message);
        }
    }

    private async Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(wake.WaitAsync(waiting.Token), Task.Delay(longest, time, waiting.Token));
        await waiting.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private void Wake()
    {
        try
        {
            wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // It has been told already.
        }
    }

    private static TimeSpan Bounded(TimeSpan wait) => wait < Shortest ? Shortest : wait > Longest ? Longest : wait;

    [LoggerMessage(EventId = 375, Level = LogLevel.Error, Message = "Nobody is told now, and nothing is lost: it is tried again in a minute. {Sentence}")]
    private partial void JournalAway(string sentence);

    [LoggerMessage(EventId = 376, Level = LogLevel.Error, Message = "Telling people failed in a way that nobody foresaw, and is tried again in a minute")]
    private partial void Unforeseen(Exception problem);

    [LoggerMessage(EventId = 377, Level = LogLevel.Warning, Message = "Alerts cannot be addressed now, because Salesforce does not answer, and are in a minute. {Sentence}")]
    private partial void NotRouted(string sentence);
}
