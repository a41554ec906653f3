namespace SalesRules.Policies;

/// <summary>The motions' names in policies and expressions.</summary>
public static class Motions
{
    private static readonly string[] Names = ["new-business", "expansion", "renewal"];

    public static IReadOnlyList<Motion> All { get; } = Enum.GetValues<Motion>();

    /// <summary>new-business.</summary>
    public static string Name(this Motion motion) => Names[(int)motion];
}
