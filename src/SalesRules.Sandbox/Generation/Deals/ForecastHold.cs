using SalesRules.Sandbox.Generation.People;

namespace SalesRules.Sandbox.Generation.Deals;

/// <summary>A category held against the ceiling.</summary>
internal sealed record ForecastHold(string Category, DateOnly SetOn, DateOnly? Until, string? Reason, Employee By);
