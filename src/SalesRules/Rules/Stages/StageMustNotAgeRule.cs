using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Stages;

/// <summary>
/// A deal does not stay longer in its stage than three in four stays there lasted, by the org's own history of twelve months in that
/// segment, re-entries counted apart; under 20 stays the policy's days count. More than three times the median weighs high. Source: B 12.2
/// "track median days per stage and flag deals exceeding the 75th percentile"; catalogue section 7.
/// </summary>
public sealed class StageMustNotAgeRule : IRule
{
    public const string RuleId = "stage.aging";

    public string Id => RuleId;

    public string Condition => "the deal has been in its stage for longer than three in four stays of its segment there that ended within {stage-rules.aging-months} months or, where those are fewer than {stage-rules.aging-least-stays}, for more than the aging days of the stage's type; high beyond {stage-rules.long-medians} times the median";

    public bool CountsForRisk => true;

    public string Weighs => "medium; high beyond three times the median";

    public Reach Reach { get; } = Reach.OpenDealsInAStage;

    public IReadOnlyList<string> Reads { get; } = ["LastStageChangeDate", "Segment__c"];

    public IReadOnlyList<string> Settings { get; } = ["stage-rules.aging-days", "stage-rules.aging-least-stays", "stage-rules.aging-months", "stage-rules.long-medians", "segments"];

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.Context.Aging is not { } aging || deal.StageEnteredOn is not { } entered)
            return RuleOutcome.NotRun;
        var days = deal.Today.DayNumber - entered.DayNumber;
        if (aging.Find(deal.Stage!.Name, deal.Segment) is not { } age)
            return days > deal.Policy.StageRules.AgingDays.GetValueOrDefault(deal.Stage.Type, int.MaxValue) ? new Finding(Id, Severity.Medium, deal) : RuleOutcome.Clear;
        if (!age.IsAging(days))
            return RuleOutcome.Clear;
        return new Finding(Id, days > deal.Policy.StageRules.LongMedians * age.MedianDays ? Severity.High : Severity.Medium, deal);
    }

    /// <summary>Says since when, and neither the days nor the percentile: those move with every day.</summary>
    public Explanation Explain(Deal deal)
    {
        var usual = deal.Context.Aging!.Find(deal.Stage!.Name, deal.Segment) is null
            ? $"more than {FieldValue.Of(deal.Policy.StageRules.AgingDays[deal.Stage.Type])} days"
            : "longer than three in four stays there lasted";
        return new Explanation
        {
            Message = $"In {deal.Stage.Name} since {Sentences.Date(deal.StageEnteredOn!.Value)}: {usual}.",
            Evidence = [deal.Saw("LastStageChangeDate", FieldValue.Of("a shorter stay"))],
        };
    }
}
