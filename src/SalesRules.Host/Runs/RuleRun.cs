using SalesRules.Host.Alerts;
using SalesRules.Host.Configuration;
using SalesRules.Host.Runs.Leads;
using SalesRules.Host.Runs.Writing;
using SalesRules.Host.Shadows;
using SalesRules.Journal;
using SalesRules.Journal.Leases;
using SalesRules.Journal.Runs;
using SalesRules.Journal.Watermarks;
using SalesRules.Rules;
using SalesRules.Salesforce.Connection.Usage;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs;

/// <summary>
/// One pass of the arrow: read, decide, plan, journal, write, settle. This is the whole product, top to bottom; everything else
/// is a detail of one of these lines.
/// </summary>
internal sealed class RuleRun(
    OrgSessions orgs,
    OrgLeases leases,
    SnapshotReader snapshots,
    ReadBack readBack,
    TaskSweep tasks,
    DeletionSweep deletions,
    Deciding deciding,
    RuleBook rules,
    RunJournal journal,
    StopSign stopSign,
    BudgetGuard budget,
    CanaryFirst canary,
    ApiReserve reserve,
    WriteBack writeBack,
    LeadPass leads,
    OrgAlerts alerts,
    RunClock clock,
    CallCounter calls,
    ShadowPolicy shadow)
{
    public const string Stream = "Opportunity";

    /// <summary>Looks at everything that may have changed since the last complete run.</summary>
    public async Task<RunTally> RunOnceAsync(RunRequest request, CancellationToken cancellationToken)
    {
        var meter = new RunMeter(calls, clock);
        var org = await orgs.OpenAsync(cancellationToken);
        return await WithinRunAsync(org, request, meter, async tally =>
        {
            var last = await journal.WatermarkAsync(org.Id, Stream, cancellationToken);
            var scope = await snapshots.ScopeAsync(org, request, last, rules.Policy.Hash, cancellationToken);
            await tasks.SeeAsync(org, tally.Run, scope.Window.From, cancellationToken);
            await deletions.SeeAsync(org, tally, last, new Watermark(scope.Window.Watermark, null, rules.Policy.Hash, request.AsOf), cancellationToken);
            tally.Canary = await canary.SelectionAsync(org, cancellationToken);

            var decidedAt = clock.Now;
            var pages = deciding.DecideAsync(org, scope, request.AsOf, decidedAt, cancellationToken);
            await JournalAsync(org, tally, pages, decidedAt, cancellationToken);
            tally.Expected = await snapshots.ExpectedAsync(scope, cancellationToken);
            await leads.PlanAsync(org, tally, cancellationToken);
            await CarryOutAsync(org, request, tally, cancellationToken);
            await leads.WriteAsync(tally, cancellationToken);

            // Only now, and in one transaction with the list of what could not be settled: that is looked at again by id.
            if (tally.MayMoveWatermark && scope.Watermark is { } watermark)
            {
                await journal.MoveWatermarkAsync(tally.Run, Stream, new Watermark(watermark, null, rules.Policy.Hash, request.AsOf, SchemaGaps.After(last, org.Policy.Drift)), cancellationToken: cancellationToken);
                await alerts.PipelineAsync(tally, request.AsOf, cancellationToken);
            }
        }, cancellationToken);
    }

    /// <summary>
    /// Starts a run in the journal under the org's lease, settles what a run that died left behind, does the work, and ends the run,
    /// however the work ends.
    /// </summary>
    /// <exception cref="LeaseHeldException">Another run, here or on another node, works on the org.</exception>
    /// <exception cref="FencedOffException">Another node took over, because this one was paused for longer than its lease.</exception>
    public async Task<RunTally> WithinRunAsync(
        OrgSession org, RunRequest request, RunMeter meter, Func<RunTally, Task> workAsync, CancellationToken cancellationToken)
    {
        // A revert is the remedy: it runs while everything else stands still.
        if (request.Kind != RunKind.Revert)
            await stopSign.DemandGoAsync(cancellationToken);

        // The start of a run is what tells a dead run's rows "abandoned" from "unclear": only then can the unclear ones be read back.
        await using var lease = await leases.AcquireAsync(org, cancellationToken);
        var run = await journal.StartRunAsync(
            new RunStart { OrgId = org.Id, Kind = request.Kind, PolicyHash = rules.Policy.Hash, AsOf = request.AsOf, Program = ProgramVersion.Current }, lease, cancellationToken);
        org.EnterRun();
        var tally = new RunTally(run, meter, request.Watch)
        {
            IsRevert = request.Kind == RunKind.Revert,
            Drift = request.Kind == RunKind.Revert ? [] : org.Drift,
            Shadow = request.Kind == RunKind.Revert ? null : shadow.Begin(org.Policy),
        };
        try
        {
            await readBack.SettleAsync(org, run, cancellationToken);
            await workAsync(tally);
            await alerts.CertificateAsync(org, tally, request.AsOf, cancellationToken);
            await alerts.LossesAsync(tally, request.AsOf, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Ctrl-C is heeded between batches: what is done is done and in the tally, the rest is left to the next run.
            tally.Stop("Stopped by a person: what was not reached is left to the next run.");
        }
        catch (Exception problem) when (problem is not FencedOffException)
        {
            // The watermark has not moved: what was read will be read again, and what was sent is read back by the next run.
            await journal.FinishRunAsync(run, tally.Failed(problem), CancellationToken.None);
            throw;
        }

        await KeepShadowAsync(tally);
        await journal.FinishRunAsync(run, tally.Ended(), CancellationToken.None);
        return tally;
    }

    /// <summary>What the candidate policy found is kept beside the run; that it cannot be is no reason to fail one that has done its work.</summary>
    private async Task KeepShadowAsync(RunTally tally)
    {
        if (tally.Shadow is not { } found)
            return;
        try
        {
            await journal.KeepShadowAsync(tally.Run, ShadowReport.Entry(tally.Run, clock.Now, found), CancellationToken.None);
        }
        catch (JournalException problem)
        {
            found.Fail($"what it found is not kept: {problem.Message}");
        }
    }

    /// <summary>The middle, which `apply` shares: decision, before-image and reason are in the journal before the first write of the run.</summary>
    public async Task JournalAsync(OrgSession org, RunTally tally, IAsyncEnumerable<DecidedPage> pages, DateTimeOffset decidedAt, CancellationToken cancellationToken)
    {
        await foreach (var page in pages)
        {
            var recorded = await journal.JournalDecisionsAsync(tally.Run, org.Policy, decidedAt, page.Decisions, cancellationToken);
            tally.Add(page, recorded);
        }
    }

    /// <summary>The end, which `apply` shares: what is planned and within the change budget is written and settled, the canary first.</summary>
    public async Task CarryOutAsync(OrgSession org, RunRequest request, RunTally tally, CancellationToken cancellationToken)
    {
        await budget.DemandAsync(org, request, tally, cancellationToken);
        await canary.GoAsync(org, request, tally, first => SendAsync(org, tally, first, cancellationToken), cancellationToken);
        await WritePlannedAsync(org, tally, cancellationToken);
    }

    /// <summary>Writes what the run has planned in the journal and settles it; the certificate says whether it adds up.</summary>
    public async Task WritePlannedAsync(OrgSession org, RunTally tally, CancellationToken cancellationToken)
    {
        await SendAsync(org, tally, only: null, cancellationToken);
        tally.Certify(await journal.WriteCountsAsync(tally.Run, cancellationToken));
    }

    /// <summary>
    /// Sends planned records a batch at a time. The kill switch is heeded between batches, and the score rows and tasks of what was
    /// written are still made: what is done is done whole.
    /// </summary>
    /// <param name="only">The canary; null: everything that is still planned.</param>
    private async Task SendAsync(OrgSession org, RunTally tally, IReadOnlyCollection<SalesforceId>? only, CancellationToken cancellationToken)
    {
        await foreach (var batch in journal.PlannedAsync(tally.Run, WriteBack.BatchSize, only, cancellationToken))
        {
            if (!tally.IsRevert && await stopSign.SeenAsync(cancellationToken) is { } pause)
            {
                tally.Stop($"Stopped: everything is {pause}. What was not reached is left to the next run.");
                break;
            }

            // Below the reserve only corrections go out; the rest is looked at again by the next run.
            var going = only is null && reserve.IsReached ? [.. batch.Where(record => record.IsCorrection)] : batch;
            tally.Defer(batch.Count - going.Count);
            if (going.Count > 0)
                tally.Add(await writeBack.WriteAsync(org, tally.Run, going, cancellationToken));
        }

        tally.Add(await writeBack.FlushAsync(org, tally.Run, cancellationToken));
    }
}
