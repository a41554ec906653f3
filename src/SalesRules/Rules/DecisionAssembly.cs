using SalesRules.Decisions;
using SalesRules.Rules.PovGate;
using SalesRules.Snapshots;

namespace SalesRules.Rules;

/// <summary>Puts what the rules said of one deal together: findings in order, forecast, gate, risk, changes, tasks.</summary>
internal static class DecisionAssembly
{
    public static Decision Of(Deal deal, List<Finding> findings, IReadOnlyList<string> notRun)
    {
        // Highest severity first; within one severity the rule book's order stays (a stable sort).
        IReadOnlyList<Finding> ordered = findings.Count < 2 ? findings : [.. findings.OrderByDescending(finding => finding.Severity)];
        IReadOnlyList<FieldChange> changes = ordered.Any(finding => finding.Changes.Count > 0) ? [.. ordered.SelectMany(finding => finding.Changes)] : [];
        return new Decision
        {
            OpportunityId = deal.Opportunity.Id,
            AsOf = deal.Context.Today,
            PolicyHash = deal.Policy.Hash,
            Miql = deal.Scores,
            Forecast = Forecast(deal, changes),
            Pov = deal.Gate is { } gate ? Pov(gate) : null,
            Risk = RiskAssessment.Of(ordered),
            Findings = ordered,
            Changes = changes,
            Tasks = DealTasks.Of(deal, ordered),
            NotRun = notRun,
            IsOpen = deal.IsOpen,
        };
    }

    private static ForecastDecision Forecast(Deal deal, IReadOnlyList<FieldChange> changes)
    {
        var field = deal.NameOf("ForecastCategoryName");
        var changed = ForecastCategories.Parse(changes.FirstOrDefault(change => change.Field == field)?.To.AsText);
        var withoutCurrent = deal.Ceiling < ForecastCategory.Pipeline ? deal.Ceiling : ForecastCategory.Pipeline;
        return new ForecastDecision(deal.Opportunity.ForecastCategoryName, deal.Ceiling, changed ?? deal.Opportunity.Category ?? withoutCurrent);
    }

    private static PovDecision Pov(Gate gate) =>
        new(gate.State.Name(), gate.Scores.Path, gate.Scores.Missed, gate.OnRecord, gate.IsGranted);
}
