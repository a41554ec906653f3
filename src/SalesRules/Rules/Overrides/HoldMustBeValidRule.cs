using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Overrides;

/// <summary>
/// A hold of the category counts only when a manager of the owner set it, with a reason and for at most the policy's days.
/// Source: catalogue section 15 (choice: the source knows no exception).
/// </summary>
public sealed class HoldMustBeValidRule : IRule
{
    public string Id => "override.invalid";

    public string Condition => "a hold of the category lacks a category, a reason or a date, ends more than {overrides.maximum-days} days after it was set, or is by nobody who manages the owner or has a role of the policy";

    public bool CountsForRisk => false;

    public string Weighs => "medium";

    public IReadOnlyList<string> Settings { get; } = ["overrides.maximum-days", "overrides.roles"];

    public IReadOnlyList<string> Reads => ForecastHold.Fields;

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.Hold.State is HoldState.None or HoldState.Holds)
            return RuleOutcome.Clear;
        if (deal.Hold.State == HoldState.Unknown)
            return RuleOutcome.NotRun;
        return new Finding(Id, Severity.Medium, deal);
    }

    public Explanation Explain(Deal deal) => new()
    {
        Message = $"The hold of the forecast category does not count: {Sentences.Join([.. deal.Hold.Problems.Select(problem => problem.Words)])}.",
        Evidence = [.. deal.Hold.Problems.Select(problem => deal.Saw(problem.Field, FieldValue.Of(problem.Needs)))],
    };
}
