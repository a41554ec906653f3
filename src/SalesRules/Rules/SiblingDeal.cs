using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules;

/// <summary>Another open deal of the same account.</summary>
public sealed record SiblingDeal(SalesforceId Id, string? Name, decimal? Amount, Motion Motion);

/// <summary>The sale that a renewal renews.</summary>
/// <param name="Quantify">Its Quantify at close; null: it was not scored.</param>
/// <param name="ClosedOn">Null: unknown.</param>
public sealed record OriginalSale(SalesforceId Id, int? Quantify, DateOnly? ClosedOn);
