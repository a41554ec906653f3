using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Hygiene;

/// <summary>
/// Somebody has been active on the deal: in the last 14 days in Commit, in the last 30 otherwise. Source: P "Pipeline Reviews"; B 12.1;
/// catalogue section 8.
/// </summary>
public sealed class DealMustHaveActivityRule : IRule
{
    public string Id => "hygiene.no-activity";

    public string Condition => "the last activity is more than {hygiene.activity-days} days ago, in Commit more than {hygiene.activity-days-in-commit}";

    public bool CountsForRisk => true;

    public string Weighs => "medium";

    public IReadOnlyList<string> Needs { get; } = ["LastActivityDate"];

    public IReadOnlyList<string> Reads { get; } = ["CreatedDate"];

    public IReadOnlyList<string> Settings { get; } = ["hygiene.activity-days", "hygiene.activity-days-in-commit"];

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.LastActivityOn is not { } last)
            return RuleOutcome.NotRun;
        return last >= deal.Today.Plus(-Days(deal)) ? RuleOutcome.Clear : new Finding(Id, Severity.Medium, deal);
    }

    public Explanation Explain(Deal deal) => new()
    {
        Message = $"No activity since {Sentences.Date(deal.LastActivityOn!.Value)}; this deal needs some every {FieldValue.Of(Days(deal))} days.",
        Evidence = [deal.Saw("LastActivityDate", FieldValue.Of($"at most {FieldValue.Of(Days(deal))} days ago"))],
    };

    private static int Days(Deal deal) =>
        deal.Category == ForecastCategory.Commit ? deal.Policy.Hygiene.ActivityDaysInCommit : deal.Policy.Hygiene.ActivityDays;
}
