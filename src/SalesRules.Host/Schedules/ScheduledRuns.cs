using SalesRules.Host.Digests;
using SalesRules.Host.Syncs;

namespace SalesRules.Host.Schedules;

/// <summary>Runs what a schedule's command says.</summary>
internal sealed class ScheduledRuns(ScheduleBook book, SyncRunner syncs, DigestRunner digests)
{
    /// <summary>Says how it ended; only a programming error is thrown.</summary>
    public Task<SyncOutcome> RunAsync(string schedule, CancellationToken cancellationToken) =>
        book.Find(schedule) is { } known && ScheduleCommands.DigestOf(known.Command) is { } order
            ? digests.RunAsync(schedule, order, cancellationToken)
            : syncs.RunAsync(schedule, cancellationToken);
}
