namespace SalesRules.Sandbox.Generation.Deals;

/// <summary>The five pillars: 2, 1, 0, or null for unscored. Recipes may put in what no pillar may be.</summary>
internal sealed record Scores(int? Outcome, int? Maps, int? Insight, int? Quantify, int? Leadership)
{
    /// <summary>Names of the pillars as the fields carry them, in the order in which they are always given.</summary>
    public static readonly string[] Pillars = ["Outcome", "Maps", "Insight", "Quantify", "Leadership"];

    public static readonly Scores None = new(null, null, null, null, null);

    /// <summary>The pillars in the order of <see cref="Pillars"/>.</summary>
    public int?[] InOrder => [Outcome, Maps, Insight, Quantify, Leadership];

    /// <summary>The sum; null when a pillar is unscored.</summary>
    public int? Total => Outcome + Maps + Insight + Quantify + Leadership;

    /// <summary>Scores from values in the order of <see cref="Pillars"/>.</summary>
    public static Scores From(int?[] values) => new(values[0], values[1], values[2], values[3], values[4]);
}
