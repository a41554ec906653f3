using SalesRules.Decisions;
using SalesRules.Rules.PovGate;
using SalesRules.Snapshots;

namespace SalesRules.Rules;

/// <summary>Puts what the rules said of one deal together: findings in order, forecast, gate, risk, changes, tasks.</summary>
internal ref struct DecisionAssembly(Deal deal, RulesOfAKind rules, Span<long> room)
{
    private static readonly OpportunityField Category = OpportunityFields.Get("ForecastCategoryName");

    private FindingOrder order = new(room);
    private Finding[]? findings;
    private RuleSet notRun = rules.NotRun;
    private bool makesTasks;

    public void Add(RuleInForce rule, RuleOutcome outcome)
    {
        if (outcome.IsNotRun)
            notRun = notRun.With(rule.Place);
        if (outcome.Finding is not { } finding)
            return;
        order.Add(finding, rule.Place);
        findings = null;
        makesTasks |= rule.MakesTasks;
    }

    /// <summary>What was found so far, highest severity first.</summary>
    public IReadOnlyList<Finding> Findings => findings ??= order.ToArray();

    /// <summary>The risk from what had been found when it was assessed.</summary>
    public Risk Risk { get; private set; } = Risk.None;

    /// <summary>Before the rules that ask about the others' findings are asked: theirs do not count.</summary>
    public void AssessRisk() => Risk = RiskAssessment.Of(order, rules.Book, deal.Policy.Risk);

    public Decision ToDecision()
    {
        var found = Findings;
        var changes = Changes();
        return new Decision
        {
            OpportunityId = deal.Opportunity.Id,
            AsOf = deal.Context.Today,
            PolicyHash = deal.Policy.Hash,
            Miql = deal.Scores,
            Forecast = Forecast(changes),
            Pov = deal.Gate is { } gate ? Pov(gate) : null,
            Risk = Risk,
            Findings = found,
            Changes = changes,
            Tasks = makesTasks ? new DealTasks(deal, found) : [],
            NotRun = rules.NotRunLists.Of(notRun),
            IsOpen = deal.IsOpen,
        };
    }

    private readonly IReadOnlyList<FieldChange> Changes()
    {
        IReadOnlyList<FieldChange> changes = [];
        for (var index = 0; index < order.Count; index++)
        {
            if (order[index] is { HasChanges: true } finding)
                changes = changes.Count == 0 ? finding.Changes : [.. changes, .. finding.Changes];
        }

        return changes;
    }

    private readonly ForecastDecision Forecast(IReadOnlyList<FieldChange> changes)
    {
        var withoutCurrent = deal.Ceiling < ForecastCategory.Pipeline ? deal.Ceiling : ForecastCategory.Pipeline;
        return new ForecastDecision(deal.Opportunity.ForecastCategoryName, deal.Ceiling, Changed(changes) ?? deal.Category ?? withoutCurrent);
    }

    private readonly ForecastCategory? Changed(IReadOnlyList<FieldChange> changes)
    {
        if (changes.Count == 0)
            return null;
        var field = deal.NameOf(Category);
        for (var index = 0; index < changes.Count; index++)
        {
            if (changes[index].Field == field)
                return ForecastCategories.Parse(changes[index].To.AsText);
        }

        return null;
    }

    private static PovDecision Pov(Gate gate) =>
        new(gate.State.Name(), gate.Scores.Path, gate.Scores.Missed, gate.OnRecord, gate.IsGranted);
}
