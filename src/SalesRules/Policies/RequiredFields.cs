using SalesRules.Snapshots;

namespace SalesRules.Policies;

/// <summary>The fields that a deal has filled by a stage of the type.</summary>
public sealed record RequiredFields(StageType By, IReadOnlyList<OpportunityField> Fields);
