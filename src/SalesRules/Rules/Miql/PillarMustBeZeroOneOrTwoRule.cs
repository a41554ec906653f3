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

    public string Condition => "a pillar holds something other than 0, 1, 2 or nothing";

    public bool CountsForRisk => false;

    public string Weighs => "medium";

    // By the type a renewal is known, where Quantify is called otherwise.
    public IReadOnlyList<string> Reads { get; } = [.. Pillars.ScoreFields, "Type"];

    public RuleOutcome Apply(Deal deal) =>
        deal.Opportunity.HasInvalidScore ? new Finding(Id, Severity.Medium, deal) : RuleOutcome.Clear;

    public Explanation Explain(Deal deal)
    {
        var invalid = Invalid(deal);
        return new Explanation
        {
            Message = $"{Sentences.Join(invalid, deal.Motion)} must be 0, 1 or 2 and counts as unscored until it is.",
            Evidence = deal.SawScores(invalid, Needs),
        };
    }

    private static PillarSet Invalid(Deal deal)
    {
        var invalid = PillarSet.Empty;
        foreach (var pillar in Pillars.All)
        {
            if (deal.Opportunity.Score(pillar).IsInvalid)
                invalid = invalid.With(pillar);
        }

        return invalid;
    }
}
