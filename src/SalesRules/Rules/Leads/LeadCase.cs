using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Leads;

/// <summary>One lead with the policy and the clock, and what several rules derive from them.</summary>
/// <param name="Now">The instant of the run.</param>
/// <param name="KnowsFirstTouch">Whether it is known when somebody first did something about it.</param>
public sealed record LeadCase(Lead Lead, Policy Policy, DateTimeOffset Now, bool KnowsFirstTouch = true)
{
    public LeadPolicy Settings => Policy.Leads;

    public DateOnly Today => Policy.DayOf(Now);

    /// <summary>Null: fit and intent are not mapped, empty or no numbers from 0 to 10, and neither alone tells.</summary>
    public LeadRoute? Route => (Level(Lead.Fit), Level(Lead.Intent)) switch
    {
        (LeadLevel.Low, _) => LeadRoute.Disqualify,
        (null, _) or (_, null) => null,
        (_, LeadLevel.Low) => LeadRoute.Nurture,
        (LeadLevel.High, LeadLevel.High) => LeadRoute.BookDiscovery,
        (LeadLevel.High, _) => LeadRoute.TechnicalQuestions,
        (_, LeadLevel.High) => LeadRoute.ProceedConfirmingConstraints,
        _ => LeadRoute.DiscoveryWithConstraintCheck,
    };

    /// <summary>Whether the policy maps what a route is made from.</summary>
    public bool CanBeRouted => Settings.Fields is { Fit: not null, Intent: not null };

    private LeadLevel? Level(decimal? points) => points switch
    {
        null or < 0 or > 10 => null,
        { } high when high >= Settings.High => LeadLevel.High,
        { } medium when medium >= Settings.Medium => LeadLevel.Medium,
        _ => LeadLevel.Low,
    };

    private enum LeadLevel
    {
        Low,
        Medium,
        High,
    }
}
