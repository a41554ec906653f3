using SalesRules.Digests;
using SalesRules.Host.Commands;
using SalesRules.Host.Configuration;
using SalesRules.Host.Runs;
using SalesRules.Host.Syncs;
using SalesRules.Journal;
using SalesRules.Salesforce.Connection.Errors;

namespace SalesRules.Host.Digests;

/// <summary>A digest as the worker sends it when a schedule says so. It runs beside a sync: it changes nothing that one needs.</summary>
/// <param name="businessDay">The business date of a digest that starts now.</param>
internal sealed partial class DigestRunner(Workplace workplace, Func<DateOnly> businessDay, TimeProvider time, ILogger<DigestRunner> logger)
{
    /// <summary>Reads and sends it, and says how that ended; only a programming error is thrown.</summary>
    public async Task<SyncOutcome> RunAsync(string cause, DigestOrder order, CancellationToken cancellationToken)
    {
        var startedAt = time.GetUtcNow();
        var (status, began, sentence) = await AttemptAsync(cause, order, cancellationToken);
        var kind = order.Kind.Name();
        if (status == SyncStatus.Failed)
            Failed(kind, cause, sentence);
        else
            Done(kind, cause, status, sentence);
        return new SyncOutcome(cause, status, startedAt, time.GetUtcNow(), sentence) { Began = began };
    }

    private async Task<(SyncStatus Status, bool Began, string Sentence)> AttemptAsync(string cause, DigestOrder order, CancellationToken cancellationToken)
    {
        var began = false;
        try
        {
            if (await workplace.Journal.PauseOfAsync(cause, cancellationToken) is { } pause)
                return (SyncStatus.Skipped, false, SkipReason.Of(pause));
            var today = businessDay();
            if (order.Fortnight is { } from && !Fortnight.Holds(from, today))
                return (SyncStatus.Skipped, false, DigestCommand.NotThisWeek(from, today));
            var sending = workplace.Get<DigestSending>();
            sending.DemandRecipients(order.Kind);
            began = true;
            var reading = await workplace.Get<DigestRun>().ReadAsync(order.On(today), _ => { }, cancellationToken);
            var post = await sending.SendAsync(reading, cancellationToken);
            var untold = string.Concat(post.Untold.Select(reason => $" Not told: {reason}."));
            return (reading.IsPartial || post.Untold.Count > 0 ? SyncStatus.Partial : SyncStatus.Complete, true, $"The {order.Kind.Name()} digest is made {post}{untold}{(reading.IsPartial ? " Not everything could be read; the digest says so." : "")}");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return (SyncStatus.Interrupted, began, "Stopped: the digest is made again with the next start.");
        }
        catch (Exception problem) when (problem is SalesforceException or CommandException or MissingFieldsException or JournalException)
        {
            return (SyncStatus.Failed, began, problem.Message);
        }
        catch (Exception problem)
        {
            // A worker outlives a failed digest; what it was is for the log only, because it may quote a record.
            Unexpected(problem, cause);
            return (SyncStatus.Failed, began, $"An unforeseen {problem.GetType().Name}: the log has the details.");
        }
    }

    [LoggerMessage(EventId = 380, Level = LogLevel.Information, Message = "Digest {Kind} ({Cause}): {Status}. {Sentence}")]
    private partial void Done(string kind, string cause, SyncStatus status, string sentence);

    [LoggerMessage(EventId = 381, Level = LogLevel.Error, Message = "Digest {Kind} ({Cause}) failed. {Sentence}")]
    private partial void Failed(string kind, string cause, string sentence);

    [LoggerMessage(EventId = 382, Level = LogLevel.Error, Message = "A digest ({Cause}) failed in a way that nobody foresaw")]
    private partial void Unexpected(Exception problem, string cause);
}
