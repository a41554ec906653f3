using SalesRules.Snapshots;

namespace SalesRules.Schemas;

/// <summary>A value of a picklist that the service may write and that the org no longer offers.</summary>
public readonly record struct RetiredValue(OpportunityField Field, string Value);
