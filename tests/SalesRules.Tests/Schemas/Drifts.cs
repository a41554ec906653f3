using SalesRules.Schemas;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Schemas;

/// <summary>Drifts for tests, by the catalogue's names, and deals in an org that has drifted so.</summary>
internal static class Drifts
{
    public static SchemaDrift Gone(params string[] fields) => new(fields.Select(OpportunityFields.Get), [], [], null);

    public static SchemaDrift ReadOnly(params string[] fields) => new([], fields.Select(OpportunityFields.Get), [], null);

    public static SchemaDrift Retired(string field, params string[] values) =>
        new([], [], values.Select(value => new RetiredValue(OpportunityFields.Get(field), value)), null);

    public static SchemaDrift NoTasks { get; } = new([], [], [], "Task has no key");

    /// <summary>The fields that an org can lose and a run still go on.</summary>
    public static IReadOnlyList<OpportunityField> Losable { get; } =
        [.. OpportunityFields.All.Where(known => known.Always && !FieldMap.Essential.Contains(known.ApiName))];

    /// <summary>The deal as a run sees it in such an org: what is gone is not read.</summary>
    public static ADeal In(this ADeal deal, SchemaDrift drift) =>
        deal.Under(policy => policy.Under(drift)).With(opportunity => drift.Unreadable.Aggregate(opportunity, Emptied));

    /// <summary>The record without that field's value.</summary>
    public static Opportunity Emptied(Opportunity opportunity, OpportunityField field)
    {
        var property = typeof(Opportunity).GetProperty(field.PropertyName)!;
        var emptied = opportunity with { };
        property.SetValue(emptied, property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : null);
        return emptied;
    }
}
