using SalesRules.Policies;
using SalesRules.Rules.PovGate;
using SalesRules.Schemas;
using SalesRules.Snapshots;

namespace SalesRules.Plans;

/// <summary>
/// Which fields that the service owns tell one thing together and are written all or none, and which of them nothing is known of when
/// the org has lost a field.
/// </summary>
internal static class WriteGroups
{
    /// <summary>What the five scores tell.</summary>
    private static readonly string[] OfScores = ["SalesRules_Ceiling__c", "SalesRules_Lowest_Pillar__c"];

    private static readonly string[] OfGate = ["SalesRules_POV_Gate__c", "SalesRules_POV_Gate_Path__c", Gate.ApprovalField];

    /// <summary>A decision's identity without its time, or the other way round, would tell a decision that nobody made.</summary>
    private static readonly string[] OfDecision = ["SalesRules_Decision__c", "SalesRules_Decided_At__c"];

    /// <summary>The fields that go with this one, itself among them.</summary>
    public static IReadOnlyList<string> Of(string field) =>
        OfGate.Contains(field) ? OfGate : OfDecision.Contains(field) ? OfDecision : [field];

    /// <summary>Whether the field only says which decision stands on the record.</summary>
    public static bool IsIdentity(string field) => OfDecision.Contains(field);

    /// <summary>The owned fields that cannot be worked out, or not be compared, without this one.</summary>
    public static IEnumerable<string> LostWith(OpportunityField field)
    {
        IEnumerable<string> itself = field.Access == FieldAccess.Owned ? Of(field.ApiName) : [];
        var ofScores = Pillars.ScoreFields.Contains(field.ApiName) ? OfScores : [];
        var ofGate = Gate.RestsOn.Contains(field.ApiName) ? OfGate : [];
        return itself.Concat(ofScores).Concat(ofGate).Distinct(StringComparer.Ordinal);
    }

    /// <summary>
    /// The owned fields of which nothing is known in an org that has drifted so, or never had all scores: they keep what stands there.
    /// </summary>
    public static IReadOnlySet<string> Lost(Policy policy) =>
        policy.Drift.Unreadable.Concat(Pillars.All.Select(OpportunityFields.ScoreOf).Where(score => !policy.Fields.Has(score.ApiName)))
            .SelectMany(LostWith).ToHashSet(StringComparer.Ordinal);

    /// <summary>The changes that may be written: of a group in which one change is not accepted, none is.</summary>
    public static IEnumerable<(string Field, FieldValue Value)> Accepted(IReadOnlyList<(string Field, FieldValue Value)> changes, SchemaDrift drift) =>
        drift.IsNone ? changes : changes.Where(change => changes.All(other => !Of(change.Field).Contains(other.Field) || drift.Accepts(OpportunityFields.Get(other.Field), other.Value)));
}
