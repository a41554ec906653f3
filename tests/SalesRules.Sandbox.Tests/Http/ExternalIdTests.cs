using System.Net;
using SalesRules.Sandbox.Tests.Wire;

namespace SalesRules.Sandbox.Tests.Http;

public sealed class ExternalIdTests : WireTests
{
    private const string Key = "sobjects/Task/SalesRules_Key__c";

    [Test]
    public async Task An_upsert_creates_once_and_then_updates_the_same_row()
    {
        var created = await Org.Data("PATCH", $"{Key}/key-1", """{"Subject":"Call"}""");
        var updated = await Org.Data("PATCH", $"{Key}/key-1", """{"Subject":"Call again"}""");

        var id = created.Json.GetProperty("id").GetString();
        Assert.That(created.Status, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(created.Text, Is.EqualTo($$"""{"id":"{{id}}","success":true,"errors":[],"created":true}"""));
        Assert.That(updated.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(updated.Text, Is.EqualTo($$"""{"id":"{{id}}","success":true,"errors":[],"created":false}"""));
        Assert.That(await Org.Field("Task", id!, "Subject"), Is.EqualTo("\"Call again\""));
    }

    [TestCase("45.0", HttpStatusCode.NoContent)]
    [TestCase("46.0", HttpStatusCode.OK)]
    public async Task An_update_by_upsert_has_a_body_since_46(string version, HttpStatusCode status)
    {
        await Org.Data("PATCH", $"{Key}/key-1", """{"Subject":"Call"}""");

        var reply = await Org.Send("PATCH", $"/services/data/v{version}/{Key}/key-1", """{"Subject":"Call"}""");

        Assert.That(reply.Status, Is.EqualTo(status));
        Assert.That(reply.Text.Length == 0, Is.EqualTo(status == HttpStatusCode.NoContent));
    }

    [TestCase("a/b.c#d+e f")]
    [TestCase("100%")]
    [TestCase("%2F")]
    public async Task A_value_is_decoded_exactly_once(string key)
    {
        var id = (await Org.Data("PATCH", $"{Key}/{Uri.EscapeDataString(key)}", """{"Subject":"Call"}""")).Json.GetProperty("id").GetString()!;

        Assert.That((await Org.Data("GET", $"sobjects/Task/{id}?fields=SalesRules_Key__c")).Json.GetProperty("SalesRules_Key__c").GetString(), Is.EqualTo(key));
        Assert.That((await Org.Data("GET", $"{Key}/{Uri.EscapeDataString(key)}?fields=Id")).Json.GetProperty("Id").GetString(), Is.EqualTo(id));
    }

    [Test]
    public async Task Update_only_never_inserts()
    {
        var reply = await Org.Data("PATCH", $"{Key}/key-1?updateOnly=true", """{"Subject":"Call"}""");

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await Org.Data("GET", $"{Key}/key-1")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task The_key_has_no_place_in_the_body()
    {
        var reply = await Org.Data("PATCH", $"{Key}/key-1", """{"Subject":"Call","SalesRules_Key__c":"key-1"}""");

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(reply.Json[0].GetProperty("errorCode").GetString(), Is.EqualTo("INVALID_FIELD"));
    }

    [TestCase("Subject")]
    [TestCase("Nope__c")]
    public async Task A_field_that_is_no_external_id_is_404(string field)
    {
        var reply = await Org.Data("GET", $"sobjects/Task/{field}/x");

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(reply.Text, Is.EqualTo(
            $$"""[{"errorCode":"NOT_FOUND","message":"Provided external ID field does not exist or is not accessible: {{field}}"}]"""));
    }

    [Test]
    public async Task Several_matches_are_300_with_their_urls_and_nothing_is_written()
    {
        var first = await Org.Insert("Contact", """{"LastName":"One","Email":"x@acme.example"}""");
        var second = await Org.Insert("Contact", """{"LastName":"Two","Email":"x@acme.example"}""");

        var reply = await Org.Data("PATCH", "sobjects/Contact/Email/x%40acme.example", """{"Title":"CFO"}""");

        Assert.That((int)reply.Status, Is.EqualTo(300));
        Assert.That(reply.Text, Is.EqualTo($$"""["/services/data/v64.0/sobjects/Contact/{{first}}","/services/data/v64.0/sobjects/Contact/{{second}}"]"""));
        Assert.That(await Org.Field("Contact", first, "Title"), Is.EqualTo("null"));
    }

    [Test]
    public async Task A_row_may_be_deleted_by_its_key()
    {
        await Org.Data("PATCH", $"{Key}/key-1", """{"Subject":"Call"}""");

        Assert.That((await Org.Data("DELETE", $"{Key}/key-1")).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await Org.Data("GET", $"{Key}/key-1")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task An_upsert_by_id_updates()
    {
        var id = await Org.Insert("Account", """{"Name":"Before"}""");

        Assert.That((await Org.Data("PATCH", $"sobjects/Account/Id/{id}", """{"Name":"After"}""")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await Org.Field("Account", id, "Name"), Is.EqualTo("\"After\""));
    }

    [Test]
    public async Task An_org_may_refuse_the_upsert_of_tasks()
    {
        await using var strict = await WireOrg.StartAsync(Options with { Behaviors = new SandboxBehaviors { TaskUpsert = false } });

        Assert.That((await strict.Data("PATCH", $"{Key}/key-1", """{"Subject":"Call"}""")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }
}
