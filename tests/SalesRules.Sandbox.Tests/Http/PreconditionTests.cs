using System.Net;
using SalesRules.Sandbox.Tests.Wire;

namespace SalesRules.Sandbox.Tests.Http;

/// <summary>Conditional requests: by date on every object, by entity tag on accounts alone.</summary>
public sealed class PreconditionTests : WireTests
{
    private const string Now = "Mon, 02 Mar 2026 09:30:00 GMT";
    private const string Earlier = "Mon, 02 Mar 2026 09:29:59 GMT";

    [TestCase(Now, HttpStatusCode.NoContent)]
    [TestCase(Earlier, HttpStatusCode.PreconditionFailed)]
    public async Task A_patch_goes_through_only_when_the_row_is_unmodified(string since, HttpStatusCode status)
    {
        var id = await Org.InsertDeal();

        var reply = await Org.Data("PATCH", $"sobjects/Opportunity/{id}", """{"NextStep":"Call"}""", ("if-unmodified-since", since));

        Assert.That(reply.Status, Is.EqualTo(status));
        Assert.That(await Org.Field("Opportunity", id, "NextStep"), Is.EqualTo(status == HttpStatusCode.NoContent ? "\"Call\"" : "null"));
    }

    [Test]
    public async Task A_failed_precondition_comes_with_or_without_a_body_as_the_org_is_set()
    {
        var id = await Org.InsertDeal();
        await using var silent = await WireOrg.StartAsync(Options with { Behaviors = new SandboxBehaviors { ExplainFailedPreconditions = false } });
        var silentId = await silent.InsertDeal();

        var explained = await Org.Data("PATCH", $"sobjects/Opportunity/{id}", "{}", ("If-Unmodified-Since", Earlier));
        var bare = await silent.Data("PATCH", $"sobjects/Opportunity/{silentId}", "{}", ("If-Unmodified-Since", Earlier));

        Assert.That(explained.Text, Is.EqualTo(
            """[{"message":"The record has been modified since the date of If-Unmodified-Since","errorCode":"ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE","fields":[]}]"""));
        Assert.That(bare.Status, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        Assert.That(bare.Text, Is.Empty);
    }

    [Test]
    public async Task A_date_that_is_none_is_400_on_a_write_and_ignored_on_a_read()
    {
        var id = await Org.InsertDeal();

        Assert.That((await Org.Data("PATCH", $"sobjects/Opportunity/{id}", "{}", ("If-Unmodified-Since", "2026-03-02"))).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await Org.Data("GET", $"sobjects/Opportunity/{id}", null, ("If-Modified-Since", "2026-03-02"))).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase(Now, HttpStatusCode.NotModified)]
    [TestCase(Earlier, HttpStatusCode.OK)]
    public async Task A_read_is_304_when_the_caller_has_the_row(string since, HttpStatusCode status)
    {
        var id = await Org.InsertDeal();

        var reply = await Org.Data("GET", $"sobjects/Opportunity/{id}", null, ("If-Modified-Since", since));

        Assert.That(reply.Status, Is.EqualTo(status));
        Assert.That(reply.Text.Length == 0, Is.EqualTo(status == HttpStatusCode.NotModified));
    }

    [Test]
    public async Task An_account_has_an_entity_tag_that_changes_with_it()
    {
        var id = await Org.Insert("Account", """{"Name":"Acme"}""");
        var tag = (await Org.Data("GET", $"sobjects/Account/{id}")).Header("ETag")!;

        Assert.That((await Org.Data("GET", $"sobjects/Account/{id}", null, ("If-None-Match", tag))).Status, Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That((await Org.Data("PATCH", $"sobjects/Account/{id}", "{}", ("If-None-Match", tag))).Status, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        Org.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That((await Org.Data("PATCH", $"sobjects/Account/{id}", "{}", ("If-Match", tag))).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await Org.Data("PATCH", $"sobjects/Account/{id}", "{}", ("If-Match", tag))).Status, Is.EqualTo(HttpStatusCode.PreconditionFailed));
    }

    [Test]
    public async Task Other_objects_have_no_entity_tag()
    {
        var id = await Org.InsertDeal();

        Assert.That((await Org.Data("GET", $"sobjects/Opportunity/{id}")).Header("ETag"), Is.Null);
        Assert.That((await Org.Data("PATCH", $"sobjects/Opportunity/{id}", "{}", ("If-Match", "\"x\""))).Status, Is.EqualTo(HttpStatusCode.NoContent));
    }
}
