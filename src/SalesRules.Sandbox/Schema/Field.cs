namespace SalesRules.Sandbox.Schema;

/// <summary>One factory for each kind of field, with describe's flags for that kind; <c>with</c> states what differs.</summary>
internal static class Field
{
    public static SObjectField Id(string label) => new()
    {
        Name = "Id",
        Label = label,
        Type = FieldType.Id,
        Length = 18,
        Nillable = false,
        Createable = false,
        Updateable = false,
        DefaultedOnCreate = true,
        IdLookup = true,
    };

    public static SObjectField Text(string name, string label, int length) =>
        new() { Name = name, Label = label, Type = FieldType.String, Length = length, Permissionable = true };

    /// <summary>Text that other types share the rules of: url, email, phone, combobox.</summary>
    public static SObjectField Text(string name, string label, FieldType type, int length) => Text(name, label, length) with { Type = type };

    /// <summary>The text that names a record; required.</summary>
    public static SObjectField Name(string label, int length) => Text("Name", label, length) with
    {
        NameField = true,
        IdLookup = true,
        Nillable = false,
        Permissionable = false,
    };

    /// <summary>Long text: it can be read, not filtered, sorted or grouped.</summary>
    public static SObjectField LongText(string name, string label, int length) => Text(name, label, length) with
    {
        Type = FieldType.TextArea,
        Filterable = false,
        Sortable = false,
        Groupable = false,
        Aggregatable = false,
        ExtraTypeInfo = "plaintextarea",
    };

    /// <summary>Text of up to 255 characters over several lines; filterable, unlike <see cref="LongText"/>.</summary>
    public static SObjectField TextArea(string name, string label) =>
        Text(name, label, 255) with { Type = FieldType.TextArea, ExtraTypeInfo = "plaintextarea" };

    public static SObjectField Checkbox(string name, string label, bool defaultValue = false) => new()
    {
        Name = name,
        Label = label,
        Type = FieldType.Boolean,
        Nillable = false,
        DefaultedOnCreate = true,
        DefaultValue = defaultValue,
        Aggregatable = false,
        Permissionable = true,
    };

    public static SObjectField Number(string name, string label, FieldType type, int precision, int scale) => new()
    {
        Name = name,
        Label = label,
        Type = type,
        Precision = precision,
        Scale = scale,
        Groupable = false,
        Permissionable = true,
    };

    public static SObjectField Int(string name, string label) =>
        new() { Name = name, Label = label, Type = FieldType.Int, Permissionable = true };

    public static SObjectField Currency(string name, string label) => Number(name, label, FieldType.Currency, 18, 2);

    public static SObjectField Date(string name, string label) =>
        new() { Name = name, Label = label, Type = FieldType.Date, Permissionable = true };

    public static SObjectField DateTime(string name, string label) =>
        new() { Name = name, Label = label, Type = FieldType.DateTime, Groupable = false, Permissionable = true };

    public static SObjectField Picklist(string name, string label, int length, params IEnumerable<string> values) =>
        Text(name, label, length) with { Type = FieldType.Picklist, PicklistValues = [.. values.Select(value => new PicklistValue(value, value))] };

    public static SObjectField Lookup(string name, string label, string target, string? relationship, string? children) => new()
    {
        Name = name,
        Label = label,
        Type = FieldType.Reference,
        Length = 18,
        ReferenceTo = [target],
        RelationshipName = relationship,
        ChildRelationshipName = children,
        Permissionable = true,
    };

    /// <summary>A lookup to one of several objects; the nested record's attributes tell which.</summary>
    public static SObjectField Polymorphic(string name, string label, string relationship, string? children, params IEnumerable<string> targets) =>
        Lookup(name, label, "", relationship, children) with { ReferenceTo = [.. targets], NamePointing = true };

    /// <summary>Who owns the record: required, the caller by default.</summary>
    public static SObjectField Owner() => Lookup("OwnerId", "Owner ID", "User", "Owner", null) with
    {
        Nillable = false,
        DefaultedOnCreate = true,
        Permissionable = false,
    };

    /// <summary>Set by the system; refused in a write.</summary>
    public static SObjectField ReadOnly(this SObjectField field) => field with { Createable = false, Updateable = false };

    /// <summary>A read-only value that is always there.</summary>
    public static SObjectField System(this SObjectField field) =>
        field.ReadOnly() with { Nillable = false, DefaultedOnCreate = true, Permissionable = false };

    /// <summary>Never null; must be sent unless a default stands.</summary>
    public static SObjectField Required(this SObjectField field) => field with { Nillable = false, Permissionable = false };

    public static SObjectField IsDeleted() => Checkbox("IsDeleted", "Deleted").System();

    /// <summary>Created and last modified, by whom and when, and the stamp that also moves for automated changes.</summary>
    public static IReadOnlyList<SObjectField> Audit() =>
    [
        DateTime("CreatedDate", "Created Date").System(),
        Lookup("CreatedById", "Created By ID", "User", "CreatedBy", null).System(),
        DateTime("LastModifiedDate", "Last Modified Date").System(),
        Lookup("LastModifiedById", "Last Modified By ID", "User", "LastModifiedBy", null).System(),
        DateTime("SystemModstamp", "System Modstamp").System(),
    ];

    /// <summary>What an object that people open in the browser also has; the sandbox org has no browser, so they stay null.</summary>
    public static IReadOnlyList<SObjectField> Viewed() =>
    [
        DateTime("LastViewedDate", "Last Viewed Date").ReadOnly() with { Permissionable = false },
        DateTime("LastReferencedDate", "Last Referenced Date").ReadOnly() with { Permissionable = false },
    ];
}
