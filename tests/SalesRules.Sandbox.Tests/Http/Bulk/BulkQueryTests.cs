using System.Net;
using SalesRules.Sandbox.Tests.Wire;

namespace SalesRules.Sandbox.Tests.Http.Bulk;

[CancelAfter(20_000)]
public sealed class BulkQueryTests : WireTests
{
    [Test]
    public async Task A_result_is_csv_with_every_cell_in_quotes()
    {
        await Org.InsertDeal("\"Amount\":1500,\"NextStep\":\"Say \\\"hi\\\"\"");
        var id = await Query("SELECT Name, Amount, IsClosed, CloseDate, CreatedDate, PushCount, NextStep, Owner.Username, Account.Name FROM Opportunity");

        var job = await Org.EndOf("query", id);
        var reply = await Org.Data("GET", $"jobs/query/{id}/results");

        Assert.That((job.GetProperty("jobType").GetString(), job.GetProperty("numberRecordsProcessed").GetInt32()), Is.EqualTo(("V2Query", 1)));
        Assert.That(reply.Text, Is.EqualTo(
            "\"Name\",\"Amount\",\"IsClosed\",\"CloseDate\",\"CreatedDate\",\"PushCount\",\"NextStep\",\"Owner.Username\",\"Account.Name\"\n"
            + "\"Acme\",\"1500.0\",\"false\",\"2026-06-30\",\"2026-03-02T09:30:00.000Z\",\"0\",\"Say \"\"hi\"\"\",\"admin@sandbox.example\",\"\"\n"));
        Assert.That((reply.Header("Content-Type"), reply.Header("Sforce-NumberOfRecords"), reply.Header("Sforce-Locator")), Is.EqualTo(("text/csv", "1", "null")));
    }

    [Test]
    public async Task The_locator_leads_from_page_to_page_and_says_null_at_the_end()
    {
        foreach (var name in new[] { "a", "b", "c" })
            await Org.InsertDeal($"\"NextStep\":\"{name}\"");
        var id = await Query("SELECT NextStep FROM Opportunity ORDER BY NextStep");
        await Org.EndOf("query", id);

        var first = await Org.Data("GET", $"jobs/query/{id}/results?maxRecords=2");
        var locator = first.Header("Sforce-Locator")!;
        var second = await Org.Data("GET", $"jobs/query/{id}/results?maxRecords=2&locator={locator}");
        var again = await Org.Data("GET", $"jobs/query/{id}/results?maxRecords=2&locator={locator}");

        Assert.That((first.Text, first.Header("Sforce-NumberOfRecords")), Is.EqualTo(("\"NextStep\"\n\"a\"\n\"b\"\n", "2")));
        Assert.That((second.Text, second.Header("Sforce-NumberOfRecords"), second.Header("Sforce-Locator")), Is.EqualTo(("\"NextStep\"\n\"c\"\n", "1", "null")));
        Assert.That(again.Text, Is.EqualTo(second.Text));
        Assert.That((await Org.Data("GET", $"jobs/query/{id}/results?locator=x!")).Json[0].GetProperty("errorCode").GetString(), Is.EqualTo("INVALID_QUERY_LOCATOR"));
    }

    [Test]
    public async Task An_empty_result_is_a_header_and_only_query_all_sees_the_recycle_bin()
    {
        await Org.Data("DELETE", $"sobjects/Opportunity/{await Org.InsertDeal()}");
        var living = await Query("SELECT Name FROM Opportunity");
        var all = await Query("SELECT Name FROM Opportunity", "queryAll");
        await Org.EndOf("query", living);
        await Org.EndOf("query", all);

        Assert.That((await Org.Data("GET", $"jobs/query/{living}/results")).Text, Is.EqualTo("\"Name\"\n"));
        Assert.That((await Org.Data("GET", $"jobs/query/{all}/results")).Text, Is.EqualTo("\"Name\"\n\"Acme\"\n"));
    }

    [Test]
    public async Task A_job_is_created_before_it_is_complete()
    {
        var reply = await Org.Data("POST", "jobs/query", """{"operation":"query","query":"SELECT Id FROM Opportunity"}""");

        Assert.That(reply.Json.GetProperty("state").GetString(), Is.EqualTo("UploadComplete"));
        Assert.That(reply.Json.TryGetProperty("contentUrl", out _), Is.False);
    }

    [TestCase("SELECT Nope__c FROM Opportunity", "INVALID_FIELD")]
    [TestCase("SELECT Id FROM Nope__c", "INVALID_TYPE")]
    [TestCase("SELECT COUNT() FROM Opportunity", "MALFORMED_QUERY")]
    [TestCase("SELECT Id, (SELECT Id FROM Tasks) FROM Opportunity", "MALFORMED_QUERY")]
    public async Task What_makes_no_table_is_refused_at_once(string soql, string code)
    {
        var reply = await Org.Data("POST", "jobs/query", $$"""{"operation":"query","query":"{{soql}}"}""");

        Assert.That((reply.Status, reply.Json[0].GetProperty("errorCode").GetString()), Is.EqualTo((HttpStatusCode.BadRequest, code)));
    }

    [Test]
    public async Task An_ended_job_can_be_deleted_but_not_aborted()
    {
        var id = await Query("SELECT Id FROM Opportunity");
        await Org.EndOf("query", id);

        Assert.That((await Org.Data("PATCH", $"jobs/query/{id}", """{"state":"Aborted"}""")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await Org.Data("DELETE", $"jobs/query/{id}")).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await Org.Data("GET", $"jobs/query/{id}/results")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private Task<string> Query(string soql, string operation = "query") =>
        Org.CreateJob("query", $$"""{"operation":"{{operation}}","query":"{{soql}}"}""");
}
