using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Portfolio.Hygiene;

/// <summary>
/// The minimum viable set of B 12.1 as the policy has it (hygiene.minimum-fields), of the fields that the organisation has: what
/// <c>hygiene.missing-field</c> asks of one deal, completeness asks of all.
/// </summary>
internal sealed class MinimumFields(Policy policy)
{
    private readonly IReadOnlyList<(StageType From, OpportunityField Field)> all =
    [
        .. from set in policy.Hygiene.MinimumFields
           from name in set.Value
           where policy.Fields.Has(name)
           let field = OpportunityFields.Get(name)
           orderby field.Place
           select (set.Key, field),
    ];

    /// <summary>Every field of the set, in the order of the catalogue.</summary>
    public IReadOnlyList<OpportunityField> All => [.. all.Select(asked => asked.Field).Distinct()];

    /// <summary>Those that a deal should have by its stage; none for a stage that is not mapped.</summary>
    public IEnumerable<OpportunityField> By(Stage? stage) =>
        stage is null ? [] : all.Where(asked => policy.Stages.IsBy(stage, asked.From)).Select(asked => asked.Field).Distinct();
}
