using System.Net;
using SalesRules.Sandbox.Tests.Wire;

namespace SalesRules.Sandbox.Tests.Http;

public sealed class ReplicationTests : WireTests
{
    private const string Span = "?start=2026-03-02T09:00:00Z&end=2026-03-02T10:00:00Z";

    [TestCase("updated")]
    [TestCase("updated/")]
    public async Task Updated_lists_what_was_saved_in_the_span(string path)
    {
        var id = await Org.Insert("Account", """{"Name":"Acme"}""");
        var gone = await Org.Insert("Account", """{"Name":"Gone"}""");
        await Org.Data("DELETE", $"sobjects/Account/{gone}");

        var reply = await Org.Data("GET", $"sobjects/Account/{path}{Span}");

        Assert.That(reply.Text, Is.EqualTo($$"""{"ids":["{{id}}"],"latestDateCovered":"2026-03-02T09:30:00.000+0000"}"""));
    }

    [Test]
    public async Task Deleted_lists_what_went_into_the_recycle_bin_and_when()
    {
        var id = await Org.Insert("Account", """{"Name":"Acme"}""");
        Org.Clock.Advance(TimeSpan.FromSeconds(75));
        await Org.Data("DELETE", $"sobjects/Account/{id}");

        var reply = await Org.Data("GET", $"sobjects/Account/deleted/{Span}");

        Assert.That(reply.Text, Is.EqualTo(
            $$"""{"deletedRecords":[{"id":"{{id}}","deletedDate":"2026-03-02T09:31:15.000+0000"}],"earliestDateAvailable":"2026-02-15T09:31:00.000+0000","latestDateCovered":"2026-03-02T09:31:00.000+0000"}"""));
    }

    [Test]
    public async Task Both_ends_are_cut_to_the_minute_and_the_end_is_excluded()
    {
        Org.Clock.Advance(TimeSpan.FromSeconds(90));
        var id = await Org.Insert("Account", """{"Name":"Acme"}""");

        var cut = await Org.Data("GET", "sobjects/Account/updated?start=2026-03-02T09:31:59Z&end=2026-03-02T09:32:59Z");
        var before = await Org.Data("GET", "sobjects/Account/updated?start=2026-03-02T09:30:00Z&end=2026-03-02T09:31:59Z");

        Assert.That(cut.Text, Does.Contain(id));
        Assert.That(before.Text, Is.EqualTo("""{"ids":[],"latestDateCovered":"2026-03-02T09:31:00.000+0000"}"""));
    }

    [TestCase("updated", "2026-01-31T09:30:00Z", HttpStatusCode.OK)]
    [TestCase("updated", "2026-01-31T09:28:00Z", HttpStatusCode.BadRequest)]
    [TestCase("deleted", "2026-02-15T09:30:00Z", HttpStatusCode.OK)]
    [TestCase("deleted", "2026-02-15T09:28:00Z", HttpStatusCode.BadRequest)]
    public async Task A_span_reaches_back_thirty_days_or_fifteen_for_deletes(string path, string start, HttpStatusCode status)
    {
        var reply = await Org.Data("GET", $"sobjects/Account/{path}/?start={start}&end=2026-03-02T09:30:00.000%2B0000");

        Assert.That(reply.Status, Is.EqualTo(status));
        if (status != HttpStatusCode.OK)
            Assert.That(reply.Json[0].GetProperty("errorCode").GetString(), Is.EqualTo("INVALID_REPLICATION_DATE"));
    }

    [TestCase("?start=2026-03-02T09:00:00Z", "MISSING_ARGUMENT")]
    [TestCase("?start=2026-03-02T09:00:01Z&end=2026-03-02T09:00:59Z", "INVALID_REPLICATION_DATE")]
    [TestCase("?start=yesterday&end=today", "INVALID_REPLICATION_DATE")]
    public async Task A_span_that_is_none_is_400(string query, string code)
    {
        var reply = await Org.Data("GET", $"sobjects/Account/updated{query}");

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(reply.Json[0].GetProperty("errorCode").GetString(), Is.EqualTo(code));
    }
}
