using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Qualification;

/// <summary>
/// Clarity of the budget and of procurement, 0 to 3 each, go together: 3 and 0 is "we like it, but", 0 and 3 is the wrong person.
/// Source: B 5.3 "Fit score rubric"; catalogue section 9.
/// </summary>
public sealed class BudgetAndProcurementMustMatchRule : IRule
{
    public string Id => "qualification.budget-procurement";

    public string Condition => "the clarity of the budget and of procurement are both scored 0 to 3";

    public bool CountsForRisk => false;

    public string Weighs => "info";

    public IReadOnlyList<string> Needs { get; } = ["Budget_Clarity", "Procurement_Friction"];

    public RuleOutcome Apply(Deal deal) =>
        Points.Sum(3, deal.Opportunity.BudgetClarity, deal.Opportunity.ProcurementFriction) is null ? RuleOutcome.Clear : new Finding(Id, Severity.Info, deal);

    public Explanation Explain(Deal deal) => new()
    {
        Message = $"Budget {FieldValue.Of(deal.Opportunity.BudgetClarity)} of 3, procurement {FieldValue.Of(deal.Opportunity.ProcurementFriction)} of 3{Meaning(deal.Opportunity)}.",
        Evidence = [deal.Saw("Budget_Clarity", FieldValue.Of(3)), deal.Saw("Procurement_Friction", FieldValue.Of(3))],
    };

    private static string Meaning(Opportunity opportunity) => opportunity switch
    {
        { BudgetClarity: 3, ProcurementFriction: 0 } => ": \"we like it, but\" - get the procurement owner and the onboarding path",
        { BudgetClarity: 0, ProcurementFriction: 3 } => ": probably the wrong person - find who owns the budget",
        _ => "",
    };
}
