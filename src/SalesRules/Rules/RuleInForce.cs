using SalesRules.Decisions;
using SalesRules.Policies;

namespace SalesRules.Rules;

/// <summary>A rule under one policy: what the policy says of it, looked up once and not again for every deal.</summary>
internal sealed class RuleInForce(IRule rule, Policy policy)
{
    private readonly bool lacksField = !rule.Needs.All(policy.Fields.Has);
    private readonly bool needsStage = rule.NeedsStage;
    private readonly Severity? severity = policy.Severities.GetValueOrDefault(rule.Id);

    public string Id { get; } = rule.Id;

    /// <summary>Whether its findings hand out tasks.</summary>
    public bool MakesTasks { get; } = policy.Tasks.Rules.Contains(rule.Id);

    /// <summary>What the rule decides of the deal, in the policy's severity.</summary>
    public RuleOutcome Ask(Deal deal)
    {
        if (lacksField || (needsStage && deal.LacksStage))
            return RuleOutcome.NotRun;
        var outcome = LeaveContestedAlone(rule.Apply(deal), deal);
        return severity is { } policys && outcome.Finding is { } finding ? finding.With(policys) : outcome;
    }

    /// <summary>The finding stays; a correction that somebody keeps setting back is not proposed again.</summary>
    private static RuleOutcome LeaveContestedAlone(RuleOutcome outcome, Deal deal) =>
        deal.Context.Contested.Count == 0 || outcome.Finding is not { Changes.Count: > 0 } finding
            ? outcome
            : finding.With([.. finding.Changes.Where(change => deal.Context.Contested.All(field => field.Field != change.Field || field.To != change.To))]);
}
