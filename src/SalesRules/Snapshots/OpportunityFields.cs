using System.Collections.Frozen;
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

    /// <summary>The field of that API name, whatever its case.</summary>
    /// <exception cref="KeyNotFoundException">The catalogue has no such field.</exception>
    public static OpportunityField Get(string apiName) =>
        ByApiName.TryGetValue(apiName, out var field)
            ? field
            : throw new KeyNotFoundException($"The field catalogue has no field '{apiName}'.");

    /// <summary>The field of that API name, or null.</summary>
    public static OpportunityField? Find(string apiName) => ByApiName.GetValueOrDefault(apiName);
}
