using System.Net;
using SalesRules.Sandbox.Tests.Wire;

namespace SalesRules.Sandbox.Tests.Http;

public sealed class CompositeTests : WireTests
{
    private const string Account = """{"method":"POST","url":"/services/data/v64.0/sobjects/Account","referenceId":"acc","body":{"Name":"Acme"}}""";

    [Test]
    public async Task A_later_call_builds_on_the_reply_of_an_earlier_one()
    {
        var reply = await Composite(false, Account,
            """{"method":"POST","url":"/services/data/v64.0/sobjects/Contact","referenceId":"con","body":{"LastName":"V","AccountId":"@{acc.id}"}}""",
            """{"method":"PATCH","url":"/services/data/v64.0/sobjects/Account/@{acc.id}","referenceId":"upd","body":{"Name":"Acme 2"}}""",
            """{"method":"GET","url":"/services/data/v64.0/query?q=SELECT+Id,AccountId+FROM+Contact","referenceId":"all"}""");

        var account = Org.Org.Read(store => store["Account"].Scan().Single());
        var answers = reply.Json.GetProperty("compositeResponse");
        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answers[0].GetRawText(), Is.EqualTo(
            $$"""{"body":{"id":"{{account.Id}}","success":true,"errors":[]},"httpHeaders":{"Location":"/services/data/v64.0/sobjects/Account/{{account.Id}}"},"httpStatusCode":201,"referenceId":"acc"}"""));
        Assert.That(answers[2].GetRawText(), Is.EqualTo("""{"body":null,"httpHeaders":{},"httpStatusCode":204,"referenceId":"upd"}"""));
        Assert.That(answers[3].GetProperty("body").GetProperty("records")[0].GetProperty("AccountId").GetString(), Is.EqualTo(account.Id));
        Assert.That(account["Name"], Is.EqualTo("Acme 2"));
        Assert.That(Org.Server.ApiCalls, Is.EqualTo(1));
    }

    [Test]
    public async Task All_or_none_rolls_back_and_halts_the_rest()
    {
        var reply = await Composite(true, Account,
            """{"method":"POST","url":"/services/data/v64.0/sobjects/Contact","referenceId":"con","body":{"AccountId":"@{acc.id}"}}""");

        Assert.That(reply.Text, Is.EqualTo(
            """{"compositeResponse":[{"body":[{"errorCode":"PROCESSING_HALTED","message":"The transaction was rolled back since another operation in the same transaction failed."}],"httpHeaders":{},"httpStatusCode":400,"referenceId":"acc"},{"body":[{"message":"Required fields are missing: [LastName]","errorCode":"REQUIRED_FIELD_MISSING","fields":["LastName"]}],"httpHeaders":{},"httpStatusCode":400,"referenceId":"con"}]}"""));
        Assert.That(Org.Org.Read(store => store["Account"].Count), Is.Zero);
    }

    [Test]
    public async Task Without_all_or_none_only_what_depends_on_the_failed_call_is_skipped()
    {
        var reply = await Composite(false,
            """{"method":"POST","url":"/services/data/v64.0/sobjects/Account","referenceId":"bad","body":{}}""",
            """{"method":"POST","url":"/services/data/v64.0/sobjects/Contact","referenceId":"con","body":{"LastName":"V","AccountId":"@{bad.id}"}}""",
            Account);

        Assert.That(reply.Json.GetProperty("compositeResponse").EnumerateArray().Select(answer => answer.GetProperty("httpStatusCode").GetInt32()),
            Is.EqualTo(new[] { 400, 400, 201 }));
        Assert.That(reply.Json.GetProperty("compositeResponse")[1].GetProperty("body")[0].GetProperty("errorCode").GetString(), Is.EqualTo("PROCESSING_HALTED"));
    }

    [TestCase("""{"method":"GET","url":"/services/data/v64.0/limits"}""")]
    [TestCase("""{"method":"GET","url":"/services/data/v64.0/limits","referenceId":"not-a-name"}""")]
    [TestCase("""{"method":"GET","url":"/services/data/v64.0/limits","referenceId":"a","httpHeaders":{"authorization":"x"}}""")]
    public async Task A_malformed_subrequest_fails_the_whole_call(string subrequest)
    {
        Assert.That((await Composite(false, subrequest)).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase(25, HttpStatusCode.OK)]
    [TestCase(26, HttpStatusCode.BadRequest)]
    public async Task A_call_takes_twenty_five_subrequests(int count, HttpStatusCode status)
    {
        var subrequests = Enumerable.Range(0, count)
            .Select(number => $$"""{"method":"GET","url":"/services/data/v64.0/limits","referenceId":"r{{number}}"}""").ToArray();

        Assert.That((await Composite(false, subrequests)).Status, Is.EqualTo(status));
    }

    [TestCase("false", "[204,404,204]")]
    [TestCase("true", "[204,404,412]")]
    public async Task A_batch_goes_on_after_an_error_unless_told_to_halt(string halt, string statuses)
    {
        var id = await Org.Insert("Account", """{"Name":"Acme"}""");
        string Patch(string target) => $$"""{"method":"PATCH","url":"v64.0/sobjects/Account/{{target}}","richInput":{"Name":"B"} }""";

        var reply = await Org.Data("POST", "composite/batch",
            $$"""{"haltOnError":{{halt}},"batchRequests":[{{Patch(id)}},{{Patch("001Sb0000009999")}},{{Patch(id)}}]}""");

        Assert.That(reply.Json.GetProperty("hasErrors").GetBoolean(), Is.True);
        var results = reply.Json.GetProperty("results").EnumerateArray().ToList();
        Assert.That($"[{string.Join(',', results.Select(result => result.GetProperty("statusCode").GetInt32()))}]", Is.EqualTo(statuses));
        Assert.That(results[0].GetRawText(), Is.EqualTo("""{"statusCode":204,"result":null}"""));
    }

    private Task<WireReply> Composite(bool allOrNone, params string[] subrequests) => Org.Data("POST", "composite",
        $$"""{"allOrNone":{{(allOrNone ? "true" : "false")}},"compositeRequest":[{{string.Join(',', subrequests)}}]}""");
}
