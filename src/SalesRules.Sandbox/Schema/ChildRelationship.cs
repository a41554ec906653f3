namespace SalesRules.Sandbox.Schema;

/// <summary>Seen from the parent: the objects that point at it through <paramref name="Field"/>.</summary>
/// <param name="Child">The object that holds the lookup.</param>
/// <param name="Field">The lookup on the child.</param>
/// <param name="Name">The name that a subquery uses; null when the relationship cannot be queried from the parent.</param>
public sealed record ChildRelationship(SObjectType Child, SObjectField Field, string? Name);
