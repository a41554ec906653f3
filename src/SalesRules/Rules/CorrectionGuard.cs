using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules;

/// <summary>
/// Withholds a rule's correction where the org would not take all of it, the explanation too: nothing is half corrected, and nothing
/// without a word. The finding stays.
/// </summary>
internal sealed class CorrectionGuard(IRule rule, Policy policy)
{
    private readonly OpportunityField[] corrected = [.. rule.Corrects(policy).Select(OpportunityFields.Get)];

    public Finding Check(Finding finding, Deal deal) =>
        policy.Drift.IsNone || finding.Changes.Count == 0 || IsAccepted(finding.Changes, deal) ? finding : finding.With([]);

    private bool IsAccepted(IReadOnlyList<FieldChange> changes, Deal deal) =>
        policy.Drift.CanWrite(OpportunityFields.Get(RuleBook.ExplanationField))
        && corrected.All(field => policy.Drift.Accepts(field, Written(field, changes, deal)));

    /// <summary>What the field would hold: its new value, or the one that goes along with the others as it is.</summary>
    private static FieldValue Written(OpportunityField field, IReadOnlyList<FieldChange> changes, Deal deal) =>
        changes.FirstOrDefault(change => change.Field == deal.NameOf(field)) is { } change ? change.To : field.ValueOf(deal.Opportunity);
}
