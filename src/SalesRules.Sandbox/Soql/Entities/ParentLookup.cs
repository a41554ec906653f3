using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Soql.Entities;

/// <summary>The way from a record to the parent that one of its lookups names.</summary>
internal sealed class ParentLookup
{
    private readonly SObjectField lookup;
    private readonly OrgStore store;

    private ParentLookup(SObjectField lookup, OrgStore store, Entity target)
    {
        this.lookup = lookup;
        this.store = store;
        Target = target;
    }

    /// <summary>The relationship's name: <c>Account</c>, <c>Champion__r</c>.</summary>
    public string Name => lookup.RelationshipName!;

    public Entity Target { get; }

    /// <summary>The objects the lookup may point to.</summary>
    public IReadOnlyList<string> TargetNames => lookup.ReferenceTo;

    /// <summary>Null when the org has none of the objects that the lookup may point to.</summary>
    public static ParentLookup? Through(SObjectField lookup, OrgStore store)
    {
        var targets = lookup.ReferenceTo.Select(store.Schema.Find).OfType<SObjectType>().ToArray();
        if (targets.Length == 0)
            return null;
        Entity target = lookup.ReferenceTo.Count > 1 ? new NameEntity(targets) : new ObjectEntity(targets[0], store);
        return new ParentLookup(lookup, store, target);
    }

    public Record? Follow(Record child)
    {
        if (child[lookup] is not string id)
            return null;
        var type = Target is ObjectEntity single ? single.Type : store.Schema.FindByKeyPrefix(id[..3]);
        return type is null ? null : store[type].Late.AsSeen(store[type].Find(id), byId: false);
    }
}
