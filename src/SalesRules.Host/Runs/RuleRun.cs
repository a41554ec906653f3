using SalesRules.Host.Runs.Writing;
using SalesRules.Journal;
using SalesRules.Rules;
using SalesRules.Salesforce.Connection.Usage;

namespace SalesRules.Host.Runs;

/// <summary>
/// One pass of the arrow: read, decide, plan, journal, write, settle. This is the whole product, top to bottom; everything else
/// is a detail of one of these lines.
/// </summary>
internal sealed class RuleRun(
    OrgSessions orgs, SnapshotReader snapshots, TaskSweep tasks, Deciding deciding, RuleBook rules, RunJournal journal, WriteBack writeBack, RunClock clock, CallCounter calls)
{
    /// <summary>Looks at everything that may have changed since the last complete run.</summary>
    public async Task<RunSummary> RunOnceAsync(RunRequest request, CancellationToken cancellationToken)
    {
        var meter = new RunMeter(calls, clock);
        var org = await orgs.OpenAsync(rules.Policy.Fields, cancellationToken);
        var last = await journal.ProgressAsync(org.Id, cancellationToken);
        var scope = await snapshots.ScopeAsync(request, last, rules.Policy.Hash, cancellationToken);
        await tasks.SeeAsync(org, scope.Window.From, cancellationToken);

        var pages = deciding.DecideAsync(org, scope, request.AsOf, clock.Now, cancellationToken);
        var summary = await CarryOutAsync(org, request, pages, meter, cancellationToken);

        // Only now: had anything been refused, moved or unclear, the next run would look at this window again.
        if (summary.IsComplete && scope.Watermark is { } watermark)
            await journal.KeepProgressAsync(org.Id, new Progress(watermark, rules.Policy.Hash, request.AsOf), cancellationToken);
        return summary;
    }

    /// <summary>The second half, which `apply` shares: every page is journaled, then what is planned is written and settled.</summary>
    public async Task<RunSummary> CarryOutAsync(
        OrgSession org, RunRequest request, IAsyncEnumerable<DecidedPage> pages, RunMeter meter, CancellationToken cancellationToken)
    {
        var run = await journal.StartRunAsync(new RunStart(org.Id, request.Kind, rules.Policy.Hash, request.AsOf), cancellationToken);
        var summary = new RunSummary(run, meter);
        try
        {
            // Decision, before-image and reason are in the journal before the first write of the run.
            await foreach (var page in pages)
            {
                await journal.JournalDecisionsAsync(run, page.Decisions, cancellationToken);
                summary.Add(page);
            }

            await foreach (var batch in journal.PlannedAsync(run, WriteBack.BatchSize, cancellationToken))
                summary.Add(await writeBack.WriteAsync(org, run, batch, cancellationToken));
            summary.Add(await writeBack.FlushTasksAsync(run, cancellationToken));
        }
        catch (Exception problem)
        {
            // The watermark has not moved: what was read will be read again, and what was sent is read back by the next run.
            await journal.FinishRunAsync(run, summary.Stopped(problem), CancellationToken.None);
            throw;
        }

        await journal.FinishRunAsync(run, summary.Ended(), CancellationToken.None);
        return summary;
    }
}
