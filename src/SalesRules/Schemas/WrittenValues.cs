using SalesRules.Decisions;
using SalesRules.Rules.PovGate;
using SalesRules.Snapshots;

namespace SalesRules.Schemas;

/// <summary>The values that SalesRules writes to one picklist. Stages are the policy's and not among them.</summary>
/// <param name="Field">The field's name in the catalogue.</param>
public sealed record WrittenValues(string Field, IReadOnlyList<string> Values)
{
    /// <summary>"Most Likely" is missing where the org has not switched it on, and is then never written.</summary>
    private static readonly IReadOnlyList<string> Categories = [.. ForecastCategories.AllNames.Where(name => name != ForecastCategory.MostLikely.Name())];

    public static IReadOnlyList<WrittenValues> All { get; } =
    [
        new("ForecastCategoryName", Categories),
        new("SalesRules_Ceiling__c", Categories),
        new("SalesRules_POV_Gate__c", [.. Enum.GetValues<GateState>().Select(state => state.Name())]),
        new("SalesRules_POV_Gate_Path__c", ["Standard", "Executive-Led"]),
        new("SalesRules_Risk__c", [.. Enum.GetNames<RiskLevel>()]),
    ];
}
