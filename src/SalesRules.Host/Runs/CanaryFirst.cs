using System.Globalization;
using SalesRules.Host.Alerts;
using SalesRules.Host.Commands;
using SalesRules.Journal;
using SalesRules.Plans;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs;

/// <summary>
/// Sends a run's canary first and looks at it again: each record is read and decided anew, and nothing may be left to do for it. What an
/// automation of the org or a threshold would do to the whole pipeline, it does to these records first.
/// </summary>
internal sealed class CanaryFirst(SnapshotReader snapshots, Deciding deciding, RunJournal journal, OrgAlerts alerts, RunClock clock)
{
    private const int Shown = 20;

    /// <summary>
    /// Which deals of the run are to go first, chosen while it decides. Those that gave trouble before are none of them: a deal that the org
    /// refuses for ever must not stop every run.
    /// </summary>
    public async Task<CanarySelection> SelectionAsync(OrgSession org, CancellationToken cancellationToken) =>
        new(org.Policy.ChangeBudget, org.Policy.ChangeBudget.HasCanary ? await journal.TroubledAsync(org.Id, cancellationToken) : []);

    /// <param name="sendAsync">Writes and settles these of the planned records.</param>
    /// <exception cref="CommandException">The canary is not sound: names its records, what is off, and that nothing else was written.</exception>
    public async Task GoAsync(
        OrgSession org, RunRequest request, RunTally tally, Func<IReadOnlyCollection<SalesforceId>, Task> sendAsync, CancellationToken cancellationToken)
    {
        if (tally.Canary is not { Ids: { Count: > 0 } canary })
            return;
        var noted = tally.Notes.Lines.Count;
        await sendAsync(canary);
        if (tally.IsStopped)
            return;
        var standing = await DecideAgainAsync(org, request, canary, cancellationToken);
        var faults = tally.Notes.Lines.Skip(noted).Concat(canary.Order().Select(id => Fault(id, standing.GetValueOrDefault(id))).OfType<string>()).ToList();
        if (faults.Count == 0 && tally.Writes.IsClean)
        {
            tally.CanaryPassed = canary.Count;
            return;
        }

        await alerts.CanaryFailedAsync(org, tally, request.AsOf, [.. faults.Take(Shown)], cancellationToken);
        throw CommandException.Refused(Refusal(tally, canary.Count, faults));
    }

    private async Task<Dictionary<SalesforceId, PlannedRecord>> DecideAgainAsync(
        OrgSession org, RunRequest request, IReadOnlyCollection<SalesforceId> canary, CancellationToken cancellationToken)
    {
        var scope = await snapshots.ScopeAsync(org, request with { Ids = [.. canary] }, last: null, policyHash: "", cancellationToken);
        var standing = new Dictionary<SalesforceId, PlannedRecord>();
        await foreach (var page in deciding.DecideAsync(org, scope, request.AsOf, clock.Now, cancellationToken))
        {
            foreach (var decided in page.Decisions)
                standing[decided.Opportunity.Id] = decided.Planned;
        }

        return standing;
    }

    private static string? Fault(SalesforceId id, PlannedRecord? again) => again switch
    {
        null => $"{id}: gone, unreadable or hidden from our user since",
        { IsEmpty: true } => null,
        { Changes: { Count: > 0 } changes } => $"{id}: does not stand as planned: {string.Join(", ", changes.Select(change => change.Field))} would be written again",
        _ => $"{id}: its tasks or its score history do not stand as planned",
    };

    private static string Refusal(RunTally tally, int canary, List<string> faults) => string.Join(
        Environment.NewLine,
        [
            Invariant($"The canary is not sound. Of the {canary:N0} records that went first {tally.Writes.Written:N0} were written; the other {tally.Planned.Deals - canary:N0} planned records were not."),
            .. faults.Take(Shown).Select(fault => $"  {fault}"),
            .. faults.Count > Shown ? [Invariant($"  and {faults.Count - Shown:N0} more")] : Array.Empty<string>(),
            $"Look at these records first; `salesrules revert {tally.Run}` takes the canary back.",
        ]);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
