using System.Xml.Linq;
using SalesRules.Sandbox.Schema.Formulas;

namespace SalesRules.Sandbox.Schema.Package;

/// <summary>Turns a <c>.field-meta.xml</c> into the field that describe would show after its deployment.</summary>
internal sealed class PackageFieldReader(IReadOnlyDictionary<string, IReadOnlyList<PicklistValue>> globalValues)
{
    public SObjectField Read(string file, XElement xml)
    {
        var name = xml.RequiredText("fullName", file);
        var field = OfType(file, name, xml.RequiredText("label", file), xml) with
        {
            Custom = true,
            InlineHelpText = xml.Text("inlineHelpText"),
            ExternalId = xml.Flag("externalId"),
            Unique = xml.Flag("unique"),
            CaseSensitive = xml.Flag("caseSensitive"),
            IdLookup = xml.Flag("externalId"),
        };
        if (xml.Flag("required"))
            field = field.Required();
        return xml.Text("formula") is { } formula ? Calculated(field, formula, xml) : field;
    }

    private static SObjectField Calculated(SObjectField field, string formula, XElement xml) => field.ReadOnly() with
    {
        Formula = Formula.Parse(formula, xml.Text("formulaTreatBlanksAs") == "BlankAsZero"),
        Groupable = false,
    };

    private SObjectField OfType(string file, string name, string label, XElement xml) => xml.RequiredText("type", file) switch
    {
        "Text" => Field.Text(name, label, xml.Number("length", missing: 1300)),
        "TextArea" => Field.TextArea(name, label),
        "LongTextArea" => Field.LongText(name, label, xml.Number("length")),
        "Html" => Field.LongText(name, label, xml.Number("length")) with { HtmlFormatted = true, ExtraTypeInfo = "richtextarea" },
        "Number" => Field.Number(name, label, FieldType.Double, xml.Number("precision"), xml.Number("scale")),
        "Currency" => Field.Number(name, label, FieldType.Currency, xml.Number("precision"), xml.Number("scale")),
        "Percent" => Field.Number(name, label, FieldType.Percent, xml.Number("precision"), xml.Number("scale")),
        "Checkbox" => Field.Checkbox(name, label, xml.Flag("defaultValue")),
        "Date" => Field.Date(name, label),
        "DateTime" => Field.DateTime(name, label),
        "Url" => Field.Text(name, label, FieldType.Url, 255),
        "Email" => Field.Text(name, label, FieldType.Email, 80),
        "Phone" => Field.Text(name, label, FieldType.Phone, 40),
        "Picklist" => Field.Picklist(name, label, 255) with
        {
            PicklistValues = Values(file, xml),
            RestrictedPicklist = Restricted(xml),
        },
        "MultiselectPicklist" => Field.Text(name, label, FieldType.MultiPicklist, 4099) with
        {
            PicklistValues = Values(file, xml),
            RestrictedPicklist = Restricted(xml),
            Sortable = false,
            Groupable = false,
            Aggregatable = false,
        },
        "Lookup" => Field.Lookup(name, label, xml.RequiredText("referenceTo", file), RelationshipOf(name), ChildrenOf(xml)) with
        {
            RestrictedDelete = xml.Text("deleteConstraint") == "Restrict",
            CascadeDelete = xml.Text("deleteConstraint") == "Cascade",
        },
        "MasterDetail" => Field.Lookup(name, label, xml.RequiredText("referenceTo", file), RelationshipOf(name), ChildrenOf(xml)).Required() with
        {
            CascadeDelete = true,
            RelationshipOrder = xml.Number("relationshipOrder"),
            Updateable = xml.Flag("reparentableMasterDetail"),
            WriteRequiresMasterRead = xml.Flag("writeRequiresMasterRead"),
        },
        var other => throw new InvalidDataException($"{file}: the sandbox org does not know the field type {other}."),
    };

    private IReadOnlyList<PicklistValue> Values(string file, XElement xml)
    {
        var set = xml.Child("valueSet") ?? throw new InvalidDataException($"{file}: a picklist needs <valueSet>.");
        if (set.Text("valueSetName") is not { } global)
            return set.Child("valueSetDefinition") is { } own ? PackagePicklist.Read(own) : [];
        return globalValues.GetValueOrDefault(global)
            ?? throw new InvalidDataException($"{file}: the package has no global value set {global}.");
    }

    private static bool Restricted(XElement xml) => xml.Child("valueSet")?.Flag("restricted") ?? false;

    private static string RelationshipOf(string name) => name.EndsWith("__c", StringComparison.Ordinal) ? name[..^1] + "r" : name;

    private static string? ChildrenOf(XElement xml) => xml.Text("relationshipName") is { } name ? name + "__r" : null;
}
