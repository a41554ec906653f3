namespace SalesRules.Sandbox.Schema;

/// <summary>An object on its way into the schema: traits and fields, before ordinals are given out.</summary>
internal sealed record SObjectDefinition(SObjectTraits Traits, IReadOnlyList<SObjectField> Fields)
{
    public SObjectType Build() => new(Traits, Fields);
}
