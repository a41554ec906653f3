using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules;

/// <summary>Another open deal of the same account.</summary>
public sealed record SiblingDeal(SalesforceId Id, string? Name, decimal? Amount, Motion Motion);
