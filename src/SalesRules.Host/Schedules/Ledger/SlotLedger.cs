using SalesRules.Host.Commands;
using SalesRules.Host.Syncs;
using SalesRules.Journal;
using SalesRules.Journal.Leases;
using SalesRules.Journal.Slots;

namespace SalesRules.Host.Schedules.Ledger;

/// <summary>
/// Decides whether a schedule's command runs, whoever asks: Quartz at the time of a slot, or the watch for one that was missed. What
/// is due stands in the journal, and what becomes of it too.
/// </summary>
/// <param name="sync">Runs the schedule's command; throws nothing that a person can do something about.</param>
/// <param name="term">Of the lease on a schedule: after that, the slots of a process that died are caught up by another.</param>
internal sealed partial class SlotLedger(
    RunJournal journal, Func<string, CancellationToken, Task<SyncOutcome>> sync, TimeSpan term, TimeProvider time, ILogger<SlotLedger> logger)
{
    /// <summary>Ends every slot of the schedule that is due, by one run or with the reason why there is none. Nothing due: does nothing.</summary>
    public async Task RunDueAsync(string schedule, CancellationToken cancellationToken)
    {
        try
        {
            await using var lease = await journal.AcquireScheduleAsync(schedule, term, cancellationToken);
            await WorkAsync(schedule, lease, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped before a run began: what is due stays due.
        }
        catch (LeaseHeldException)
        {
            // Whoever has it ends what was due when it began; what came due since is found by the next look.
            Busy(schedule);
        }
        catch (FencedOffException problem)
        {
            FencedOff(schedule, problem.Message);
        }
        catch (Exception problem) when (problem is JournalException or CommandException)
        {
            NotAccounted(schedule, problem.Message);
        }
        catch (Exception problem)
        {
            // Whoever asked goes on, and asks again: the slots are still due.
            Unforeseen(problem, schedule);
        }
    }

    private async Task WorkAsync(string schedule, RunLease lease, CancellationToken cancellationToken)
    {
        // 1. Nobody else works on the schedule. If we die here, nothing was taken, and the lease runs out.
        if ((await journal.ScheduleAccountsAsync(cancellationToken)).FirstOrDefault(one => one.Schedule == schedule) is not { } account)
            return;
        var due = await PlanAsync(account, cancellationToken);

        // 2. The slots are ours. If we die from here on, whoever gets the lease next finds them open and catches them up.
        var leftBehind = await journal.TakeSlotsAsync(lease, due, cancellationToken);
        TellSkipped(schedule, due);
        if (leftBehind == 0 && !due.Any(slot => slot.Reason is null))
            return;

        // 3. One run for all of them.
        if (await EndsAsync(schedule, account, due, cancellationToken) is not { } ends)
            return;
        await journal.EndSlotsAsync(lease, ends.Running, ends.CatchingUp, CancellationToken.None);
    }

    private async Task<IReadOnlyList<DueSlot>> PlanAsync(ScheduleAccount account, CancellationToken cancellationToken)
    {
        var due = DueSlots.Of(account, time.GetUtcNow()).ToList();
        return due.Count == 0 ? [] : SlotPlan.Of(account, due, await journal.PausesSinceAsync(account.Schedule, due[0], cancellationToken));
    }

    /// <summary>How they end; null: the worker was stopped, and the next start catches up.</summary>
    private async Task<SlotEnds?> EndsAsync(string schedule, ScheduleAccount account, IReadOnlyList<DueSlot> due, CancellationToken cancellationToken)
    {
        if (SlotPlan.ReasonOfTheSettings(account) is { } reason)
            return SlotEnds.Skipped(reason);
        var outcome = await sync(schedule, cancellationToken);
        return outcome.Status == SyncStatus.Interrupted && cancellationToken.IsCancellationRequested
            ? null
            : SlotEnds.Of(outcome, due.LastOrDefault(slot => slot.State == SlotState.Running)?.DueAt);
    }

    private void TellSkipped(string schedule, IReadOnlyList<DueSlot> due)
    {
        foreach (var (reason, slots) in due.Where(slot => slot.Reason is not null).GroupBy(slot => slot.Reason!).Select(group => (group.Key, group.ToList())))
        {
            var (count, first) = (slots.Count, slots[0].DueAt);
            Skipped(schedule, count, first, reason);
        }
    }

    [LoggerMessage(EventId = 320, Level = LogLevel.Debug, Message = "Schedule {Schedule}: a run of it is under way")]
    private partial void Busy(string schedule);

    [LoggerMessage(EventId = 321, Level = LogLevel.Warning, Message = "Schedule {Schedule}: its slots were ended by another node. {Sentence}")]
    private partial void FencedOff(string schedule, string sentence);

    [LoggerMessage(EventId = 322, Level = LogLevel.Error, Message = "Schedule {Schedule}: what is due could not be accounted for, and stays due: the next look tries again. {Sentence}")]
    private partial void NotAccounted(string schedule, string sentence);

    [LoggerMessage(EventId = 324, Level = LogLevel.Error, Message = "Schedule {Schedule}: what is due could not be accounted for, in a way that nobody foresaw, and stays due")]
    private partial void Unforeseen(Exception problem, string schedule);

    [LoggerMessage(EventId = 323, Level = LogLevel.Information, Message = "Schedule {Schedule}: {Count} slot(s) from {First:yyyy-MM-dd HH:mm:ss zzz} on. {Reason}")]
    private partial void Skipped(string schedule, int count, DateTimeOffset first, string reason);
}
