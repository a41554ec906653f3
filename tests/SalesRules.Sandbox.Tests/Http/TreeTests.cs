using System.Net;
using SalesRules.Sandbox.Tests.Wire;

namespace SalesRules.Sandbox.Tests.Http;

public sealed class TreeTests : WireTests
{
    [Test]
    public async Task Records_are_inserted_level_by_level_under_their_parents()
    {
        var reply = await Tree("Account",
            """{"attributes":{"type":"Account","referenceId":"a1"},"Name":"A","Contacts":{"records":[{"attributes":{"type":"Contact","referenceId":"c1"},"LastName":"V"}]}}""",
            """{"attributes":{"type":"Account","referenceId":"a2"},"Name":"B"}""");

        var contact = Org.Org.Read(store => store["Contact"].Scan().Single());
        var results = reply.Json.GetProperty("results").EnumerateArray().ToList();
        Assert.That((reply.Status, reply.Json.GetProperty("hasErrors").GetBoolean()), Is.EqualTo((HttpStatusCode.Created, false)));
        Assert.That(results.Select(result => result.GetProperty("referenceId").GetString()), Is.EqualTo(new[] { "a1", "a2", "c1" }));
        Assert.That(contact["AccountId"], Is.EqualTo(results[0].GetProperty("id").GetString()));
        Assert.That(contact.Id, Is.EqualTo(results[2].GetProperty("id").GetString()));
    }

    [Test]
    public async Task One_failure_inserts_nothing_and_is_all_that_is_told()
    {
        var reply = await Tree("Account",
            """{"attributes":{"type":"Account","referenceId":"a1"},"Name":"A","Contacts":{"records":[{"attributes":{"type":"Contact","referenceId":"c1"},"FirstName":"V"}]}}""");

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(reply.Text, Is.EqualTo(
            """{"hasErrors":true,"results":[{"referenceId":"c1","errors":[{"statusCode":"REQUIRED_FIELD_MISSING","message":"Required fields are missing: [LastName]","fields":["LastName"]}]}]}"""));
        Assert.That(Org.Org.Read(store => store["Account"].Count), Is.Zero);
    }

    [TestCase(200, HttpStatusCode.Created)]
    [TestCase(201, HttpStatusCode.BadRequest)]
    public async Task A_tree_takes_two_hundred_records(int count, HttpStatusCode status)
    {
        var records = Enumerable.Range(0, count).Select(number => $$"""{"attributes":{"type":"Account","referenceId":"a{{number}}"},"Name":"A"}""");

        Assert.That((await Tree("Account", [.. records])).Status, Is.EqualTo(status));
        Assert.That(Org.Org.Read(store => store["Account"].Count), Is.EqualTo(status == HttpStatusCode.Created ? count : 0));
    }

    [TestCase("""{"attributes":{"type":"Account"},"Name":"A"}""")]
    [TestCase("""{"attributes":{"type":"Contact","referenceId":"c1"},"LastName":"A"}""")]
    [TestCase("""{"attributes":{"type":"Account","referenceId":"a"},"Name":"A"},{"attributes":{"type":"Account","referenceId":"a"},"Name":"B"}""")]
    [TestCase("""{"attributes":{"type":"Account","referenceId":"a"},"Name":"A","Contacts":{"records":[{"attributes":{"type":"Account","referenceId":"b"},"Name":"A"}]}}""")]
    public async Task A_malformed_tree_inserts_nothing(string records)
    {
        Assert.That((await Tree("Account", records)).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(Org.Org.Read(store => store["Account"].Count), Is.Zero);
    }

    private Task<WireReply> Tree(string root, params string[] records) =>
        Org.Data("POST", $"composite/tree/{root}", $$"""{"records":[{{string.Join(',', records)}}]}""");
}
