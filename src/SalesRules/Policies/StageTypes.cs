namespace SalesRules.Policies;

/// <summary>The stage types' names in policies and expressions.</summary>
public static class StageTypes
{
    private static readonly string[] Names =
        ["qualification", "discovery", "technical-validation", "solution", "pov", "commercial", "commitment", "closed-won", "closed-lost"];

    /// <summary>In the order of a sale.</summary>
    public static IReadOnlyList<StageType> All { get; } = Enum.GetValues<StageType>();

    /// <summary>technical-validation.</summary>
    public static string Name(this StageType type) => Names[(int)type];

    /// <summary>The type of a name that is known to be one, in any case.</summary>
    internal static StageType Parse(string name) => All.First(type => type.Name().Equals(name, StringComparison.OrdinalIgnoreCase));
}
