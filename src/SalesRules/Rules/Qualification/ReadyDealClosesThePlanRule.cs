using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Qualification;

/// <summary>
/// A deal whose readiness is 7 of 8 or more, scored 0 to 2 for urgency, authority path, process clarity and visibility of friction,
/// shifts from answering questions to closing the plan. Source: B 9.1 "Turning Signals into a Practical Readiness Score"; catalogue
/// section 9.
/// </summary>
public sealed class ReadyDealClosesThePlanRule : IRule
{
    public string Id => "qualification.readiness";

    public string Condition => "urgency, authority path, process clarity and visible friction, each scored 0 to 2, come to {qualification.ready} or more";

    public bool CountsForRisk => false;

    public string Weighs => "info";

    public IReadOnlyList<string> Needs { get; } = ["Readiness_Urgency", "Readiness_Authority_Path", "Readiness_Process_Clarity", "Readiness_Friction_Visibility"];

    public IReadOnlyList<string> Settings { get; } = ["qualification.ready"];

    public RuleOutcome Apply(Deal deal) => Total(deal.Opportunity) >= deal.Policy.Qualification.Ready ? new Finding(Id, Severity.Info, deal) : RuleOutcome.Clear;

    public Explanation Explain(Deal deal) => new()
    {
        Message = $"Readiness is {FieldValue.Of(Total(deal.Opportunity))} of 8: close the plan, with decision owners and dates.",
        Evidence =
        [
            deal.Saw("Readiness_Urgency", FieldValue.Of(2)),
            deal.Saw("Readiness_Authority_Path", FieldValue.Of(2)),
            deal.Saw("Readiness_Process_Clarity", FieldValue.Of(2)),
            deal.Saw("Readiness_Friction_Visibility", FieldValue.Of(2)),
        ],
    };

    private static decimal? Total(Opportunity opportunity) => Points.Sum(
        2, opportunity.ReadinessUrgency, opportunity.ReadinessAuthorityPath, opportunity.ReadinessProcessClarity, opportunity.ReadinessFrictionVisibility);
}
