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

    public string Condition => "a minimum field of the deal's stage, or of one before it, is empty";

    public bool CountsForRisk => true;

    public string Weighs => "low";

    public Reach Reach { get; } = Reach.OpenDealsInAStage;

    public bool IsOwedByStage => true;

    public IEnumerable<string> ReadsUnder(Policy policy) => policy.Hygiene.MinimumFields.Values.SelectMany(fields => fields);

    public IReadOnlyList<string> Settings { get; } = ["hygiene.minimum-fields"];

    public RuleOutcome Apply(Deal deal)
    {
        var sets = deal.Policy.Hygiene.Required;
        for (var place = 0; place < sets.Count; place++)
        {
            if (deal.IsBy(sets[place].By) && IsMissingOne(deal, sets[place].Fields))
                return new Finding(Id, Severity.Low, deal);
        }

        return RuleOutcome.Clear;
    }

    public Explanation Explain(Deal deal)
    {
        var missing = deal.Policy.Hygiene.Required.Where(set => deal.IsBy(set.By)).SelectMany(set => set.Fields)
            .Where(field => IsMissing(deal, field)).Distinct().OrderBy(field => field.Place).ToList();
        return new Explanation
        {
            Message = $"The minimum of the stage lacks {Sentences.Join([.. missing.Select(field => field.Label)])}.",
            Evidence = [.. missing.Select(field => deal.Saw(field, FieldValue.Of("filled")))],
        };
    }

    private static bool IsMissingOne(Deal deal, IReadOnlyList<OpportunityField> fields)
    {
        for (var index = 0; index < fields.Count; index++)
        {
            if (IsMissing(deal, fields[index]))
                return true;
        }

        return false;
    }

    /// <summary>What the organisation has no field for is not missing on a deal.</summary>
    private static bool IsMissing(Deal deal, OpportunityField field) => deal.Policy.Fields.NameOf(field) is not null && field.IsEmpty(deal.Opportunity);
}
