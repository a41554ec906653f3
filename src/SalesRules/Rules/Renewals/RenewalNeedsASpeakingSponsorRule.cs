using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Renewals;

/// <summary>
/// The sponsor of a renewal is engaged: Leadership 0 is a red flag regardless of usage or any other score. Source: M "CS: renewal
/// forecast"; catalogue section 4.
/// </summary>
public sealed class RenewalNeedsASpeakingSponsorRule : IRule
{
    public string Id => "renewal.sponsor-silent";

    public string Condition => "Leadership is 0";

    public bool CountsForRisk => true;

    public string Weighs => "high";

    public Reach Reach { get; } = Reach.OpenRenewals;

    public bool HandsOutTasks => true;

    public IReadOnlyList<string> Needs { get; } = [Pillar.Leadership.ScoreField()];

    public RuleOutcome Apply(Deal deal) => deal.Scores.Leadership == 0 ? new Finding(Id, Severity.High, deal) : RuleOutcome.Clear;

    public Explanation Explain(Deal deal) => new()
    {
        Message = "The sponsor is silent (Leadership 0): a red flag whatever usage says.",
        Evidence = [deal.Saw(OpportunityFields.ScoreOf(Pillar.Leadership), FieldValue.Of(1))],
        Fix = [new Fix(deal.NameOf(OpportunityFields.ScoreOf(Pillar.Leadership)), FieldValue.Of(1))],
        Tasks = [new TaskPart("", "Get the meeting with the renewal's sponsor on the calendar")],
    };
}
