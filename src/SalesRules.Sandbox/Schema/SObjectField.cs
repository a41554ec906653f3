using SalesRules.Sandbox.Schema.Formulas;

namespace SalesRules.Sandbox.Schema;

/// <summary>A field as describe shows it, and what saving a record needs to know about it.</summary>
public sealed record SObjectField
{
    public required string Name { get; init; }
    public required string Label { get; init; }
    public required FieldType Type { get; init; }

    /// <summary>Characters a text may have; 18 for ids, 0 for the rest.</summary>
    public int Length { get; init; }

    /// <summary>Digits in all of a fractional number.</summary>
    public int Precision { get; init; }

    /// <summary>Digits after the point of a fractional number.</summary>
    public int Scale { get; init; }

    public bool Nillable { get; init; } = true;
    public bool Createable { get; init; } = true;
    public bool Updateable { get; init; } = true;

    /// <summary>Leaving the field out on insert is fine although it is never null: Salesforce fills it in.</summary>
    public bool DefaultedOnCreate { get; init; }

    /// <summary>The default as describe shows it: a bool for checkboxes, otherwise null.</summary>
    public object? DefaultValue { get; init; }

    public bool Custom { get; init; }

    /// <summary>The formula of a calculated field, parsed; null for stored fields.</summary>
    public Formula? Formula { get; init; }

    /// <summary>The pattern of an auto number such as <c>MS-{000000}</c>; null for other fields.</summary>
    public string? AutoNumberFormat { get; init; }

    public bool Unique { get; init; }
    public bool ExternalId { get; init; }
    public bool CaseSensitive { get; init; }
    public bool IdLookup { get; init; }
    public bool NameField { get; init; }
    public bool Filterable { get; init; } = true;
    public bool Sortable { get; init; } = true;
    public bool Groupable { get; init; } = true;
    public bool Aggregatable { get; init; } = true;

    /// <summary>Field-level security can hide the field. False for what every user must see, such as Id.</summary>
    public bool Permissionable { get; init; }

    public bool RestrictedPicklist { get; init; }
    public IReadOnlyList<PicklistValue> PicklistValues { get; init; } = [];

    /// <summary>The objects a lookup may point at; several for <c>WhatId</c> and the like.</summary>
    public IReadOnlyList<string> ReferenceTo { get; init; } = [];

    /// <summary>How SOQL walks from this record to the parent: <c>Account</c> for AccountId, <c>Champion__r</c> for Champion__c.</summary>
    public string? RelationshipName { get; init; }

    /// <summary>How SOQL walks from the parent to these records: <c>Tasks</c>; null when it cannot.</summary>
    public string? ChildRelationshipName { get; init; }

    /// <summary>0 for a master-detail relationship, null otherwise.</summary>
    public int? RelationshipOrder { get; init; }

    /// <summary>Deleting the parent deletes this record too.</summary>
    public bool CascadeDelete { get; init; }

    /// <summary>The parent cannot be deleted while this record points at it.</summary>
    public bool RestrictedDelete { get; init; }

    public bool WriteRequiresMasterRead { get; init; }
    public bool HtmlFormatted { get; init; }
    public bool SearchPrefilterable { get; init; }
    public string? InlineHelpText { get; init; }
    public string? CompoundFieldName { get; init; }
    public string? ExtraTypeInfo { get; init; }

    /// <summary>A lookup to several kinds of object (Who, What, a queue or user as Owner).</summary>
    public bool NamePointing { get; init; }

    /// <summary>True for formulas: computed when read, never stored.</summary>
    public bool Calculated => Formula is not null;

    public bool AutoNumber => AutoNumberFormat is not null;

    /// <summary>A value must be sent on insert.</summary>
    public bool Required => !Nillable && Createable && !DefaultedOnCreate;

    /// <summary>Place of the value in a record; set once by the object the field belongs to.</summary>
    internal int Ordinal { get; init; } = -1;

    public override string ToString() => Name;
}
