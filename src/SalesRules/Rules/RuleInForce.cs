using SalesRules.Decisions;
using SalesRules.Policies;

namespace SalesRules.Rules;

/// <summary>A rule under one policy: what the policy says of it, looked up once and not again for every deal.</summary>
internal sealed class RuleInForce(IRule rule, Policy policy, int place)
{
    // Bound once: to find the method of one of a hundred kinds of rules costs more than most rules take.
    private readonly Func<Deal, RuleOutcome> apply = rule.Apply;
    private readonly bool hasFields = rule.Needs.All(policy.Fields.Has);
    private readonly IRuleOnTheOthers? onTheOthers = rule as IRuleOnTheOthers;
    private readonly IRuleOnSurroundings? onSurroundings = rule as IRuleOnSurroundings;
    private readonly CorrectionGuard guard = new(rule, policy);
    private readonly Severity? severity = policy.Severities.GetValueOrDefault(rule.Id);

    public string Id { get; } = rule.Id;

    /// <summary>Whether the org has lost something that the rule rests on.</summary>
    public bool IsStopped { get; } = !policy.Drift.CanRead(RuleBook.RestsOn(rule, policy)) || policy.Drift.Surroundings.Intersect(RuleBook.RestsAround(rule, policy)).Any();

    /// <summary>Its place in the book, from 0.</summary>
    public int Place { get; } = place;

    public Reach Reach { get; } = rule.Reach;

    /// <summary>Whether it is asked after the others, about what they found.</summary>
    public bool IsAskedLast => onTheOthers is not null;

    /// <summary>Whether the organisation has every field that the rule cannot do without.</summary>
    public bool CanRun => hasFields && !IsStopped;

    /// <summary>Whether the org has lost a field by which a deal is within its reach or not: nobody knows.</summary>
    public bool IsReachLost { get; } = !policy.Drift.CanRead(rule.Reach.Reads);

    /// <summary>Whether its high and medium findings make a deal at risk.</summary>
    public bool CountsForRisk { get; } = rule.CountsForRisk;

    /// <summary>Whether its medium findings count together with those of its like as one.</summary>
    public bool IsNeglect { get; } = RiskAssessment.IsNeglect(rule.Id);

    /// <summary>Whether its findings hand out tasks.</summary>
    public bool MakesTasks { get; } = policy.Tasks.Rules.Contains(rule.Id);

    /// <summary>Whether it rests on something beside the record.</summary>
    public bool RestsAround => onSurroundings is not null;

    /// <summary>Whether its outcome for the deal, which is within its reach, rests on that.</summary>
    public bool AsksFor(Surrounding what, Deal deal) => onSurroundings is { } asking && asking.RestsOn == what && asking.AsksOf(deal);

    /// <summary>What the rule decides of the deal, in the policy's severity.</summary>
    public RuleOutcome Ask(Deal deal)
    {
        var outcome = apply(deal);
        return outcome.Finding is { } finding ? Proposed(finding, deal) : outcome;
    }

    /// <summary>What the rule decides of what the others found, in the policy's severity.</summary>
    public RuleOutcome Ask(Deal deal, Risk risk, IReadOnlyList<Finding> found)
    {
        var outcome = onTheOthers!.Apply(deal, risk, found);
        if (outcome.Finding is not { } finding)
            return outcome;

        // Where it carries its reasons with it, nobody asks the deal for its words later.
        return Proposed(finding.IsExplained && deal.Policy.TextOf(Id) is { } text ? finding.Saying(text.For(deal, finding.Message)) : finding, deal);
    }

    /// <summary>The finding stays, in the policy's severity; of its corrections, those that may be made.</summary>
    private Finding Proposed(Finding finding, Deal deal)
    {
        if (finding.HasChanges)
            finding = guard.Check(LeaveContestedAlone(finding, deal), deal);
        return severity is { } policys ? finding.With(policys) : finding;
    }

    /// <summary>A correction that somebody keeps setting back is not proposed again.</summary>
    private static Finding LeaveContestedAlone(Finding finding, Deal deal) =>
        deal.Context.Contested is { Count: > 0 } contested ? finding.With(Uncontested(finding.Changes, contested)) : finding;

    private static IReadOnlyList<FieldChange> Uncontested(IReadOnlyList<FieldChange> changes, IReadOnlyList<ContestedField> contested) =>
        [.. changes.Where(change => contested.All(field => field.Field != change.Field || field.To != change.To))];
}
