using SalesRules.Decisions;
using SalesRules.Portfolio;
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

    private const string DaysInStage = "Days_In_Stage";

    public string Id => RuleId;

    public string Condition => "the deal has been in its stage for longer than three in four stays of its segment there that ended within {stage-rules.aging-months} months or, where those are fewer than {stage-rules.aging-least-stays}, for more than the aging days of the stage's type; high beyond {stage-rules.long-medians} times the median";

    public bool CountsForRisk => true;

    public string Weighs => "medium; high beyond three times the median";

    public Reach Reach { get; } = Reach.OpenDealsInAStage;

    public IReadOnlyList<string> Reads { get; } = ["LastStageChangeDate", "Segment__c"];

    public IReadOnlyList<string> Settings { get; } = ["stage-rules.aging-days", "stage-rules.aging-least-stays", "stage-rules.aging-months", "stage-rules.long-medians", "segments"];

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.Context.Aging is null || deal.StageEnteredOn is null)
            return RuleOutcome.NotRun;
        var days = Days(deal);
        if (Usual(deal) is not { } age)
            return days > Allowed(deal) ? new Finding(Id, Severity.Medium, deal) : RuleOutcome.Clear;
        if (!age.IsAging(days))
            return RuleOutcome.Clear;
        return new Finding(Id, IsLong(deal, age) ? Severity.High : Severity.Medium, deal);
    }

    /// <summary>What lasts says since when; days, percentile and median move with every day and are said on the day.</summary>
    public Explanation Explain(Deal deal)
    {
        var (age, since) = (Usual(deal), Sentences.Date(deal.StageEnteredOn!.Value));
        return new Explanation
        {
            Message = $"In {deal.Stage!.Name} since {since}: {(age is null ? $"more than {FieldValue.Of(Allowed(deal))} days" : "longer than three in four stays there lasted")}.",
            Evidence = [deal.Saw("LastStageChangeDate", FieldValue.Of("a shorter stay"))],
            OnTheDay = new Explanation
            {
                Message = $"In {deal.Stage.Name} for {Sentences.Days(Days(deal))}: {(age is null ? $"more than the policy's {FieldValue.Of(Allowed(deal))}" : Compared(deal, age))}.",
                Evidence = Seen(deal, age?.Percentile75Days ?? Allowed(deal)),
            },
        };
    }

    private static int Days(Deal deal) => deal.Today.DayNumber - deal.StageEnteredOn!.Value.DayNumber;

    /// <summary>How long stays last in the deal's stage and segment; null: there are too few to say.</summary>
    private static StageAge? Usual(Deal deal) => deal.Context.Aging!.Find(deal.Stage!.Name, deal.Segment);

    /// <summary>The policy's days, which count where the stays are too few.</summary>
    private static int Allowed(Deal deal) => deal.Policy.StageRules.AgingDays.GetValueOrDefault(deal.Stage!.Type, int.MaxValue);

    private static bool IsLong(Deal deal, StageAge age) => Days(deal) > deal.Policy.StageRules.LongMedians * age.MedianDays;

    /// <summary>"three in four of 91 stays in segment enterprise took at most 7 (median 6)".</summary>
    private static string Compared(Deal deal, StageAge age)
    {
        var segment = age.Segment is { } name ? $" in segment {name}" : "";
        var isLong = IsLong(deal, age) ? $", and this is more than {FieldValue.Of(deal.Policy.StageRules.LongMedians)} times the median" : "";
        return $"three in four of {FieldValue.Of(age.Stays)} stays{segment} took at most {FieldValue.Of(age.Percentile75Days)} (median {FieldValue.Of(age.MedianDays)}){isLong}";
    }

    /// <summary>The day of entry where the org shows it, the days, and the segment that they are compared within.</summary>
    private static List<Evidence> Seen(Deal deal, int most)
    {
        List<Evidence> seen =
        [
            deal.Saw("LastStageChangeDate", FieldValue.Null),
            new Evidence(DaysInStage, FieldValue.Of(Days(deal)), FieldValue.Of(most)),
        ];
        if (deal.Segment is not null)
            seen.Add(deal.Saw("Segment__c", FieldValue.Null));
        return seen;
    }
}
