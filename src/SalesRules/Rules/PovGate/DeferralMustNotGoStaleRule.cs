using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.PovGate;

/// <summary>
/// A deferred POV gets a new score within the policy's days (choice: 14).
/// Source: M "The audit gets rescored when the work is complete".
/// </summary>
public sealed class DeferralMustNotGoStaleRule : IRule
{
    public string Id => "pov.deferral-stale";

    public string Condition => "the POV has been deferred for more than {pov.stale-deferral-days} days without a new score";

    public bool CountsForRisk => true;

    public string Weighs => "low";

    public IReadOnlyList<string> Settings { get; } = ["pov.gated-motions", "pov.stale-deferral-days"];

    public IReadOnlyList<string> Needs => Gate.Needs;

    public Reach Reach { get; } = Reach.OpenDealsInAStage;

    public IReadOnlyList<string> Reads { get; } = [.. Gate.RestsOn, "MIQL_Scored_On__c"];

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.Gate is not { State: GateState.Deferred, OnRecord: false })
            return RuleOutcome.Clear;
        if (deal.Context.DeferredSince is not { } since)
            return RuleOutcome.NotRun;
        var quiet = deal.Context.Today.DayNumber - QuietSince(deal, since).DayNumber;
        return quiet <= deal.Policy.Pov.StaleDeferralDays ? RuleOutcome.Clear : new Finding(Id, Severity.Low, deal);
    }

    public Explanation Explain(Deal deal)
    {
        var since = deal.Context.DeferredSince!.Value;
        return new Explanation
        {
            Message = $"The POV is deferred since {Sentences.Date(since)} and has had no new score since {Sentences.Date(QuietSince(deal, since))}.",
            Evidence = [deal.Saw("MIQL_Scored_On__c", FieldValue.Of($"a new score within {deal.Policy.Pov.StaleDeferralDays} days"))],
        };
    }

    private static DateOnly QuietSince(Deal deal, DateOnly deferred)
    {
        var latest = deferred;
        foreach (var pillar in Pillars.All)
        {
            if (deal.Context.ScoreHistory?.Last(pillar)?.ScoreChangedAt is { } changed)
                latest = Later(latest, deal.Policy.DayOf(changed));
        }

        return deal.Opportunity.ScoredOn is { } scored ? Later(latest, scored) : latest;
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
