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

    public bool CountsForRisk => true;

    public IReadOnlyList<string> Needs => Gate.Needs;

    public bool NeedsStage => true;

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.Gate is not { State: GateState.Deferred, OnRecord: false })
            return RuleOutcome.Clear;
        if (deal.Context.DeferredSince is not { } since)
            return RuleOutcome.NotRun;
        var scored = LastScored(deal);
        var quietSince = scored > since ? scored.Value : since;
        if (deal.Context.Today.DayNumber - quietSince.DayNumber <= deal.Policy.Pov.StaleDeferralDays)
            return RuleOutcome.Clear;
        return new Finding
        {
            Rule = Id,
            Severity = Severity.Low,
            Message = $"The POV is deferred since {Sentences.Date(since)} and has had no new score since {Sentences.Date(quietSince)}.",
            Evidence = [deal.Saw("MIQL_Scored_On__c", FieldValue.Of($"a new score within {deal.Policy.Pov.StaleDeferralDays} days"))],
        };
    }

    private static DateOnly? LastScored(Deal deal)
    {
        var seen = Pillars.All
            .Select(pillar => deal.Context.ScoreHistory?.Last(pillar)?.ScoreChangedAt)
            .Select(instant => instant is { } at ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, deal.Policy.TimeZone).DateTime) : (DateOnly?)null)
            .Append(deal.Opportunity.ScoredOn);
        return seen.Max();
    }
}
