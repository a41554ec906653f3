using System.Collections.Frozen;

namespace SalesRules.Salesforce.Reading.Describe;

/// <summary>An object as our user sees it.</summary>
public sealed class ObjectDescription
{
    private readonly FrozenDictionary<string, FieldDescription> byName;

    internal ObjectDescription(string name, bool createable, bool updateable, bool queryable, IEnumerable<FieldDescription> fields)
    {
        Name = name;
        Createable = createable;
        Updateable = updateable;
        Queryable = queryable;
        Fields = [.. fields];
        byName = Fields.ToFrozenDictionary(field => field.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The API name.</summary>
    public string Name { get; }

    /// <summary>Whether our user may create records.</summary>
    public bool Createable { get; }

    /// <summary>Whether our user may change records.</summary>
    public bool Updateable { get; }

    /// <summary>Whether our user may read records.</summary>
    public bool Queryable { get; }

    /// <summary>The fields that our user may read.</summary>
    public IReadOnlyList<FieldDescription> Fields { get; }

    /// <summary>The field of that API name, whatever its case; null when it does not exist or is hidden from our user.</summary>
    public FieldDescription? Find(string name) => byName.GetValueOrDefault(name);
}
