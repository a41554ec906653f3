using System.Net;
using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Tests.Wire;

namespace SalesRules.Sandbox.Tests.Http;

public sealed class DescribeTests : WireTests
{
    [Test]
    public async Task Describe_global_lists_every_object_with_its_urls()
    {
        var global = (await Org.Data("GET", "sobjects")).Json;

        Assert.That(global.GetProperty("encoding").GetString(), Is.EqualTo("UTF-8"));
        Assert.That(global.GetProperty("maxBatchSize").GetInt32(), Is.EqualTo(200));
        var opportunity = global.GetProperty("sobjects").EnumerateArray().Single(entry => entry.GetProperty("name").GetString() == "Opportunity");
        Assert.That(opportunity.GetProperty("keyPrefix").GetString(), Is.EqualTo("006"));
        Assert.That(opportunity.GetProperty("urls").GetRawText(), Is.EqualTo(
            """{"rowTemplate":"/services/data/v64.0/sobjects/Opportunity/{ID}","describe":"/services/data/v64.0/sobjects/Opportunity/describe","sobject":"/services/data/v64.0/sobjects/Opportunity"}"""));
    }

    [Test]
    public async Task A_field_has_every_key_in_alphabetic_order()
    {
        var describe = (await Org.Data("GET", "sobjects/Opportunity/describe")).Json;
        var field = describe.GetProperty("fields").EnumerateArray().Single(entry => entry.GetProperty("name").GetString() == "SalesRules_Risk__c");

        var keys = field.EnumerateObject().Select(member => member.Name).ToList();
        Assert.That(keys, Has.Count.EqualTo(57));
        Assert.That(keys, Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
        Assert.That(field.GetProperty("restrictedPicklist").GetBoolean(), Is.True);
        Assert.That(field.GetProperty("picklistValues")[0].GetRawText(),
            Is.EqualTo("""{"active":true,"defaultValue":false,"label":"High","validFor":null,"value":"High"}"""));
        Assert.That(field.GetProperty("referenceTo").GetRawText(), Is.EqualTo("[]"));
    }

    [Test]
    public async Task Lookups_name_their_relationship_on_both_sides()
    {
        var deal = (await Org.Data("GET", "sobjects/Opportunity/describe")).Json;
        var champion = deal.GetProperty("fields").EnumerateArray().Single(field => field.GetProperty("name").GetString() == "Champion__c");
        var scores = deal.GetProperty("childRelationships").EnumerateArray().Single(child => child.GetProperty("childSObject").GetString() == "MIQL_Score__c");

        Assert.That(champion.GetProperty("relationshipName").GetString(), Is.EqualTo("Champion__r"));
        Assert.That(champion.GetProperty("referenceTo")[0].GetString(), Is.EqualTo("Contact"));
        Assert.That(scores.GetRawText(), Is.EqualTo(
            """{"cascadeDelete":true,"childSObject":"MIQL_Score__c","deprecatedAndHidden":false,"field":"Opportunity__c","junctionIdListNames":[],"junctionReferenceTo":[],"relationshipName":"MIQL_Scores__r","restrictedDelete":false}"""));
    }

    [Test]
    public async Task A_custom_activity_field_is_seen_on_task_and_event()
    {
        foreach (var type in (string[])["Task", "Event"])
        {
            var fields = (await Org.Data("GET", $"sobjects/{type}/describe")).Json.GetProperty("fields").EnumerateArray();
            var key = fields.Single(field => field.GetProperty("name").GetString() == "SalesRules_Key__c");
            Assert.That(key.GetProperty("externalId").GetBoolean() && key.GetProperty("unique").GetBoolean(), Is.True);
        }
    }

    [Test]
    public async Task The_short_describe_brings_the_records_saved_last()
    {
        await Org.Insert("Account", """{"Name":"Older"}""");
        Org.Clock.Advance(TimeSpan.FromSeconds(1));
        var id = await Org.Insert("Account", """{"Name":"Newer"}""");

        var described = (await Org.Data("GET", "sobjects/Account")).Json;

        Assert.That(described.GetProperty("objectDescribe").GetProperty("name").GetString(), Is.EqualTo("Account"));
        Assert.That(described.GetProperty("recentItems")[0].GetRawText(), Is.EqualTo(
            $$"""{"attributes":{"type":"Account","url":"/services/data/v64.0/sobjects/Account/{{id}}"},"Id":"{{id}}","Name":"Newer"}"""));
        Assert.That(described.GetProperty("recentItems").GetArrayLength(), Is.EqualTo(2));
    }

    [Test]
    public async Task A_describe_that_the_caller_knows_is_304_until_the_schema_changes()
    {
        var known = ("If-Modified-Since", "Mon, 02 Mar 2026 09:30:00 GMT");
        var unchanged = await Org.Data("GET", "sobjects/Opportunity/describe", null, known);
        Org.Clock.Advance(TimeSpan.FromSeconds(1));
        Org.Org.SetFieldAccess("Opportunity", "NextStep", FieldAccess.Hidden);
        var changed = await Org.Data("GET", "sobjects/Opportunity/describe", null, known);

        Assert.That(unchanged.Status, Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That(unchanged.Text, Is.Empty);
        Assert.That(changed.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(changed.Text, Does.Not.Contain("\"NextStep\""));
    }
}
