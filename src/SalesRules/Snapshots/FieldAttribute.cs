namespace SalesRules.Snapshots;

/// <summary>Salesforce's field types, as far as the catalogue uses them.</summary>
public enum SalesforceFieldType
{
    Id,
    Text,
    LongText,
    Url,
    Picklist,
    MultiPicklist,
    Lookup,
    Number,
    Currency,
    Percent,
    Checkbox,
    Date,
    DateTime,
}

/// <summary>What the service does with a field.</summary>
public enum FieldAccess
{
    /// <summary>People fill it in; the service only reads it.</summary>
    Read,

    /// <summary>People own it; a rule may correct it.</summary>
    Corrected,

    /// <summary>The service writes it; nobody else should.</summary>
    Owned,
}

/// <summary>Binds a property of <see cref="Opportunity"/> to the Salesforce field that it is read from.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldAttribute(string apiName, SalesforceFieldType type) : Attribute
{
    /// <summary>The API name in the catalogue; the policy's field map may give an organisation's own.</summary>
    public string ApiName => apiName;

    public SalesforceFieldType Type => type;

    public FieldAccess Access { get; init; } = FieldAccess.Read;

    /// <summary>The field's label in reports, by which a report export names its column.</summary>
    public string? Label { get; init; }

    /// <summary>Whether there is no such field in Salesforce: it is absent until the policy maps one of the organisation's to it.</summary>
    public bool IsMapped { get; init; }

    /// <summary>The least number that means something in the field.</summary>
    public int Least { get; init; } = int.MinValue;

    /// <summary>The greatest one.</summary>
    public int Most { get; init; } = int.MaxValue;

    /// <summary>False for fields that some orgs lack: selected only where describe shows them, never missed.</summary>
    public bool Always { get; init; } = true;
}
