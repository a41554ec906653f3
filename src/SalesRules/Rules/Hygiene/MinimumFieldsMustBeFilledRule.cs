using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Hygiene;

/// <summary>
/// Every field of the minimum viable set is filled by the stage that asks for it. Source: B 12.1 "minimum viable completeness";
/// catalogue section 8.
/// </summary>
public sealed class MinimumFieldsMustBeFilledRule : IRule
{
    public string Id => "hygiene.missing-field";

    public bool CountsForRisk => true;

    public string Weighs => "low";

    public Reach Reach { get; } = Reach.OpenDealsInAStage;

    public bool IsOwedByStage => true;

    public IEnumerable<string> ReadsUnder(Policy policy) => policy.Hygiene.MinimumFields.Values.SelectMany(fields => fields);

    public IReadOnlyList<string> Settings { get; } = ["hygiene.minimum-fields"];

    public RuleOutcome Apply(Deal deal)
    {
        foreach (var (type, fields) in deal.Policy.Hygiene.MinimumFields)
        {
            if (deal.IsBy(type) && fields.Any(field => IsMissing(deal, field)))
                return new Finding(Id, Severity.Low, deal);
        }

        return RuleOutcome.Clear;
    }

    public Explanation Explain(Deal deal)
    {
        var missing = deal.Policy.Hygiene.MinimumFields.Where(set => deal.IsBy(set.Key)).SelectMany(set => set.Value)
            .Where(field => IsMissing(deal, field)).Distinct().Select(OpportunityFields.Get).OrderBy(field => field.Place).ToList();
        return new Explanation
        {
            Message = $"The minimum of the stage lacks {Sentences.Join([.. missing.Select(field => field.Label)])}.",
            Evidence = [.. missing.Select(field => deal.Saw(field, FieldValue.Of("filled")))],
        };
    }

    /// <summary>What the organisation has no field for is not missing on a deal.</summary>
    private static bool IsMissing(Deal deal, string field) =>
        OpportunityFields.Get(field) is var known && deal.Policy.Fields.NameOf(known) is not null && known.IsEmpty(deal.Opportunity);
}
