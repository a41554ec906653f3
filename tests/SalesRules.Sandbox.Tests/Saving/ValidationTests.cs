using System.Net;
using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Tests.Wire;

namespace SalesRules.Sandbox.Tests.Saving;

/// <summary>What a save is refused for, word for word.</summary>
public sealed class ValidationTests : WireTests
{
    [Test]
    public async Task Read_only_fields_are_refused_by_name()
    {
        var id = await Org.InsertDeal();
        foreach (var field in (string[])["IsClosed", "IsWon", "ForecastCategory", "ExpectedRevenue", "SystemModstamp", "LastModifiedDate", "MIQL_Total__c", "PushCount", "ContactId"])
        {
            var reply = await Org.Data("PATCH", $"sobjects/Opportunity/{id}", $$"""{"{{field}}":null}""");
            Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.BadRequest), field);
            Assert.That(reply.Text, Is.EqualTo(
                $$"""[{"message":"Unable to create/update fields: {{field}}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.","errorCode":"INVALID_FIELD_FOR_INSERT_UPDATE","fields":["{{field}}"]}]"""));
        }
    }

    [Test]
    public async Task Required_fields_are_all_named_at_once()
    {
        var reply = await Org.Data("POST", "sobjects/Opportunity", "{}");

        Assert.That(reply.Text, Is.EqualTo(
            """[{"message":"Required fields are missing: [Name, StageName, CloseDate]","errorCode":"REQUIRED_FIELD_MISSING","fields":["Name","StageName","CloseDate"]}]"""));
    }

    [TestCase("Name")]
    [TestCase("StageName")]
    [TestCase("CloseDate")]
    public async Task A_required_field_cannot_be_cleared(string field)
    {
        var id = await Org.InsertDeal();

        Assert.That((await Org.Data("PATCH", $"sobjects/Opportunity/{id}", $$"""{"{{field}}":null}""")).Text, Is.EqualTo(
            $$"""[{"message":"Required fields are missing: [{{field}}]","errorCode":"REQUIRED_FIELD_MISSING","fields":["{{field}}"]}]"""));
    }

    [TestCase(120, true)]
    [TestCase(121, false)]
    public async Task A_text_has_a_length(int length, bool fits)
    {
        var name = new string('n', length);
        var reply = await Org.Data("POST", "sobjects/Opportunity", $$"""{"Name":"{{name}}","StageName":"POV","CloseDate":"2026-06-30"}""");

        Assert.That(reply.Status, Is.EqualTo(fits ? HttpStatusCode.Created : HttpStatusCode.BadRequest));
        if (!fits)
            Assert.That(reply.Text, Is.EqualTo(
                $$"""[{"message":"Name: data value too large: {{name}} (max length=120)","errorCode":"STRING_TOO_LONG","fields":["Name"]}]"""));
    }

    [TestCase("MIQL_Outcome__c", "9", "9.0")]
    [TestCase("MIQL_Outcome__c", "10", null)]
    [TestCase("MIQL_Outcome__c", "1.4", "1.0")]
    [TestCase("Amount", "9999999999999999.99", "9999999999999999.99")]
    [TestCase("Amount", "10000000000000000", null)]
    [TestCase("Amount", "0.005", "0.01")]
    [TestCase("Amount", "\"12.5\"", "12.5")]
    [TestCase("Probability", "100", "100.0")]
    [TestCase("Probability", "101", null)]
    public async Task A_number_has_its_digits(string field, string sent, string? stored)
    {
        var id = await Org.InsertDeal();

        var reply = await Org.Data("PATCH", $"sobjects/Opportunity/{id}", $$"""{"{{field}}":{{sent}}}""");

        if (stored is null)
            Assert.That(reply.Json[0].GetProperty("errorCode").GetString(), Is.EqualTo("NUMBER_OUTSIDE_VALID_RANGE"));
        else
            Assert.That(await Org.Field("Opportunity", id, field), Is.EqualTo(stored));
    }

    [TestCase("Segment__c", "Nope", "Segment: bad value for restricted picklist field: Nope")]
    [TestCase("ForecastCategoryName", "BestCase", "Forecast Category: bad value for restricted picklist field: BestCase")]
    [TestCase("Close_Checklist__c", "Scope matches the agreed requirements;Nope", "Close Checklist: bad value for restricted picklist field: Nope")]
    public async Task A_restricted_picklist_knows_its_values(string field, string value, string message)
    {
        var id = await Org.InsertDeal();

        Assert.That((await Org.Data("PATCH", $"sobjects/Opportunity/{id}", $$"""{"{{field}}":"{{value}}"}""")).Text, Is.EqualTo(
            $$"""[{"message":"{{message}}","errorCode":"INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST","fields":["{{field}}"]}]"""));
    }

    [Test]
    public async Task An_unrestricted_picklist_takes_anything()
    {
        var id = await Org.InsertDeal("\"Type\":\"Moonshot\"");

        Assert.That(await Org.Field("Opportunity", id, "Type"), Is.EqualTo("\"Moonshot\""));
    }

    [Test]
    public async Task A_multi_select_is_kept_in_the_order_of_its_list()
    {
        var id = await Org.InsertDeal(
            "\"Close_Checklist__c\":\"Receipt confirmed and documents stored;Scope matches the agreed requirements;Receipt confirmed and documents stored\"");

        Assert.That(await Org.Field("Opportunity", id, "Close_Checklist__c"),
            Is.EqualTo("\"Scope matches the agreed requirements;Receipt confirmed and documents stored\""));
    }

    [TestCase("xyz", "MALFORMED_ID", "Account ID: id value of incorrect type: xyz", "[\"AccountId\"]")]
    [TestCase("003Sb0000000001IAA", "MALFORMED_ID", "Account ID: id value of incorrect type: 003Sb0000000001IAA", "[\"AccountId\"]")]
    [TestCase("001Sb0000009999IA5", "MALFORMED_ID", "Account ID: id value of incorrect type: 001Sb0000009999IA5", "[\"AccountId\"]")]
    [TestCase("001Sb0000009999IAA", "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", "[]")]
    public async Task A_lookup_points_at_a_record_that_is_there(string value, string code, string message, string fields)
    {
        var id = await Org.InsertDeal();

        Assert.That((await Org.Data("PATCH", $"sobjects/Opportunity/{id}", $$"""{"AccountId":"{{value}}"}""")).Text,
            Is.EqualTo($$"""[{"message":"{{message}}","errorCode":"{{code}}","fields":{{fields}}}]"""));
    }

    [Test]
    public async Task A_lookup_to_a_deleted_record_is_refused_and_a_short_id_is_completed()
    {
        var (account, gone) = (await Org.Insert("Account", """{"Name":"A"}"""), await Org.Insert("Account", """{"Name":"B"}"""));
        await Org.Data("DELETE", $"sobjects/Account/{gone}");
        var id = await Org.InsertDeal($"\"AccountId\":\"{account[..15]}\"");

        Assert.That(await Org.Field("Opportunity", id, "AccountId"), Is.EqualTo($"\"{account}\""));
        Assert.That((await Org.Data("PATCH", $"sobjects/Opportunity/{id}", $$"""{"AccountId":"{{gone}}"}""")).Json[0].GetProperty("errorCode").GetString(),
            Is.EqualTo("ENTITY_IS_DELETED"));
    }

    [Test]
    public async Task An_unknown_field_is_named_without_a_list_of_fields()
    {
        Assert.That((await Org.Data("POST", "sobjects/Account", """{"Name":"A","foo":1}""")).Text,
            Is.EqualTo("""[{"message":"No such column 'foo' on sobject of type Account","errorCode":"INVALID_FIELD"}]"""));
    }

    [TestCase("CloseDate", "\"2026-13-01\"", "date from VALUE_STRING value 2026-13-01")]
    [TestCase("CloseDate", "\"2026-03-31T00:00:00Z\"", "date from VALUE_STRING value 2026-03-31T00:00:00Z")]
    [TestCase("Amount", "\"many\"", "currency from VALUE_STRING value many")]
    [TestCase("Name", "5", "string from VALUE_NUMBER_INT value 5")]
    [TestCase("Name", "true", "string from VALUE_TRUE value true")]
    [TestCase("IsPrivate", "\"maybe\"", "boolean from VALUE_STRING value maybe")]
    public async Task A_value_of_a_wrong_json_type_is_a_parser_error_with_its_place(string field, string value, string message)
    {
        var id = await Org.InsertDeal();
        var body = $$"""{"{{field}}":{{value}}}""";

        Assert.That((await Org.Data("PATCH", $"sobjects/Opportunity/{id}", body)).Text, Is.EqualTo(
            $$"""[{"message":"Cannot deserialize instance of {{message}} or request may be missing a required field at [line:1, column:{{body.Length}}]","errorCode":"JSON_PARSER_ERROR"}]"""));
    }

    [Test]
    public async Task An_email_must_look_like_one()
    {
        Assert.That((await Org.Data("POST", "sobjects/Contact", """{"LastName":"V","Email":"nobody"}""")).Text,
            Is.EqualTo("""[{"message":"Email: invalid email address: nobody","errorCode":"INVALID_EMAIL_ADDRESS","fields":["Email"]}]"""));
    }

    [Test]
    public async Task A_unique_value_names_the_record_that_has_it()
    {
        var first = await Org.Insert("Task", """{"Subject":"A","SalesRules_Key__c":"key"}""");

        var reply = await Org.Data("POST", "sobjects/Task", """{"Subject":"B","SalesRules_Key__c":"key"}""");

        Assert.That(reply.Text, Is.EqualTo(
            $$"""[{"message":"duplicate value found: SalesRules_Key__c duplicates value on record with id: {{first[..15]}}","errorCode":"DUPLICATE_VALUE","fields":[]}]"""));
        Assert.That((await Org.Data("PATCH", $"sobjects/Task/{first}", """{"SalesRules_Key__c":"key"}""")).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await Org.Data("POST", "sobjects/Task", """{"Subject":"B","SalesRules_Key__c":"KEY"}""")).Status, Is.EqualTo(HttpStatusCode.Created), "case-sensitive");
    }

    [Test]
    public async Task A_key_is_free_again_when_its_record_is_deleted()
    {
        var first = await Org.Insert("Task", """{"Subject":"A","SalesRules_Key__c":"key"}""");
        await Org.Data("DELETE", $"sobjects/Task/{first}");

        Assert.That((await Org.Data("POST", "sobjects/Task", """{"Subject":"B","SalesRules_Key__c":"key"}""")).Status, Is.EqualTo(HttpStatusCode.Created));
    }

    [TestCase("Task", "{\"Subject\":\"A\",\"OwnerId\":\"{0}\"}", "task")]
    [TestCase("Opportunity", "{\"Name\":\"A\",\"StageName\":\"POV\",\"CloseDate\":\"2026-06-30\",\"OwnerId\":\"{0}\"}", "opportunity")]
    public async Task An_inactive_user_can_be_given_nothing(string type, string body, string label)
    {
        var user = await Org.Insert("User", """{"Username":"left@sandbox.example","LastName":"Left","Email":"left@sandbox.example","IsActive":false}""");

        Assert.That((await Org.Data("POST", $"sobjects/{type}", body.Replace("{0}", user))).Text, Is.EqualTo(
            $$"""[{"message":"operation performed with inactive user [{{user}}] as owner of {{label}}","errorCode":"INACTIVE_OWNER_OR_USER","fields":[]}]"""));
    }

    [Test]
    public async Task Several_problems_are_several_entries()
    {
        var reply = await Org.Data("POST", "sobjects/Opportunity", """{"Name":"A","StageName":"POV","CloseDate":"2026-06-30","Segment__c":"X","MIQL_Maps__c":77,"IsWon":true}""");

        Assert.That(reply.Json.EnumerateArray().Select(error => error.GetProperty("errorCode").GetString()), Is.EqualTo(new[]
        {
            "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", "NUMBER_OUTSIDE_VALID_RANGE", "INVALID_FIELD_FOR_INSERT_UPDATE",
        }));
    }

    [Test]
    public async Task A_hidden_field_looks_as_if_it_did_not_exist()
    {
        var id = await Org.InsertDeal("\"NextStep\":\"Call\"");
        Org.Org.SetFieldAccess("Opportunity", "NextStep", FieldAccess.Hidden);

        var read = await Org.Data("GET", $"sobjects/Opportunity/{id}?fields=NextStep");
        var query = await Org.Data("GET", "query?q=SELECT+NextStep+FROM+Opportunity");
        var write = await Org.Data("PATCH", $"sobjects/Opportunity/{id}", """{"NextStep":"B"}""");

        foreach (var reply in (WireReply[])[read, query, write])
            Assert.That(reply.Json[0].GetProperty("errorCode").GetString(), Is.EqualTo("INVALID_FIELD"));
        Assert.That((await Org.Data("GET", $"sobjects/Opportunity/{id}")).Text, Does.Not.Contain("NextStep\""));
        Org.Org.SetFieldAccess("Opportunity", "NextStep", FieldAccess.Full);
        Assert.That(await Org.Field("Opportunity", id, "NextStep"), Is.EqualTo("\"Call\""));
    }

    [Test]
    public async Task A_field_may_be_readable_and_not_writable()
    {
        var id = await Org.InsertDeal();
        Org.Org.SetFieldAccess("Opportunity", "Amount", FieldAccess.ReadOnly);

        var write = await Org.Data("PATCH", $"sobjects/Opportunity/{id}", """{"Amount":5}""");

        Assert.That(write.Json[0].GetProperty("errorCode").GetString(), Is.EqualTo("INVALID_FIELD_FOR_INSERT_UPDATE"));
        Assert.That(await Org.Field("Opportunity", id, "Amount"), Is.EqualTo("null"));
    }

    [Test]
    public void What_every_user_needs_cannot_be_hidden()
    {
        Assert.That(() => Org.Org.SetFieldAccess("Opportunity", "StageName", FieldAccess.Hidden), Throws.ArgumentException.With.Message.Contains("StageName"));
    }
}
