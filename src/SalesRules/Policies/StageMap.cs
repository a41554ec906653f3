using System.Collections.Frozen;

namespace SalesRules.Policies;

/// <summary>The org's stages by name, and what "by X" and "past X" mean for them (catalogue section 1).</summary>
public sealed class StageMap
{
    private readonly FrozenDictionary<string, Stage> byName;
    private readonly int?[] firstOrderBy = new int?[Enum.GetValues<StageType>().Length];
    private readonly int?[] lastOrderOf = new int?[Enum.GetValues<StageType>().Length];

    public StageMap(IReadOnlyList<Stage> stages)
    {
        All = [.. stages.Select((stage, place) => stage with { Place = place })];
        byName = All.ToFrozenDictionary(stage => stage.Name, StringComparer.OrdinalIgnoreCase);
        for (var type = StageType.Qualification; type <= StageType.ClosedLost; type++)
        {
            firstOrderBy[(int)type] = FirstOrderBy(type);
            lastOrderOf[(int)type] = stages.Where(stage => stage.Type == type).Max(stage => (int?)stage.Order);
        }
    }

    /// <summary>The stages in the policy's order.</summary>
    public IReadOnlyList<Stage> All { get; }

    /// <summary>The same stages, of which these are no longer active.</summary>
    public StageMap Without(IReadOnlyList<string> retired) => retired.Count == 0
        ? this
        : new StageMap([.. All.Select(stage => retired.Contains(stage.Name, StringComparer.OrdinalIgnoreCase) ? stage with { Active = false } : stage)]);

    /// <summary>The stage of that name, or null for one that the policy does not map.</summary>
    public Stage? Find(string? name) => name is null ? null : byName.GetValueOrDefault(name);

    /// <summary>"By X": at least the lowest order mapped to X; when no stage has type X, to the next type present.</summary>
    public bool IsBy(Stage stage, StageType type) => firstOrderBy[(int)type] is { } order && stage.Order >= order;

    /// <summary>"Past X": beyond the highest order mapped to X; when no stage has type X, by the next type present.</summary>
    public bool IsPast(Stage stage, StageType type) =>
        lastOrderOf[(int)type] is { } last ? stage.Order > last : IsBy(stage, type);

    /// <summary>Whether any stage has that type.</summary>
    public bool Has(StageType type) => lastOrderOf[(int)type] is not null;

    private int? FirstOrderBy(StageType type)
    {
        for (var candidate = type; candidate <= StageType.ClosedLost; candidate++)
        {
            var orders = All.Where(stage => stage.Type == candidate).Select(stage => stage.Order).ToList();
            if (orders.Count > 0)
                return orders.Min();
        }

        return null;
    }
}
