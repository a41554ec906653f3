using SalesRules.Snapshots;

namespace SalesRules.Tests.Conventions;

/// <summary>The document, the Salesforce package and the code name the same fields; a failure names the one that differs.</summary>
public class FieldCatalogueTests
{
    /// <summary>For people only: the service computes its own.</summary>
    private const string Formula = "MIQL_Total__c";

    private static IEnumerable<OpportunityField> CustomInCode => OpportunityFields.All.Where(it => it.IsCustom);

    [Test]
    public void Every_field_of_the_code_has_its_own_name_and_label()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(OpportunityFields.All.Select(field => field.ApiName.ToUpperInvariant()), Is.Unique);
            Assert.That(OpportunityFields.All.Select(field => field.Label.ToUpperInvariant()), Is.Unique);
        }
    }

    [Test]
    public void Every_pillar_has_its_score_and_its_evidence_in_the_catalogue() =>
        Assert.That(Pillars.All.SelectMany(pillar => new[] { pillar.ScoreField(), pillar.EvidenceField() }).Where(name => OpportunityFields.Find(name) is null), Is.Empty);

    [Test]
    public void Document_and_code_name_the_same_custom_fields_with_type_and_access() =>
        AssertSame("docs/field-catalogue.md", FieldCatalogueDocument.CustomFields.Select(field => field.ToString()), "the code", CustomInCode.Select(InWords));

    [Test]
    public void Document_and_code_name_the_same_standard_fields() =>
        AssertSame(
            "docs/field-catalogue.md", FieldCatalogueDocument.StandardFields,
            "the code", OpportunityFields.All.Where(field => field is { IsCustom: false, IsMapped: false }).Select(field => field.ApiName));

    [Test]
    public void The_document_lists_every_input_that_an_organisation_maps() =>
        Assert.That(OpportunityFields.All.Where(field => field.IsMapped).Select(field => $"| `{field.ApiName}` |"), Has.All.Matches<string>(row => FieldCatalogueDocument.Text.Contains(row!, StringComparison.Ordinal)));

    [Test]
    public void Document_and_code_name_the_same_corrected_fields() =>
        AssertSame(
            "docs/field-catalogue.md", FieldCatalogueDocument.Corrected,
            "the code", OpportunityFields.All.Where(field => field.Access == FieldAccess.Corrected).Select(field => field.ApiName));

    [Test]
    public void Package_and_code_name_the_same_custom_fields_with_type() =>
        AssertSame(
            "deploy/salesforce", SalesforcePackage.Fields.Where(field => field.Key != Formula).Select(field => $"{field.Key} {field.Value}"),
            "the code", CustomInCode.Select(field => $"{field.ApiName} {field.Type}"));

    [Test]
    public void Package_and_code_give_custom_fields_the_same_label() =>
        AssertSame(
            "deploy/salesforce", SalesforcePackage.Labels.Where(field => field.Key != Formula).Select(field => $"{field.Key}: {field.Value}"),
            "the code", CustomInCode.Select(field => $"{field.ApiName}: {field.Label}"));

    [Test]
    public void The_permission_set_lets_the_service_see_every_custom_field() =>
        AssertSame(
            "the permission set", SalesforcePackage.Editable.Keys.Where(name => name.EndsWith("__c", StringComparison.Ordinal) && name != Formula),
            "the code", CustomInCode.Select(field => field.ApiName));

    [Test]
    public void The_permission_set_lets_it_write_what_it_owns_corrects_or_seeds_and_nothing_else()
    {
        // Empty pillars of a renewal are seeded once (docs/field-catalogue.md): the one thing of a person's that the service fills.
        var written = OpportunityFields.All.Where(field => field.Access != FieldAccess.Read).Select(field => field.ApiName).Concat(Pillars.ScoreFields).ToHashSet();

        foreach (var (name, editable) in SalesforcePackage.Editable)
            Assert.That(editable, Is.EqualTo(written.Contains(name)), $"the permission set says {(editable ? "editable" : "not editable")} for {name}");
    }

    private static string InWords(OpportunityField field) => new CataloguedField(field.ApiName, field.Type, field.Access).ToString();

    private static void AssertSame(string one, IEnumerable<string> left, string other, IEnumerable<string> right)
    {
        List<string> ours = [.. left], theirs = [.. right];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ours, Is.Not.Empty, $"nothing was read from {one}");
            Assert.That(ours.Except(theirs), Is.Empty, $"in {one} and not in {other}");
            Assert.That(theirs.Except(ours), Is.Empty, $"in {other} and not in {one}");
        }
    }
}
