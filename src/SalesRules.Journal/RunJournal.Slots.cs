using SalesRules.Journal.Database;
using SalesRules.Journal.Leases;
using SalesRules.Journal.Pauses;
using SalesRules.Journal.Slots;

namespace SalesRules.Journal;

/// <summary>The schedule ledger: what became of each slot. Whoever changes a schedule's slots holds the schedule's lease.</summary>
public sealed partial class RunJournal
{
    /// <summary>So many rows a transaction: nobody waits long for the one writer of a file.</summary>
    private const int SlotsAtOnce = 5_000;

    /// <summary>The right to work on a schedule's slots: one process at a time has it, and one that dies loses it after a term.</summary>
    /// <exception cref="LeaseHeldException">Somebody has it.</exception>
    public Task<RunLease> AcquireScheduleAsync(string schedule, TimeSpan term, CancellationToken cancellationToken = default) =>
        AcquireLeaseAsync("", schedule, term, cancellationToken);

    /// <summary>
    /// Takes slots under the schedule's lease: what an earlier holder left behind is to be caught up, and what has come due since gets
    /// its row. Nobody else can take the same slot; a process that dies on the way leaves no gap, because older ones come first.
    /// </summary>
    /// <param name="due">Those without a row, oldest first.</param>
    /// <returns>How many were left behind by earlier holders.</returns>
    /// <exception cref="FencedOffException">Somebody else has taken the lease since.</exception>
    public async Task<int> TakeSlotsAsync(RunLease lease, IReadOnlyList<DueSlot> due, CancellationToken cancellationToken = default)
    {
        var leftBehind = await database.WriteAsync(statements => TakeOverAsync(statements, lease), cancellationToken);
        foreach (var chunk in due.Chunk(SlotsAtOnce))
            await database.WriteAsync(statements => InsertAsync(statements, lease, chunk), cancellationToken);
        return leftBehind;
    }

    /// <summary>Ends every slot taken under the lease: the one that the run was for, and those that it was to catch up.</summary>
    /// <returns>How many ended.</returns>
    /// <exception cref="FencedOffException">Somebody else has taken the lease since, and with it the slots.</exception>
    public Task<int> EndSlotsAsync(RunLease lease, SlotEnd running, SlotEnd catchingUp, CancellationToken cancellationToken = default) => database.WriteAsync(
        async statements =>
        {
            await DemandHeldAsync(statements, lease);
            return await EndAsync(statements, lease, SlotState.Running, running) + await EndAsync(statements, lease, SlotState.CatchingUp, catchingUp);
        },
        cancellationToken);

    /// <summary>How far each schedule is accounted for, by name; those that are gone included.</summary>
    public Task<IReadOnlyList<ScheduleAccount>> ScheduleAccountsAsync(CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<ScheduleAccount>>(
            async statements =>
            {
                var terms = (await statements.QueryAsync<TermsRow>(SlotStatements.OpenTerms, new { })).Select(row => row.ToTerms()).ToLookup(row => row.Schedule);
                var last = (await statements.QueryAsync<SlotRow>(SlotStatements.LastSlots, new { })).Select(row => row.ToSlot()).ToDictionary(slot => slot.Schedule);
                var open = (await statements.QueryAsync<OpenSlotsRow>(SlotStatements.OpenSlots, new { })).ToLookup(row => row.Schedule, row => row.ToOpenSlots());
                var holders = await HoldersAsync(statements);
                return
                [
                    .. terms.Select(group => group.Key).Union(last.Keys).Order(StringComparer.Ordinal).Select(schedule => new ScheduleAccount(
                        schedule, [.. terms[schedule]], last.GetValueOrDefault(schedule), [.. open[schedule]], holders.GetValueOrDefault(schedule))),
                ];
            },
            cancellationToken);

    /// <summary>A schedule's slots, oldest first.</summary>
    /// <param name="count">At most so many, the newest.</param>
    public Task<IReadOnlyList<Slot>> SlotsAsync(string schedule, DateTimeOffset since, int count, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<Slot>>(
            async statements =>
            [
                .. (await statements.QueryAsync<SlotRow>(
                    "select * from slots where schedule = @schedule and due_at >= @since order by due_at desc limit @count", new { schedule, since = Stored.Text(since), count }))
                    .Select(row => row.ToSlot()).Reverse(),
            ],
            cancellationToken);

    /// <summary>The pauses of a schedule and of everything that had not ended at an instant, each as it came to be.</summary>
    public Task<IReadOnlyList<Pause>> PausesSinceAsync(string schedule, DateTimeOffset since, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<Pause>>(
            async statements =>
            [
                .. (await statements.QueryAsync<PauseRow>(
                    "select * from pauses where (schedule = @schedule or schedule = '*') and (resumed_at is null or resumed_at > @since) order by paused_at",
                    new { schedule, since = Stored.Text(since) }))
                    .Select(row => row.ToPastPause()),
            ],
            cancellationToken);

    /// <summary>Forgets slots that were due before an instant and have ended. The newest of each schedule stays: it says how far the account goes.</summary>
    /// <returns>How many were forgotten.</returns>
    public Task<int> ForgetSlotsAsync(DateTimeOffset before, CancellationToken cancellationToken = default) =>
        database.WriteAsync(statements => statements.ExecuteAsync(SlotStatements.Forget, new { before = Stored.Text(before) }), cancellationToken);

    private async Task<int> TakeOverAsync(JournalSession statements, RunLease lease)
    {
        await DemandHeldAsync(statements, lease);
        return await statements.ExecuteAsync(SlotStatements.TakeOver, Taking(lease));
    }

    private async Task InsertAsync(JournalSession statements, RunLease lease, IReadOnlyCollection<DueSlot> due)
    {
        await DemandHeldAsync(statements, lease);
        var (schedule, holder) = (lease.Name, LeaseHolder.ThisProcess);
        await statements.ExecuteManyAsync(
            SlotStatements.Insert,
            [
                .. due.Select(slot => new NewSlot(
                    schedule, Stored.Text(slot.DueAt), Stored.Name(slot.State), lease.Token, holder.Host, holder.ProcessId, Now,
                    slot.Reason is null ? null : Now, slot.Reason is null ? null : Stored.Name(slot.State), slot.Reason)),
            ]);
    }

    private Task<int> EndAsync(JournalSession statements, RunLease lease, SlotState state, SlotEnd end) => statements.ExecuteAsync(
        SlotStatements.End,
        new
        {
            schedule = lease.Name,
            lease.Token,
            was = Stored.Name(state),
            state = Stored.Name(end.State),
            end.Outcome,
            end.Sentence,
            runId = end.Run?.Value,
            caughtUpBy = Stored.Text(end.CaughtUpBy),
            Now,
        });

    private object Taking(RunLease lease) => new { schedule = lease.Name, lease.Token, LeaseHolder.ThisProcess.Host, LeaseHolder.ThisProcess.ProcessId, Now };

    private async Task<Dictionary<string, ScheduleHolder>> HoldersAsync(JournalSession statements)
    {
        var now = await statements.Dialect.NowAsync(statements);
        return (await statements.QueryAsync<LeaseRow>("select * from leases where org_id = '' and expires_at is not null", new { }))
            .Where(row => Stored.Instant(row.ExpiresAt!) > now && (!isAlone || IsOurs(row)))
            .ToDictionary(row => row.Name, row => new ScheduleHolder(row.Token, row.TakenBy));
    }

    private sealed record NewSlot(
        string Schedule, string DueAt, string State, long Token, string Host, int ProcessId, string TakenAt, string? EndedAt, string? Outcome, string? Sentence);
}
