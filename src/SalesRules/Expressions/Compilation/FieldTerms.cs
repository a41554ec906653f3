using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Expressions.Compilation;

/// <summary>What stands in a field, read without making a <see cref="FieldValue"/> of it.</summary>
internal static class FieldTerms
{
    /// <summary>A pillar is its points, 0 to 2: unscored and invalid ones have none.</summary>
    public static Term Of(OpportunityField field, StageMap stages)
    {
        var type = typeof(Opportunity).GetProperty(field.PropertyName)!.PropertyType;
        if (type == typeof(PillarScore))
        {
            var score = Getter<PillarScore>(field);
            return Terms.Number(deal => score(deal.Opportunity).Points);
        }

        return type == typeof(string) ? Text(field, stages)
            : type == typeof(decimal?) ? Terms.Number(Read<decimal?>(field))
            : type == typeof(bool?) ? Terms.TrueFalse(Read<bool?>(field))
            : type == typeof(DateOnly?) ? Terms.Date(Read<DateOnly?>(field))
            : type == typeof(DateTimeOffset?) ? Terms.DateTime(Read<DateTimeOffset?>(field))
            : Id(field, type);
    }

    private static Term Text(OpportunityField field, StageMap stages) => Terms.Text(Read<string?>(field), field.ApiName switch
    {
        "StageName" => new Vocabulary("stage of the policy", [.. stages.All.Select(stage => stage.Name)]),
        "ForecastCategoryName" => Categories,
        _ => null,
    });

    /// <summary>The six forecast categories.</summary>
    public static Vocabulary Categories { get; } = new("forecast category", ForecastCategories.AllNames);

    private static Term Id(OpportunityField field, Type type)
    {
        if (type == typeof(SalesforceId))
        {
            var id = Getter<SalesforceId>(field);
            return Terms.Id(deal => id(deal.Opportunity).Value);
        }

        var lookup = Getter<SalesforceId?>(field);
        return Terms.Id(deal => lookup(deal.Opportunity)?.Value);
    }

    private static Func<Rules.Deal, T> Read<T>(OpportunityField field)
    {
        var get = Getter<T>(field);
        return deal => get(deal.Opportunity);
    }

    private static Func<Opportunity, T> Getter<T>(OpportunityField field) =>
        typeof(Opportunity).GetProperty(field.PropertyName)!.GetMethod!.CreateDelegate<Func<Opportunity, T>>();
}
