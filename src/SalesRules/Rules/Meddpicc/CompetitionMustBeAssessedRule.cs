using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Meddpicc;

/// <summary>
/// By pov somebody has looked at the competition, even if there is none. Source: P "Competition"; catalogue section 6.
/// </summary>
public sealed class CompetitionMustBeAssessedRule : IRule
{
    public string Id => "meddpicc.no-competition";

    public string Condition => "the competition is empty";

    public bool CountsForRisk => true;

    public string Weighs => "low";

    public Reach Reach { get; } = Reach.By(StageType.Pov);

    public IReadOnlyList<string> Needs { get; } = ["Competition__c"];

    public RuleOutcome Apply(Deal deal) =>
        string.IsNullOrWhiteSpace(deal.Opportunity.Competition) ? new Finding(Id, Severity.Low, deal) : RuleOutcome.Clear;

    public Explanation Explain(Deal deal) => new()
    {
        Message = "The competition was never assessed: name who else is looked at, doing nothing included.",
        Evidence = [deal.Saw("Competition__c", FieldValue.Of("filled"))],
    };
}
