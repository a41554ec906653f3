using SalesRules.Decisions;
using SalesRules.Plans;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Rules.PovGate;

namespace SalesRules.Alerts;

/// <summary>Puts together what there is to say of a deal's transition.</summary>
internal static class DealAlert
{
    /// <param name="number">How often this transition of this deal has happened, with this one.</param>
    public static Alert Of(AlertKind kind, int number, DealAlertState state, PlannedDecision decided, Policy policy)
    {
        var findings = Findings(kind, decided.Standing.Decision, policy);
        return new Alert
        {
            Key = FormattableString.Invariant($"{kind.Name()}/{decided.Opportunity.Id}/{number}"),
            Kind = kind,
            On = decided.Context.Today,
            Deal = DealOf(decided, policy),
            Risk = state.Risk,
            Reasons = findings.Count > 0 ? [.. findings.Select(finding => finding.Message)] : [Sentence(kind, decided, policy)],
            Rules = [.. findings.Select(finding => finding.Rule)],
            // That a POV ends is no fault: only time clears it.
            SmallestFix = kind == AlertKind.PovEnding ? null : SmallestFix.Of(findings, decided, policy),
        };
    }

    private static AlertDeal DealOf(PlannedDecision decided, Policy policy)
    {
        var (record, id) = (decided.Standing.Corrected, decided.Opportunity.Id);
        var manager = record.OwnerId is { } owner ? decided.Context.Users?.Find(owner)?.ManagerId : null;
        return new AlertDeal(
            id,
            // A line break in a name would make a line of its own in a message.
            record.Name is { } name ? string.Concat(name.Select(letter => char.IsControl(letter) ? ' ' : letter)) : id.Value,
            record.OwnerId,
            manager ?? record.OwnerManagerId,
            (policy.Motions.Find(record.Type) ?? policy.Motions.Otherwise).Name(),
            policy.Segments.Of(record.Segment),
            record.Amount,
            record.StageName,
            record.ForecastCategoryName,
            record.CloseDate);
    }

    /// <summary>The findings behind it, heaviest first as in the decision.</summary>
    private static List<Finding> Findings(AlertKind kind, Decision decision, Policy policy) =>
    [
        .. decision.Findings.Where(finding => kind switch
        {
            AlertKind.RiskEntered or AlertKind.RiskRose => finding.Severity >= Severity.Medium && decision.Risk.Rules.Contains(finding.Rule),
            AlertKind.PovDeferred => finding.Rule == "pov.deferred",
            AlertKind.PovCleared => finding.Rule == "pov.conditions",
            AlertKind.PovEnding => finding.Rule == DealAlertState.PovEndRule,
            AlertKind.SponsorSilent => DealAlertState.IsSilence(finding.Rule),
            _ => false,
        }),
    ];

    /// <summary>Where no rule speaks of it: the policy may have switched it off, or there is none.</summary>
    private static string Sentence(AlertKind kind, PlannedDecision decided, Policy policy) => (kind, decided.Standing.Decision.Pov) switch
    {
        (AlertKind.PovDeferred, { } pov) => policy.Alerts.Word("gate-misses", ("parts", Sentences.Join([.. pov.Missed.Select(part => part == GateScores.UnscoredPart ? policy.Alerts.Word("gate-score") : part)]))),
        (AlertKind.PovCleared, { } pov) => policy.Alerts.Word("gate-state", ("state", pov.State), ("path", pov.Path ?? "")),
        (AlertKind.DealClosed, _) => Close(decided, policy),
        _ => policy.Alerts.Word("in-stage", ("stage", StageOf(decided, policy))),
    };

    private static string Close(PlannedDecision decided, Policy policy)
    {
        var record = decided.Standing.Corrected;
        var isWon = record.IsWon ?? policy.Stages.Find(record.StageName)?.Type == StageType.ClosedWon;
        return policy.Alerts.Word(isWon ? "won" : "lost", ("stage", StageOf(decided, policy)));
    }

    private static string StageOf(PlannedDecision decided, Policy policy) => decided.Standing.Corrected.StageName ?? policy.Alerts.Word("no-stage");
}
