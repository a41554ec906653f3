using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Schema.Package;

namespace SalesRules.Sandbox.Tests.Schema;

/// <summary>The schema follows what is deployed.</summary>
public sealed class SfdxPackageTests
{
    private const string Root = "xmlns=\"http://soap.sforce.com/2006/04/metadata\"";

    [Test]
    public void The_embedded_package_adds_its_fields_to_the_standard_objects()
    {
        var schema = OrgSchema.Build(StageLists.Policy, SfdxPackage.Embedded());

        Assert.That(schema["Opportunity"].FindField("miql_outcome__c")?.Type, Is.EqualTo(FieldType.Double));
        Assert.That(schema["Opportunity"].FindField("MIQL_Total__c")?.Calculated, Is.True);
        Assert.That(schema["Task"].FindField("SalesRules_Key__c")?.Unique, Is.True);
        Assert.That(schema["MIQL_Score__c"].KeyPrefix, Is.EqualTo("a00"));
        Assert.That(schema.FindByKeyPrefix("a00"), Is.SameAs(schema["MIQL_Score__c"]));
    }

    [Test]
    public void A_global_value_set_gives_its_values_to_a_picklist()
    {
        var schema = Build(
            ("objects/Account/fields/Driver__c.field-meta.xml", $"<CustomField {Root}><fullName>Driver__c</fullName><label>Driver</label><type>Picklist</type><valueSet><restricted>true</restricted><valueSetName>Drivers</valueSetName></valueSet></CustomField>"),
            ("globalValueSets/Drivers.globalValueSet-meta.xml", $"<GlobalValueSet {Root}><masterLabel>Drivers</masterLabel><customValue><fullName>Price</fullName><default>true</default><label>The price</label></customValue></GlobalValueSet>"));

        Assert.That(schema["Account"].FindField("Driver__c")!.PicklistValues, Is.EqualTo(new[] { new PicklistValue("Price", "The price", true, true) }));
    }

    [Test]
    public void A_custom_object_of_its_own_has_an_owner_and_a_text_name()
    {
        var schema = Build(("objects/Note__c/Note__c.object-meta.xml",
            $"<CustomObject {Root}><label>Note</label><pluralLabel>Notes</pluralLabel><nameField><label>Title</label><type>Text</type></nameField></CustomObject>"));

        Assert.That(schema["Note__c"].FindField("OwnerId"), Is.Not.Null);
        Assert.That(schema["Note__c"].NameField!.Label, Is.EqualTo("Title"));
        Assert.That(schema["Note__c"].NameField!.Createable, Is.True);
    }

    [TestCase("<type>Hologram</type>", "does not know the field type Hologram")]
    [TestCase("", "<type> is missing")]
    [TestCase("<type>Picklist</type><valueSet><valueSetName>Nope</valueSetName></valueSet>", "no global value set Nope")]
    public void Metadata_the_org_cannot_read_is_named_with_its_file(string content, string message)
    {
        Assert.That(() => Build(("objects/Account/fields/X__c.field-meta.xml", $"<CustomField {Root}><fullName>X__c</fullName><label>X</label>{content}</CustomField>")),
            Throws.TypeOf<InvalidDataException>().With.Message.Contains(message).And.Message.Contains("X__c.field-meta.xml"));
    }

    private static OrgSchema Build(params (string Path, string Xml)[] files) =>
        OrgSchema.Build(StageLists.Policy, SfdxPackage.FromFiles(files.Select(file => KeyValuePair.Create(file.Path, file.Xml))));
}
