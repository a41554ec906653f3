using SalesRules.Policies;
using SalesRules.Salesforce.Reading.Describe;
using SalesRules.Schemas;
using SalesRules.Snapshots;

namespace SalesRules.Salesforce.Tests.Reading.Describe;

public class SchemaComparisonTests
{
    private static readonly Policy Policy = PolicyFile.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "policy.yaml")), "policy.yaml").Policy!;

    [Test]
    public void An_org_that_has_everything_has_not_drifted() => Assert.That(Compare().Parts(), Is.Empty);

    [Test]
    public void A_field_that_is_absent_is_unreadable_and_not_read_only_too()
    {
        var drift = Compare("SalesRules_Risk__c", _ => null);

        Assert.That(drift.Parts(), Is.EqualTo(new[] { "unreadable SalesRules_Risk__c" }));
    }

    [Test]
    public void A_field_that_some_orgs_never_had_is_not_missed() => Assert.That(Compare("PushCount", _ => null).IsNone, Is.True);

    [Test]
    public void Only_what_is_written_must_be_writable()
    {
        Assert.That(Compare("SalesRules_Risk__c", field => field with { Updateable = false }).Parts(), Is.EqualTo(new[] { "read-only SalesRules_Risk__c" }));
        Assert.That(Compare("MIQL_Quantify__c", field => field with { Updateable = false }).IsNone, Is.True);
    }

    [Test]
    public void An_object_that_may_not_be_edited_takes_every_written_field_along()
    {
        var drift = SchemaComparison.Of(Policy, new ObjectDescription("Opportunity", createable: true, updateable: false, queryable: true, Opportunity()), task: null);

        Assert.That(drift.ReadOnly, Is.EquivalentTo(OpportunityFields.All.Where(field => field.Access != FieldAccess.Read)));
        Assert.That(drift.Tasks, Is.EqualTo("Task is hidden from our user"));
    }

    [Test]
    public void A_retired_value_counts_only_where_the_service_writes_it()
    {
        Assert.That(Compare("SalesRules_Risk__c", field => Retire(field, "High")).Parts(), Is.EqualTo(new[] { "retired SalesRules_Risk__c High" }));
        Assert.That(Compare("ForecastCategoryName", field => Retire(field, "Most Likely")).IsNone, Is.True, "where the org has not switched it on");
        Assert.That(Compare("StageName", field => Retire(field, "Discovery")).Parts(), Is.EqualTo(new[] { "retired StageName Discovery" }));
        Assert.That(Compare("SalesRules_Risk__c", field => field with { Type = "string", PicklistValues = [] }).IsNone, Is.True, "a text takes any value");
    }

    private static SchemaDrift Compare(string? name = null, Func<FieldDescription, FieldDescription?>? change = null)
    {
        var fields = Opportunity().Select(field => field.Name == name ? change!(field) : field).OfType<FieldDescription>();
        return SchemaComparison.Of(Policy, new ObjectDescription("Opportunity", createable: true, updateable: true, queryable: true, fields), TaskSchemaTests.SoundTask);
    }

    private static FieldDescription Retire(FieldDescription field, string value) =>
        field with { PicklistValues = [.. field.PicklistValues.Select(known => known.Value == value ? known with { Active = false } : known)] };

    private static IEnumerable<FieldDescription> Opportunity() => OpportunityFields.All
        .Where(field => !field.ApiName.Contains('.', StringComparison.Ordinal))
        .Select(field => new FieldDescription(
            field.ApiName, field.Label, field.Type == SalesforceFieldType.Picklist ? "picklist" : "string", 255, 0, 0, Createable: true, Updateable: true, Nillable: true,
            Calculated: false, ExternalId: false, Unique: false, RestrictedPicklist: true,
            field.ApiName switch { "OwnerId" => "Owner", "AccountId" => "Account", _ => null },
            [.. Values(field.ApiName).Select(value => new PicklistValue(value, value, Active: true))], []));

    private static IEnumerable<string> Values(string field) => field == "StageName"
        ? Policy.Stages.All.Select(stage => stage.Name)
        : WrittenValues.All.Where(written => written.Field == field).SelectMany(written => written.Values).Append("Most Likely");
}
