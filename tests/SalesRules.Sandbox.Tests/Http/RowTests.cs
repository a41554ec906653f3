using System.Net;
using SalesRules.Sandbox.Tests.Wire;

namespace SalesRules.Sandbox.Tests.Http;

public sealed class RowTests : WireTests
{
    private const string Deleted = """[{"message":"entity is deleted","errorCode":"ENTITY_IS_DELETED","fields":[]}]""";

    [Test]
    public async Task An_insert_is_201_with_the_id_and_where_the_row_is()
    {
        var reply = await Org.Data("POST", "sobjects/Account", """{"Name":"Acme"}""");

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(reply.Text, Is.EqualTo("""{"id":"001Sb0000000001IAA","success":true,"errors":[]}"""));
        Assert.That(reply.Header("Location"), Is.EqualTo("/services/data/v64.0/sobjects/Account/001Sb0000000001IAA"));
    }

    [Test]
    public async Task A_row_shows_the_fields_asked_for_in_their_json_forms()
    {
        var id = await Org.InsertDeal("\"Amount\":125000,\"MIQL_Outcome__c\":2");

        var reply = await Org.Data("GET", $"sobjects/opportunity/{id}?fields=name,Amount,Probability,CloseDate,IsClosed,FiscalYear,NextStep,MIQL_Outcome__c,CreatedDate");

        Assert.That(reply.Text, Is.EqualTo(
            $$"""{"attributes":{"type":"Opportunity","url":"/services/data/v64.0/sobjects/Opportunity/{{id}}"},"Name":"Acme","Amount":125000.0,"Probability":20.0,"CloseDate":"2026-06-30","IsClosed":false,"FiscalYear":2026,"NextStep":null,"MIQL_Outcome__c":2.0,"CreatedDate":"2026-03-02T09:30:00.000+0000","Id":"{{id}}"}"""));
    }

    [Test]
    public async Task A_row_shows_every_field_in_describes_order()
    {
        var id = await Org.InsertDeal();
        var row = (await Org.Data("GET", $"sobjects/Opportunity/{id}")).Json.EnumerateObject().Select(member => member.Name);

        Assert.That(row, Is.EqualTo(Org.Org.Schema["Opportunity"].Fields.Select(field => field.Name).Prepend("attributes")));
    }

    [Test]
    public async Task The_short_id_finds_the_row_and_the_reply_has_the_long_one()
    {
        var id = await Org.Insert("Account", """{"Name":"Acme"}""");

        var reply = await Org.Data("GET", $"sobjects/Account/{id[..15]}?fields=Name");

        Assert.That(reply.Json.GetProperty("Id").GetString(), Is.EqualTo(id));
    }

    [Test]
    public async Task A_wrong_checksum_is_a_malformed_id()
    {
        var id = await Org.Insert("Account", """{"Name":"Acme"}""");

        var reply = await Org.Data("GET", $"sobjects/Account/{id[..17]}5");

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(reply.Json[0].GetProperty("errorCode").GetString(), Is.EqualTo("MALFORMED_ID"));
    }

    [TestCase("001Sb0000000999")]
    [TestCase("003Sb0000000001")]
    public async Task An_id_that_is_not_there_is_404(string id)
    {
        var reply = await Org.Data("GET", $"sobjects/Account/{id}");

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(reply.Text, Is.EqualTo("""[{"errorCode":"NOT_FOUND","message":"The requested resource does not exist"}]"""));
    }

    [Test]
    public async Task A_field_that_is_not_there_is_invalid()
    {
        var id = await Org.Insert("Account", """{"Name":"Acme"}""");

        var reply = await Org.Data("GET", $"sobjects/Account/{id}?fields=Name,Nope__c");

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(reply.Json[0].GetProperty("errorCode").GetString(), Is.EqualTo("INVALID_FIELD"));
        Assert.That(reply.Json[0].GetProperty("message").GetString(), Does.StartWith("No such column 'Nope__c' on entity 'Account'."));
    }

    [Test]
    public async Task A_patch_is_204_without_a_body_and_leaves_other_fields_alone()
    {
        var id = await Org.InsertDeal("\"NextStep\":\"Call\",\"Amount\":10");

        var reply = await Org.Data("PATCH", $"sobjects/Opportunity/{id}", """{"nextStep":null,"DESCRIPTION":""}""");

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(reply.Text, Is.Empty);
        Assert.That(await Org.Field("Opportunity", id, "NextStep"), Is.EqualTo("null"));
        Assert.That(await Org.Field("Opportunity", id, "Description"), Is.EqualTo("null"));
        Assert.That(await Org.Field("Opportunity", id, "Amount"), Is.EqualTo("10.0"));
    }

    [Test]
    public async Task The_id_has_no_place_in_a_body()
    {
        var id = await Org.Insert("Account", """{"Name":"Acme"}""");

        var reply = await Org.Data("PATCH", $"sobjects/Account/{id}", $$"""{"id":"{{id}}","Name":"B"}""");

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(reply.Text, Is.EqualTo("""[{"message":"The Id field should not be specified in the sobject data.","errorCode":"INVALID_FIELD"}]"""));
    }

    [Test]
    public async Task A_deleted_row_is_gone_for_every_verb()
    {
        var id = await Org.Insert("Account", """{"Name":"Acme"}""");
        var deleted = await Org.Data("DELETE", $"sobjects/Account/{id}");

        Assert.That(deleted.Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(deleted.Text, Is.Empty);
        foreach (var (method, body) in ((string, string?)[])[("GET", null), ("DELETE", null), ("PATCH", """{"Name":"B"}""")])
        {
            var reply = await Org.Data(method, $"sobjects/Account/{id}", body);
            Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.NotFound), method);
            Assert.That(reply.Text, Is.EqualTo(Deleted), method);
        }
    }

    [Test]
    public async Task Query_hides_the_recycle_bin_and_query_all_shows_it()
    {
        var id = await Org.Insert("Account", """{"Name":"Acme"}""");
        await Org.Data("DELETE", $"sobjects/Account/{id}");

        var live = await Org.Data("GET", "query?q=" + Uri.EscapeDataString("SELECT Id FROM Account"));
        var all = await Org.Data("GET", "queryAll?q=" + Uri.EscapeDataString("SELECT Id, IsDeleted FROM Account"));

        Assert.That(live.Text, Is.EqualTo("""{"totalSize":0,"done":true,"records":[]}"""));
        Assert.That(all.Json.GetProperty("records")[0].GetProperty("IsDeleted").GetBoolean(), Is.True);
    }

    [Test]
    public async Task Objects_kept_by_the_system_cannot_be_inserted()
    {
        var reply = await Org.Data("POST", "sobjects/OpportunityHistory", "{}");

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(reply.Text, Is.EqualTo("""[{"message":"entity type cannot be inserted: Opportunity History","errorCode":"CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY","fields":[]}]"""));
    }

    [Test]
    public async Task A_post_to_the_id_path_inserts()
    {
        Assert.That((await Org.Data("POST", "sobjects/Account/Id", """{"Name":"Acme"}""")).Status, Is.EqualTo(HttpStatusCode.Created));
    }

    [Test]
    public async Task A_parent_may_be_named_by_its_external_id()
    {
        await Org.Insert("User", """{"Username":"rep@sandbox.example","LastName":"Rep","Email":"rep@sandbox.example"}""");
        var id = await Org.InsertDeal("\"Owner\":{\"Username\":\"rep@sandbox.example\"}");

        var unknown = await Org.Data("PATCH", $"sobjects/Opportunity/{id}", """{"Owner":{"Username":"nobody@sandbox.example"}}""");

        Assert.That(await Org.Field("Opportunity", id, "OwnerId"), Is.EqualTo("\"005Sb0000000002IAA\""));
        Assert.That(unknown.Text, Is.EqualTo(
            """[{"message":"Foreign key external ID: nobody@sandbox.example not found for field Username in entity User","errorCode":"INVALID_FIELD"}]"""));
    }
}
