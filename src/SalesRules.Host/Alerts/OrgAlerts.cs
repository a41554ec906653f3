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
    /// <summary>A run stops at its change budget. The runs after it that stop there too, until one goes through, are the same event.</summary>
    public async Task BudgetTrippedAsync(OrgSession org, RunTally tally, DateOnly asOf, IReadOnlyList<string> breaches, CancellationToken cancellationToken)
    {
        var last = await journal.WatermarkAsync(org.Id, RuleRun.Stream, cancellationToken);
        var alert = new Alert
        {
            Key = $"{AlertKind.BudgetTripped.Name()}/{Since(last)}",
            Kind = AlertKind.BudgetTripped,
            On = asOf,
            Reasons = breaches,
            SmallestFix = "Look at `salesrules plan`. If a threshold is wrong, mend the policy; if the changes are right, let one run go on: `salesrules run --approve-budget NAME --reason TEXT`.",
        };
        await journal.RaiseAsync(org.Id, [alert], tally.Run, cancellationToken);
    }

    /// <summary>What the org has lost that stops rules, corrections or tasks.</summary>
    public Task LossesAsync(RunTally tally, DateOnly asOf, CancellationToken cancellationToken) =>
        tally.IsRevert ? Task.CompletedTask : journal.SeeLossesAsync(tally.Run, asOf, [.. tally.Drift.Where(note => !note.IsWarning).Select(Loss)], cancellationToken);

    /// <summary>How the open pipeline has changed, once all of it is decided.</summary>
    public Task PipelineAsync(RunTally tally, DateOnly asOf, CancellationToken cancellationToken) =>
        journal.SeePipelineAsync(tally.Run, asOf, policy.Alerts.PipelineChange, cancellationToken);

    private static string Since(Watermark? last) => last is null ? "first" : FormattableString.Invariant($"{last.Modstamp.UtcDateTime:yyyyMMdd'T'HHmmss.fff'Z'}");

    private static SchemaLoss Loss(DriftNote note) => new(
        $"{note.Kind}/{note.Field}/{note.Value}", note.Loss, note.Fix, note.Rules, note.Kind is DriftKind.Surrounding or DriftKind.ScoreRows or DriftKind.Leads);
}
