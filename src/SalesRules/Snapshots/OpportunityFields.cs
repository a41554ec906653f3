using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;

namespace SalesRules.Snapshots;

/// <summary>The field catalogue as code: every property of <see cref="Opportunity"/> that carries a <see cref="FieldAttribute"/>.</summary>
public static class OpportunityFields
{
    /// <summary>All fields, in the order in which <see cref="Opportunity"/> declares them.</summary>
    public static IReadOnlyList<OpportunityField> All { get; } =
        [.. typeof(Opportunity).GetProperties()
            .Where(property => property.IsDefined(typeof(FieldAttribute)))
            .OrderBy(property => property.MetadataToken)
            .Select(OpportunityField.Of)];

    private static readonly FrozenDictionary<string, OpportunityField> ByApiName =
        All.ToFrozenDictionary(field => field.ApiName, StringComparer.OrdinalIgnoreCase);

    // Asked for at every finding: looked up once.
    private static readonly ImmutableArray<OpportunityField> Scores = [.. Pillars.All.Select(pillar => Get(pillar.ScoreField()))];
    private static readonly ImmutableArray<OpportunityField> Evidence = [.. Pillars.All.Select(pillar => Get(pillar.EvidenceField()))];

    /// <summary>The field of a pillar's score.</summary>
    public static OpportunityField ScoreOf(Pillar pillar) => Scores[(int)pillar];

    /// <summary>The field of a pillar's evidence.</summary>
    public static OpportunityField EvidenceOf(Pillar pillar) => Evidence[(int)pillar];

    /// <summary>The field of that API name, whatever its case.</summary>
    /// <exception cref="KeyNotFoundException">The catalogue has no such field.</exception>
    public static OpportunityField Get(string apiName) =>
        ByApiName.TryGetValue(apiName, out var field)
            ? field
            : throw new KeyNotFoundException($"The field catalogue has no field '{apiName}'.");

    /// <summary>The field of that API name, or null.</summary>
    public static OpportunityField? Find(string apiName) => ByApiName.GetValueOrDefault(apiName);
}
