namespace SalesRules.Sandbox.Soql.Entities;

/// <summary>What field names are looked up on: an object, or the common face of all the objects a lookup may point to.</summary>
internal abstract class Entity
{
    public abstract string Name { get; }

    /// <summary>The field of this name in any case; null when there is none or it is hidden.</summary>
    public abstract EntityField? FindField(string name);

    /// <summary>The way to the parent of this relationship name in any case; null when there is none.</summary>
    public abstract ParentLookup? FindParent(string relationship);
}
