using SalesRules.Alerts;
using SalesRules.Host.Runs;
using SalesRules.Journal;
using SalesRules.Journal.Alerts;
using SalesRules.Journal.Watermarks;
using SalesRules.Policies;
using SalesRules.Schemas;

namespace SalesRules.Host.Alerts;

/// <summary>What a run has to tell about the org, beside what it tells of deals. All of it is told through the journal.</summary>
internal sealed class OrgAlerts(RunJournal journal, Policy policy)
{
    /// <summary>A run stops at its change budget.</summary>
    public Task BudgetTrippedAsync(OrgSession org, RunTally tally, DateOnly asOf, IReadOnlyList<string> breaches, CancellationToken cancellationToken) => RaiseOfStreakAsync(
        AlertKind.BudgetTripped,
        org,
        tally,
        asOf,
        breaches,
        policy.Alerts.Word("budget-advice"),
        cancellationToken);

    /// <summary>A run stops behind its canary.</summary>
    public Task CanaryFailedAsync(OrgSession org, RunTally tally, DateOnly asOf, IReadOnlyList<string> faults, CancellationToken cancellationToken) => RaiseOfStreakAsync(
        AlertKind.CanaryFailed,
        org,
        tally,
        asOf,
        faults,
        policy.Alerts.Word("canary-advice", ("run", tally.Run.ToString())),
        cancellationToken);

    /// <summary>A run has ended whose counts do not add up; nothing is told of one that adds up or was not counted.</summary>
    public Task CertificateAsync(OrgSession org, RunTally tally, DateOnly asOf, CancellationToken cancellationToken) => tally.Certificate is not { AddsUp: false } certificate
        ? Task.CompletedTask
        : RaiseOfStreakAsync(
            AlertKind.CertificateRed,
            org,
            tally,
            asOf,
            [.. certificate.Faults],
            policy.Alerts.Word("certificate-advice"),
            cancellationToken);

    /// <summary>What the org has lost that stops rules, corrections or tasks.</summary>
    public Task LossesAsync(RunTally tally, DateOnly asOf, CancellationToken cancellationToken) =>
        tally.IsRevert ? Task.CompletedTask : journal.SeeLossesAsync(tally.Run, asOf, [.. tally.Drift.Where(note => !note.IsWarning).Select(Loss)], cancellationToken);

    /// <summary>How the open pipeline has changed, once all of it is decided.</summary>
    public Task PipelineAsync(RunTally tally, DateOnly asOf, CancellationToken cancellationToken) =>
        journal.SeePipelineAsync(tally.Run, asOf, policy.Alerts.PipelineChange, cancellationToken);

    /// <summary>The runs of a streak, until one goes through and moves the watermark, are the same event: it is told once.</summary>
    private async Task RaiseOfStreakAsync(
        AlertKind kind, OrgSession org, RunTally tally, DateOnly asOf, IReadOnlyList<string> reasons, string fix, CancellationToken cancellationToken)
    {
        var last = await journal.WatermarkAsync(org.Id, RuleRun.Stream, cancellationToken);
        var alert = new Alert { Key = $"{kind.Name()}/{Since(last)}", Kind = kind, On = asOf, Reasons = reasons, SmallestFix = fix };
        await journal.RaiseAsync(org.Id, [alert], tally.Run, cancellationToken);
    }

    private static string Since(Watermark? last) => last is null ? "first" : FormattableString.Invariant($"{last.Modstamp.UtcDateTime:yyyyMMdd'T'HHmmss.fff'Z'}");

    private static SchemaLoss Loss(DriftNote note) => new(
        $"{note.Kind}/{note.Field}/{note.Value}", note.Loss, note.Fix, note.Rules, note.Kind is DriftKind.Surrounding or DriftKind.ScoreRows or DriftKind.Leads);
}
