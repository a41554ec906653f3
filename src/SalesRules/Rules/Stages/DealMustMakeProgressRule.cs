using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Stages;

/// <summary>
/// Something has moved in the last 30 days: stage, score, next step or activity; else the deal is stalled. Source: B 12.2; catalogue
/// section 7.
/// </summary>
public sealed class DealMustMakeProgressRule : IRule
{
    public string Id => "stage.no-progress";

    public string Condition => "stage, scores, next step and activity have not moved for more than {stage-rules.no-progress-days} days";

    public bool CountsForRisk => true;

    public string Weighs => "medium";

    public IReadOnlyList<string> Reads { get; } = ["LastActivityDate", "NextStep", "LastStageChangeDate", "CreatedDate", "MIQL_Scored_On__c"];

    public IReadOnlyList<string> Settings { get; } = ["stage-rules.no-progress-days"];

    public RuleOutcome Apply(Deal deal)
    {
        if (LastProgress(deal) is not { } last)
            return RuleOutcome.NotRun;
        if (last >= Limit(deal))
            return RuleOutcome.Clear;
        return HasWatched(deal) ? new Finding(Id, Severity.Medium, deal) : RuleOutcome.NotRun;
    }

    public Explanation Explain(Deal deal) => new()
    {
        Message = $"Stalled: no change of stage, score, next step or activity since {Sentences.Date(LastProgress(deal)!.Value)}.",
        Evidence = [deal.Saw("LastActivityDate", FieldValue.Null), deal.Saw("NextStep", FieldValue.Of("a step that moves the deal"))],
    };

    private static DateOnly Limit(Deal deal) => deal.Today.Plus(-deal.Policy.StageRules.NoProgressDays);

    /// <summary>Whether every move would have been seen: the org keeps activities and next steps, the stages are known, and the next step has been watched for long enough.</summary>
    private static bool HasWatched(Deal deal) => deal.StageHistory is not null && deal.Policy.Fields.Has("LastActivityDate") && deal.Policy.Fields.Has("NextStep") && deal.Context.FieldHistory is { } history && deal.Policy.DayOf(history.UnchangedSince("NextStep")) < Limit(deal);

    /// <summary>The latest day on which anything is known to have moved; null: nothing is known.</summary>
    private static DateOnly? LastProgress(Deal deal)
    {
        var last = Later(deal.LastActivityOn, deal.Opportunity.ScoredOn);
        if (deal.StageHistory is null)
            last = Later(last, deal.StageEnteredOn);
        return Later(last, LastSeenChange(deal) is { } changed ? deal.Policy.DayOf(changed) : null);
    }

    /// <summary>The last move of a person, or change of the next step or a score, that was seen to happen; null: none was.</summary>
    private static DateTimeOffset? LastSeenChange(Deal deal)
    {
        var last = Later(LastMove(deal), deal.Context.FieldHistory?.LastChange("NextStep"));
        if (deal.Context.ScoreHistory is { } scores)
        {
            foreach (var pillar in Pillars.All)
                last = Later(last, scores.Last(pillar)?.ScoreChangedAt);
        }

        return last;
    }

    /// <summary>The last move of a person by the history; what the service moved is no progress.</summary>
    private static DateTimeOffset? LastMove(Deal deal)
    {
        if (deal.StageHistory is not { } history)
            return null;
        for (var place = history.Count - 1; place >= 0; place--)
        {
            if (history[place] is { EnteredBy: var by } entry && (by is null || by != deal.Context.ServiceUser))
                return entry.EnteredAt;
        }

        return null;
    }

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other > one ? other : one;
}
