using SalesRules.Decisions;
using SalesRules.Policies;

namespace SalesRules.Rules;

/// <summary>A rule under one policy: what the policy says of it, looked up once and not again for every deal.</summary>
internal sealed class RuleInForce(IRule rule, Policy policy)
{
    private readonly bool lacksField = !rule.Needs.All(policy.Fields.Has);
    private readonly CorrectionGuard guard = new(rule, policy);
    private readonly bool needsStage = rule.NeedsStage;
    private readonly Severity? severity = policy.Severities.GetValueOrDefault(rule.Id);

    public string Id { get; } = rule.Id;

    /// <summary>Whether the org has lost a field that the rule rests on.</summary>
    public bool IsStopped { get; } = !policy.Drift.CanRead(RuleBook.RestsOn(rule));

    /// <summary>Whether its findings hand out tasks.</summary>
    public bool MakesTasks { get; } = policy.Tasks.Rules.Contains(rule.Id);

    /// <summary>What the rule decides of the deal, in the policy's severity.</summary>
    public RuleOutcome Ask(Deal deal)
    {
        if (lacksField || IsStopped || (needsStage && deal.LacksStage))
            return RuleOutcome.NotRun;
        var outcome = rule.Apply(deal);
        return outcome.Finding is { } finding ? Proposed(finding, deal) : outcome;
    }

    /// <summary>The finding stays, in the policy's severity; of its corrections, those that may be made.</summary>
    private Finding Proposed(Finding finding, Deal deal)
    {
        if (finding.Changes.Count > 0)
            finding = guard.Check(LeaveContestedAlone(finding, deal), deal);
        return severity is { } policys ? finding.With(policys) : finding;
    }

    /// <summary>A correction that somebody keeps setting back is not proposed again.</summary>
    private static Finding LeaveContestedAlone(Finding finding, Deal deal) =>
        deal.Context.Contested is { Count: > 0 } contested ? finding.With(Uncontested(finding.Changes, contested)) : finding;

    private static IReadOnlyList<FieldChange> Uncontested(IReadOnlyList<FieldChange> changes, IReadOnlyList<ContestedField> contested) =>
        [.. changes.Where(change => contested.All(field => field.Field != change.Field || field.To != change.To))];
}
