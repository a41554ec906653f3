using System.Xml.Linq;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Conventions;

/// <summary>deploy/salesforce: the fields of Opportunity that the package makes, and what its permission set allows on them.</summary>
internal static class SalesforcePackage
{
    private static readonly XNamespace Metadata = "http://soap.sforce.com/2006/04/metadata";
    private static readonly string Folder = Repository.PathOf("deploy", "salesforce", "force-app", "main", "default");

    /// <summary>Name and type of each field; a formula has its result's type.</summary>
    public static IReadOnlyDictionary<string, SalesforceFieldType> Fields { get; } =
        Directory.GetFiles(Path.Combine(Folder, "objects", "Opportunity", "fields"), "*.field-meta.xml")
            .Select(file => XDocument.Load(file).Root!)
            .ToDictionary(field => Value(field, "fullName"), field => TypeOf(Value(field, "type")));

    /// <summary>The label of each field, by its name.</summary>
    public static IReadOnlyDictionary<string, string> Labels { get; } =
        Directory.GetFiles(Path.Combine(Folder, "objects", "Opportunity", "fields"), "*.field-meta.xml")
            .Select(file => XDocument.Load(file).Root!)
            .ToDictionary(field => Value(field, "fullName"), field => Value(field, "label"));

    /// <summary>Whether the integration user may write the field; fields that the permission set does not name are not here.</summary>
    public static IReadOnlyDictionary<string, bool> Editable { get; } =
        XDocument.Load(Path.Combine(Folder, "permissionsets", "SalesRules_Integration.permissionset-meta.xml")).Root!
            .Elements(Metadata + "fieldPermissions")
            .Where(permission => Value(permission, "field").StartsWith("Opportunity.", StringComparison.Ordinal))
            .ToDictionary(permission => Value(permission, "field")["Opportunity.".Length..], permission => Value(permission, "editable") == "true");

    private static string Value(XElement element, string name) => element.Element(Metadata + name)!.Value;

    private static SalesforceFieldType TypeOf(string type) => type switch
    {
        "LongTextArea" => SalesforceFieldType.LongText,
        "MultiselectPicklist" => SalesforceFieldType.MultiPicklist,
        _ => Enum.Parse<SalesforceFieldType>(type),
    };
}
