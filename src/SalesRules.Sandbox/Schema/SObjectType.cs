using System.Collections.Frozen;

namespace SalesRules.Sandbox.Schema;

/// <summary>
/// An object of the org. <see cref="Fields"/> and <see cref="FindField"/> show what the API user may see: a field hidden
/// by field-level security looks exactly like one that does not exist.
/// </summary>
public sealed class SObjectType
{
    private readonly SObjectField[] allFields;
    private readonly FrozenDictionary<string, int> ordinals;
    private volatile VisibleFields visible;

    internal SObjectType(SObjectTraits traits, IEnumerable<SObjectField> fields)
    {
        Traits = traits;
        allFields = fields.Select((field, ordinal) => field with { Ordinal = ordinal }).ToArray();
        ordinals = allFields.ToFrozenDictionary(field => field.Name, field => field.Ordinal, StringComparer.OrdinalIgnoreCase);
        visible = new VisibleFields(allFields);
        Id = allFields.Single(field => field.Type == FieldType.Id);
        NameField = allFields.FirstOrDefault(field => field.NameField);
    }

    public SObjectTraits Traits { get; }
    public string Name => Traits.Name;
    public string KeyPrefix => Traits.KeyPrefix;

    /// <summary>The fields the API user can see, in describe's order.</summary>
    public IReadOnlyList<SObjectField> Fields => visible.InOrder;

    public SObjectField Id { get; }

    /// <summary>The field that names a record to people; null for objects without one (history rows).</summary>
    public SObjectField? NameField { get; }

    /// <summary>Who points here, seen from this object; filled in when the org's schema is complete.</summary>
    public IReadOnlyList<ChildRelationship> ChildRelationships { get; internal set; } = [];

    /// <summary>How many values a record of this object holds.</summary>
    internal int Width => allFields.Length;

    /// <summary>Every field, hidden ones too: the org itself goes on keeping them.</summary>
    internal IReadOnlyList<SObjectField> AllFields => allFields;

    /// <summary>The field of this name in any case, or null when it does not exist or is hidden.</summary>
    public SObjectField? FindField(string name) => visible.ByName.GetValueOrDefault(name);

    /// <summary>The field whose <see cref="SObjectField.RelationshipName"/> this is, in any case; null when there is none.</summary>
    public SObjectField? FindRelationship(string name) => visible.ByRelationship.GetValueOrDefault(name);

    /// <summary>The child relationship of this name, in any case; null when there is none.</summary>
    public ChildRelationship? FindChildRelationship(string name) => ChildRelationships.FirstOrDefault(child =>
        string.Equals(child.Name, name, StringComparison.OrdinalIgnoreCase) && child.Child.FindField(child.Field.Name) is not null);

    /// <summary>The field for the org's own use, hidden or not.</summary>
    internal SObjectField? FindStored(string name) =>
        ordinals.TryGetValue(name, out var ordinal) ? allFields[ordinal] : null;

    /// <summary>Replaces the access of one field: hidden from the API user, or visible but not writable, or as deployed.</summary>
    internal void SetAccess(string name, FieldAccess access)
    {
        var field = FindStored(name) ?? throw new ArgumentException($"{Name} has no field {name}.", nameof(name));
        if (access != FieldAccess.Full && !field.Permissionable)
            throw new ArgumentException($"Field-level security cannot restrict {Name}.{field.Name}: every user needs it.", nameof(name));
        visible = visible.With(field, access);
    }

    /// <summary>Replaces the values of a picklist, as an administrator does in Setup.</summary>
    internal void SetPicklist(string name, IReadOnlyList<PicklistValue> values)
    {
        var field = FindStored(name) ?? throw new ArgumentException($"{Name} has no field {name}.", nameof(name));
        allFields[field.Ordinal] = field with { PicklistValues = values };
        visible = visible.Rebuilt(allFields);
    }

    public override string ToString() => Name;

    /// <summary>An immutable view of the fields, swapped as a whole so that a reader never sees half a change.</summary>
    private sealed class VisibleFields
    {
        private readonly SObjectField[] all;
        private readonly FrozenDictionary<string, FieldAccess> access;

        public VisibleFields(SObjectField[] all) : this(all, FrozenDictionary<string, FieldAccess>.Empty)
        {
        }

        private VisibleFields(SObjectField[] all, FrozenDictionary<string, FieldAccess> access)
        {
            this.all = all;
            this.access = access;
            InOrder = all.Where(field => AccessTo(field) != FieldAccess.Hidden).Select(Restricted).ToArray();
            ByName = InOrder.ToFrozenDictionary(field => field.Name, StringComparer.OrdinalIgnoreCase);
            ByRelationship = InOrder.Where(field => field.RelationshipName is not null && field.ReferenceTo.Count > 0)
                .ToFrozenDictionary(field => field.RelationshipName!, StringComparer.OrdinalIgnoreCase);
        }

        public IReadOnlyList<SObjectField> InOrder { get; }
        public FrozenDictionary<string, SObjectField> ByName { get; }
        public FrozenDictionary<string, SObjectField> ByRelationship { get; }

        public VisibleFields With(SObjectField field, FieldAccess granted)
        {
            var changed = new Dictionary<string, FieldAccess>(access) { [field.Name] = granted };
            return new VisibleFields(all, changed.ToFrozenDictionary());
        }

        public VisibleFields Rebuilt(SObjectField[] fields) => new(fields, access);

        private FieldAccess AccessTo(SObjectField field) => access.GetValueOrDefault(field.Name, FieldAccess.Full);

        private SObjectField Restricted(SObjectField field) =>
            AccessTo(field) == FieldAccess.ReadOnly ? field with { Createable = false, Updateable = false } : field;
    }
}
