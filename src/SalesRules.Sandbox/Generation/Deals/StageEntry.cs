namespace SalesRules.Sandbox.Generation.Deals;

/// <summary>The day on which a deal entered a stage.</summary>
internal sealed record StageEntry(string Stage, DateOnly On);
