using SalesRules.Decisions;
using SalesRules.Plans;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Cards;

/// <summary>
/// Why a deal stands where it stands, as far as the decision itself tells: what was seen and how old it is, what fired and what nearly
/// did, how much is missing, and what would clear it. Pure: the same record, context and rules give the same card.
/// </summary>
/// <param name="Standing">The decision about the record as corrected.</param>
public sealed record DealCard(
    Opportunity Opportunity,
    Decision Decision,
    StandingDecision Standing,
    Motion Motion,
    IReadOnlyList<SeenValue> Values,
    IReadOnlyList<NearMiss> Near,
    IReadOnlyList<Margin> Margins,
    IReadOnlyList<NextGoal> Goals)
{
    /// <summary>Whether the org has all five scores; else nothing that rests on them is known.</summary>
    public bool KeepsScores { get; init; } = true;

    /// <param name="decidedAt">The instant for which it is decided.</param>
    public static DealCard Of(RuleBook rules, Opportunity opportunity, DealContext context, DateTimeOffset decidedAt)
    {
        var decision = rules.Decide(opportunity, context);
        var deal = new Deal(opportunity, context, rules.Policy);
        return new DealCard(
            opportunity,
            decision,
            StandingDecision.Of(rules, opportunity, context, decision, decidedAt),
            deal.Motion,
            SeenValue.Of(deal, decision),
            NearMisses.Of(rules, opportunity, context, decision),
            Margin.Of(decision),
            NextGoal.Of(deal))
        {
            KeepsScores = Pillars.ScoreFields.All(rules.Policy.Fields.Has),
        };
    }

    /// <summary>
    /// Which single changes of what the finding speaks of would clear it, where the rule computes no fix of its own. Waiting is no fix.
    /// </summary>
    public IReadOnlyList<Probe> OneStepFixes(string rule) =>
        [.. (Near.FirstOrDefault(near => near.Rule == rule && !near.WouldFire)?.Steps ?? []).Where(step => NearMisses.Speaks(Decision, rule, step))];
}
