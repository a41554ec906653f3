using SalesRules.Snapshots;

namespace SalesRules.Decisions;

/// <summary>The forecast's part of a decision.</summary>
/// <param name="Current">The category as it stands on the record; null when empty.</param>
/// <param name="Ceiling">The highest that the evidence allows.</param>
/// <param name="Proposed">The current one unless a change is proposed; where there is none, what the ceiling leaves of Pipeline.</param>
public sealed record ForecastDecision(string? Current, ForecastCategory Ceiling, ForecastCategory Proposed);
