using System.Diagnostics.CodeAnalysis;

namespace SalesRules.Sandbox.Schema;

/// <summary>The field types of describe; <see cref="FieldTypeNames.WireName"/> gives the spelling on the wire.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "The field types are Salesforce's words.")]
public enum FieldType
{
    Id, String, TextArea, Picklist, MultiPicklist, Combobox, Reference, Boolean, Currency, Double, Percent, Int,
    Date, DateTime, Time, Email, Phone, Url, Address, AnyType, Base64,
}

/// <summary>How the field types are spelt in describe, and what they have in common.</summary>
public static class FieldTypeNames
{
    /// <summary><c>multipicklist</c>, <c>datetime</c>, ...: describe's spelling.</summary>
    public static string WireName(this FieldType type) => type switch
    {
        FieldType.AnyType => "anyType",
        _ => type.ToString().ToLowerInvariant(),
    };

    /// <summary>The SOAP type that describe shows beside the type.</summary>
    public static string SoapType(this FieldType type) => type switch
    {
        FieldType.Id or FieldType.Reference => "tns:ID",
        FieldType.Boolean => "xsd:boolean",
        FieldType.Currency or FieldType.Double or FieldType.Percent => "xsd:double",
        FieldType.Int => "xsd:int",
        FieldType.Date => "xsd:date",
        FieldType.DateTime => "xsd:dateTime",
        FieldType.Time => "xsd:time",
        FieldType.Address => "urn:address",
        FieldType.AnyType => "xsd:anyType",
        FieldType.Base64 => "xsd:base64Binary",
        _ => "xsd:string",
    };

    /// <summary>Currency, double and percent: numbers that always show a fraction in JSON.</summary>
    public static bool IsFractional(this FieldType type) => type is FieldType.Currency or FieldType.Double or FieldType.Percent;

    /// <summary>Any number, whole or not; stored as <see cref="decimal"/>.</summary>
    public static bool IsNumber(this FieldType type) => type.IsFractional() || type == FieldType.Int;

    /// <summary>Types whose values are stored as <see cref="string"/>.</summary>
    public static bool IsText(this FieldType type) => type is FieldType.String or FieldType.TextArea or FieldType.Picklist
        or FieldType.MultiPicklist or FieldType.Combobox or FieldType.Email or FieldType.Phone or FieldType.Url or FieldType.Base64;

    /// <summary>An id of a record: the record's own or a reference.</summary>
    public static bool IsId(this FieldType type) => type is FieldType.Id or FieldType.Reference;
}
