using SalesRules.Host.Commands;
using SalesRules.Host.Runs.Leads;
using SalesRules.Host.Runs.Writing;
using SalesRules.Journal;
using SalesRules.Journal.Runs;
using SalesRules.Journal.Writes;
using SalesRules.Plans;
using SalesRules.Salesforce.Connection.Usage;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs;

/// <summary>
/// Takes back what one run wrote: the before-image is restored where our value still stands, the tasks that the run made are
/// completed, and the rest is listed. It goes the way of every write: journaled first, compared right before, read after.
/// </summary>
internal sealed class RevertRun(OrgSessions orgs, RecordReader records, RuleRun run, LeadPass leads, RunJournal journal, RunClock clock, CallCounter calls)
{
    /// <exception cref="CommandException">The journal knows no such run, or it worked on another org.</exception>
    public async Task<RunTally> RevertAsync(RunId reverted, RunRequest request, CancellationToken cancellationToken)
    {
        var meter = new RunMeter(calls, clock);
        var org = await OpenAsync(reverted, cancellationToken);
        return await run.WithinRunAsync(org, request, meter, async tally =>
        {
            var decidedAt = clock.Now;
            await foreach (var batch in RestorationsAsync(org, reverted, tally, cancellationToken))
            {
                await journal.JournalRestorationsAsync(tally.Run, decidedAt, batch, org.Policy.Fields, cancellationToken);
            }

            await run.WritePlannedAsync(org, tally, cancellationToken);
            await leads.RevertAsync(org, reverted, tally, cancellationToken);
        }, cancellationToken);
    }

    /// <summary>What a revert would write, and what it would leave alone; writes nothing.</summary>
    /// <exception cref="CommandException">The journal knows no such run, or it worked on another org.</exception>
    public async Task<(IReadOnlyList<PlannedRecord> Records, IReadOnlyList<string> LeftAlone)> PlanAsync(RunId reverted, CancellationToken cancellationToken)
    {
        var org = await OpenAsync(reverted, cancellationToken);
        var tally = new RunTally(reverted, new RunMeter(calls, clock), watch: null);
        var planned = new List<PlannedRecord>();
        await foreach (var batch in RestorationsAsync(org, reverted, tally, cancellationToken))
            planned.AddRange(batch);
        return (planned, tally.Notes.Lines);
    }

    private async Task<OrgSession> OpenAsync(RunId reverted, CancellationToken cancellationToken)
    {
        var org = await orgs.OpenAsync(cancellationToken);
        var known = await journal.RunAsync(reverted, cancellationToken)
            ?? throw CommandException.WrongInput($"The journal knows no run {reverted}. `salesrules explain ID` names the runs that wrote a deal.");
        return known.OrgId == org.Id
            ? org
            : throw CommandException.Refused($"Run {reverted} worked on the org {known.OrgId}; this is the org {org.Id}. Nothing was written.");
    }

    private async IAsyncEnumerable<IReadOnlyList<PlannedRecord>> RestorationsAsync(
        OrgSession org, RunId reverted, RunTally tally, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var batch in journal.ConfirmedAsync(reverted, WriteBack.BatchSize, cancellationToken))
        {
            var now = await records.ReadAsync(org, [.. batch.Select(write => write.Written.Planned.Id)]);
            tally.Looked(batch.Count);
            yield return [.. batch.Zip(now, (write, record) => Restore(org, reverted, write, record, tally)).OfType<PlannedRecord>().Where(record => !record.IsEmpty)];
        }
    }

    private static PlannedRecord? Restore(OrgSession org, RunId reverted, ConfirmedWrite write, Opportunity? now, RunTally tally)
    {
        if (now is null)
        {
            tally.LeaveAlone($"{write.Written.Planned.Id}: left alone, deleted since or hidden from our user");
            tally.Restore(null);
            return null;
        }

        var restoration = Restoration.Of(write.Written, now, write.OpenTasks, $"Reverts run {reverted}.", org.Policy.Fields, org.Policy.Drift);
        foreach (var field in restoration.LeftAlone)
            tally.LeaveAlone($"{now.Id}: {field.Field} left alone, {Words(field.Reason)}");
        if (org.Policy.Drift.Tasks is { } reason && write.OpenTasks.Count > 0)
            tally.LeaveAlone($"{now.Id}: its tasks are left open. {reason}");
        tally.Restore(restoration.Planned);
        return restoration.Planned;
    }

    private static string Words(LeftAloneReason reason) => reason switch
    {
        LeftAloneReason.Changed => "changed since: our value no longer stands there",
        LeftAloneReason.Unreadable => "gone or hidden from our user",
        _ => "the org no longer takes the value from our user",
    };
}
