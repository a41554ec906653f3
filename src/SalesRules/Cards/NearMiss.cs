namespace SalesRules.Cards;

/// <summary>A rule that is one step away from saying otherwise.</summary>
/// <param name="WouldFire">It is clear and would fire; false: it fired and would cease.</param>
/// <param name="Steps">Each by itself is enough; the first few.</param>
public sealed record NearMiss(string Rule, bool WouldFire, IReadOnlyList<Probe> Steps);
