namespace SalesRules.Sandbox.Loading;

/// <summary>What a load has brought in: records by the name of their set in the map, and the broken rows that the map allowed to skip.</summary>
public sealed record LoadReport(IReadOnlyDictionary<string, int> Records, IReadOnlyList<LoadProblem> Skipped);
