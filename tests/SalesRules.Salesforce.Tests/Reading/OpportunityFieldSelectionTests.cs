using SalesRules.Salesforce.Reading;
using SalesRules.Salesforce.Reading.Describe;
using SalesRules.Snapshots;

namespace SalesRules.Salesforce.Tests.Reading;

internal sealed class OpportunityFieldSelectionTests
{
    private static readonly FieldMap Renamed = new(new Dictionary<string, string?> { ["Segment__c"] = "Market__c", ["Budget__c"] = null });

    [Test]
    public void Fields_that_the_org_shows_are_selected_under_its_own_names()
    {
        var selection = OpportunityFieldSelection.For(Renamed, Org("Market__c", "Amount"));

        Assert.That(selection.Names, Is.SupersetOf(new[] { "Market__c", "Amount", "Owner.Email" }));
        Assert.That(selection.Names, Has.None.EqualTo("Segment__c").And.None.EqualTo("Budget__c"));
    }

    [Test]
    public void Fields_that_the_org_hides_are_missing_unless_some_orgs_lack_them_by_design()
    {
        var selection = OpportunityFieldSelection.For(Renamed, Org("Amount"));

        var missing = selection.Missing.Select(field => field.ApiName).ToList();
        Assert.That(missing, Has.One.EqualTo("Segment__c").And.One.EqualTo("Account.Name"));
        Assert.That(missing, Has.None.EqualTo("PushCount").And.None.EqualTo("Budget__c").And.None.EqualTo("Amount"));
        Assert.That(selection.Names, Has.None.EqualTo("PushCount").And.None.EqualTo("Market__c"));
    }

    private static ObjectDescription Org(params string[] fields) => new(
        "Opportunity", true, true, true, [.. fields.Select(name => Field(name, null)), Field("OwnerId", "Owner")]);

    private static FieldDescription Field(string name, string? relationship) =>
        new(name, name, "string", 0, 0, 0, true, true, true, false, false, false, false, relationship, [], []);
}
