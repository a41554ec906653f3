using System.Xml.Linq;

namespace SalesRules.Sandbox.Schema.Package;

/// <summary>A custom object: the deployed definition plus the fields that Salesforce adds to every custom object.</summary>
internal static class PackageObject
{
    /// <summary>The object of this metadata; its number among the package's objects becomes the key prefix a00, a01, ...</summary>
    public static SObjectDefinition Define(string name, int number, XElement xml, IReadOnlyList<SObjectField> fields)
    {
        var label = xml.Text("label") ?? name;
        var detail = fields.Any(field => field.RelationshipOrder is not null);
        var traits = new SObjectTraits(name, FormattableString.Invariant($"a{number:00}"), label, xml.Text("pluralLabel") ?? label)
        {
            Custom = true,
            Detail = detail,
            FeedEnabled = false,
            SupportedScopes = [("everything", $"All {label.ToLowerInvariant()}"), ("mine", $"My {label.ToLowerInvariant()}")],
        };
        SObjectField[] owner = detail ? [] : [Field.Owner()];
        return new SObjectDefinition(traits,
            [Field.Id("Record ID"), .. owner, Field.IsDeleted(), NameOf(xml), .. Field.Audit(), .. Field.Viewed(), .. fields]);
    }

    private static SObjectField NameOf(XElement xml)
    {
        var name = xml.Child("nameField");
        var label = name?.Text("label") ?? "Name";
        return name?.Text("type") == "AutoNumber"
            ? Field.Name(label, 80).ReadOnly() with { AutoNumberFormat = name.Text("displayFormat") ?? "{0}", DefaultedOnCreate = true }
            : Field.Name(label, 80);
    }
}
