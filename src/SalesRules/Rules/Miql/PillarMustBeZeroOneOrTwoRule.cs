using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Miql;

/// <summary>
/// A pillar is 0, 1, 2 or empty; anything else counts as unscored, and nothing is rounded or clamped.
/// Source: M "The 2 / 1 / 0 scoring is the same"; catalogue section 1.
/// </summary>
public sealed class PillarMustBeZeroOneOrTwoRule : IRule
{
    private static readonly FieldValue Needs = FieldValue.Of("0, 1 or 2");

    public string Id => "miql.invalid-score";

    public bool CountsForRisk => false;

    public RuleOutcome Apply(Deal deal)
    {
        if (!deal.IsOpen || !HasInvalid(deal.Opportunity))
            return RuleOutcome.Clear;
        var invalid = Pillars.All.Where(pillar => deal.Opportunity.Score(pillar).IsInvalid).ToList();
        return new Finding
        {
            Rule = Id,
            Severity = Severity.Medium,
            Message = $"{Sentences.Join(invalid.Select(pillar => pillar.Name()))} must be 0, 1 or 2 and counts as unscored until it is.",
            Evidence = [.. invalid.Select(pillar => deal.Saw(pillar.ScoreField(), Needs))],
        };
    }

    private static bool HasInvalid(Opportunity opportunity) =>
        opportunity.Outcome.IsInvalid || opportunity.Maps.IsInvalid || opportunity.Insight.IsInvalid
        || opportunity.Quantify.IsInvalid || opportunity.Leadership.IsInvalid;
}
