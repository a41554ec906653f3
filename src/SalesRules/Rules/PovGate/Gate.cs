using SalesRules.Policies;
using SalesRules.Schemas;
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
    public const string ApprovalField = "SalesRules_POV_Approved_On__c";

    /// <summary>The fields without which the gate's state, and whether it was passed, is not known.</summary>
    internal static IReadOnlyList<string> Needs { get; } = [.. Pillars.ScoreFields, ApprovalField];

    /// <summary>Every field that decides whether the gate applies and what it says.</summary>
    internal static IReadOnlyList<string> RestsOn { get; } = [.. Needs, "Type", "POV_Requested_On__c", "POV_Start__c", "POV_SE__c"];

    public GateState State => Scores.State;

    /// <summary>Whether an approval is on record, with the one that this decision makes.</summary>
    public bool OnRecord => HadApproval || IsGranted;

    /// <summary>Whether the org has every field that the gate rests on: where one is gone, nothing is known of the gate.</summary>
    public static bool IsKnown(SchemaDrift drift) => drift.CanRead(RestsOn);

    internal static Gate? Of(Deal deal)
    {
        var opportunity = deal.Opportunity;
        if (!IsKnown(deal.Policy.Drift) || !deal.IsOpen || deal.Stage is null || !deal.Policy.Pov.GatedMotions.Contains(deal.Motion) || deal.IsPast(StageType.Pov))
            return null;
        var requested = opportunity.PovRequestedOn is not null || opportunity.PovStart is not null || opportunity.PovSe is not null;
        if (!requested && !deal.IsBy(StageType.TechnicalValidation))
            return null;
        var scores = GateScores.Of(deal.Scores);
        var had = opportunity.PovApprovedOn is not null;
        return new Gate(scores, requested, had, IsGranted: !had && deal.IsInPov && scores.State != GateState.Deferred && CanRecord(scores, deal.Policy.Drift));
    }

    /// <summary>Whether the org takes an approval with what it says: one that cannot be put on record is not made.</summary>
    private static bool CanRecord(GateScores scores, SchemaDrift drift) =>
        drift.IsNone
        || (drift.CanWrite(OpportunityFields.Get(ApprovalField))
            && drift.Accepts(OpportunityFields.Get("SalesRules_POV_Gate__c"), FieldValue.Of(scores.State.Name()))
            && drift.Accepts(OpportunityFields.Get("SalesRules_POV_Gate_Path__c"), FieldValue.Of(scores.Path)));
}
