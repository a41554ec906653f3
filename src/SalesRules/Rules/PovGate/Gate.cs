using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.PovGate;

/// <summary>
/// The POV gate's view of one deal: open deals of the gated motions that are by technical-validation and not past pov, and
/// any of them that asks for a POV at an earlier stage (catalogue section 3).
/// </summary>
/// <param name="Scores">What the scores say today.</param>
/// <param name="IsRequested">A POV is asked for, planned or staffed.</param>
/// <param name="HadApproval">An approval was on record before this decision.</param>
/// <param name="IsGranted">This decision makes the approval: the deal stands in pov, has none, and its scores pass.</param>
public sealed record Gate(GateScores Scores, bool IsRequested, bool HadApproval, bool IsGranted)
{
    internal const string ApprovalField = "SalesRules_POV_Approved_On__c";

    /// <summary>The fields without which the gate's state, and whether it was passed, is not known.</summary>
    internal static IReadOnlyList<string> Needs { get; } = [.. Pillars.ScoreFields, ApprovalField];

    public GateState State => Scores.State;

    /// <summary>Whether an approval is on record, with the one that this decision makes.</summary>
    public bool OnRecord => HadApproval || IsGranted;

    internal static Gate? Of(Deal deal)
    {
        var opportunity = deal.Opportunity;
        if (!deal.IsOpen || deal.Stage is null || !deal.Policy.Pov.GatedMotions.Contains(deal.Motion) || deal.IsPast(StageType.Pov))
            return null;
        var requested = opportunity.PovRequestedOn is not null || opportunity.PovStart is not null || opportunity.PovSe is not null;
        if (!requested && !deal.IsBy(StageType.TechnicalValidation))
            return null;
        var scores = GateScores.Of(deal.Scores);
        var had = opportunity.PovApprovedOn is not null;
        return new Gate(scores, requested, had, IsGranted: !had && deal.IsInPov && scores.State != GateState.Deferred);
    }
}
