using System.Net;
using System.Text;
using SalesRules.Sandbox.Faults;
using SalesRules.Sandbox.Faults.Replies;
using SalesRules.Sandbox.Tests.Wire;

namespace SalesRules.Sandbox.Tests.Faults;

public sealed class FaultEndpointTests : FaultTests
{
    [Test]
    public async Task A_posted_script_strikes()
    {
        var deal = await Org.InsertDeal();
        var posted = await Post("""{"seed":7,"faults":[{"id":"lock","kind":"rowLock","where":{"object":"Opportunity"},"tries":2},]} // a trailing comma is fine""");

        Assert.That(posted.Status, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(posted.Json.GetProperty("faults")[0].GetProperty("id").GetString(), Is.EqualTo("lock"));
        Assert.That(Code(await Patch(deal)), Is.EqualTo("UNABLE_TO_LOCK_ROW"));
        Assert.That(Code(await Patch(deal)), Is.EqualTo("UNABLE_TO_LOCK_ROW"));
        Assert.That((await Patch(deal)).Status, Is.EqualTo(HttpStatusCode.NoContent));
    }

    [Test]
    public async Task A_listing_shows_each_fault_as_it_was_asked_for_and_how_often_it_struck()
    {
        await Post("""{"seed":7,"faults":[{"id":"busy","kind":"serverError","status":503,"where":{"operation":"query, limits"},"when":{"nth":2,"for":"10m"}}]}""");
        await Org.Data("GET", "limits");
        await Org.Data("GET", "limits");
        await Org.Data("GET", "sobjects");

        var listing = (await Switchboard("GET", "")).Json;

        Assert.That(listing.GetProperty("seed").GetInt32(), Is.EqualTo(7));
        Assert.That(listing.GetProperty("faults")[0].GetRawText(), Is.EqualTo(
            """{"id":"busy","kind":"serverError","state":"spent","matched":2,"struck":1,"status":503,"moment":"before","where":{"operation":"query, limits","ids":[]},"when":{"nth":2,"for":"10m"}}"""));
        Assert.That(listing.GetProperty("strikes")[0].GetProperty("struck").GetString(), Is.EqualTo("GET /services/data/v64.0/limits"));
        Assert.That((await Switchboard("GET", "/busy")).Json.GetProperty("struck").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_script_adds_to_what_is_there_or_replaces_it()
    {
        await Post("""{"faults":[{"id":"a","kind":"lostReply","when":{"nth":99}}]}""");
        await Post("""{"faults":[{"id":"b","kind":"lostReply","when":{"nth":99}}]}""");
        Assert.That(Faults.List().Select(report => report.Id), Is.EqualTo(new[] { "a", "b" }));

        await Post("""{"replace":true,"faults":[{"id":"a","kind":"lostReply","when":{"nth":99}}]}""");
        Assert.That(Faults.List().Select(report => report.Id), Is.EqualTo(new[] { "a" }));
    }

    [Test]
    public async Task One_fault_or_all_are_stopped()
    {
        await Post("""{"faults":[{"id":"a","kind":"serverError"},{"id":"b","kind":"serverError"},{"kind":"serverError"}]}""");

        Assert.That((await Switchboard("DELETE", "/a")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await Switchboard("DELETE", "/a")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await Org.Data("GET", "limits")).Status, Is.EqualTo(HttpStatusCode.InternalServerError));
        var stopped = await Switchboard("DELETE", "");
        Assert.That(stopped.Json.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("struck").GetInt32()), Is.EqualTo(new[] { 1, 1 }));
        Assert.That((await Org.Data("GET", "limits")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task The_switchboard_is_no_API_call_and_no_fault_strikes_it()
    {
        Faults.Add(new LostReplyFault { Moment = FaultMoment.Before });
        var calls = Org.Server.ApiCalls;

        Assert.That((await Switchboard("GET", "")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await Switchboard("DELETE", "")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(Org.Server.ApiCalls, Is.EqualTo(calls));
        Assert.That((await Org.Data("GET", "limits")).Header("Sforce-Limit-Info"), Is.EqualTo("api-usage=1/100000"));
    }

    [Test]
    public async Task A_form_is_no_script()
    {
        var reply = await Org.Send("POST", "/sandbox/faults", new StringContent("""{"faults":[]}""", Encoding.UTF8, "text/plain"));

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
    }

    [Test]
    public async Task Every_problem_of_a_script_is_named_and_nothing_changes()
    {
        await Post("""{"faults":[{"id":"old","kind":"lostReply","when":{"nth":99}}]}""");

        var reply = await Post("""
            {
              "replace": true, "sead": 3,
              "faults": [
                { "kind": "losReply" },
                { "when": { "nth": 1 } },
                { "kind": "delay", "when": { "nth": 0, "every": 2 } },
                { "kind": "delay", "length": "5 seconds", "colour": "red", "where": { "operation": "queryless", "pages": 2 } },
                { "kind": "edit", "values": { "IsClosed": true, "Nope": 1 }, "rows": { "object": "Oportunity", "count": 0 } },
                { "kind": "edit", "values": { "IsClosed": true, "Nope": 1 }, "username": "nobody@x" },
                { "kind": "rowLock", "where": { "ids": ["123"], "share": 1.5, "operation": "query" } },
                { "kind": "serverError", "status": 404, "where": { "share": 0.5 } },
                { "id": "a", "kind": "lostReply" },
                { "id": "a", "kind": "lostReply" },
                7
              ]
            }
            """);

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        var problems = reply.Json.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("where").GetString());
        Assert.That(problems, Is.EquivalentTo(new[]
        {
            "sead", "faults[0].kind", "faults[1].kind", "faults[2].length", "faults[2].when.nth", "faults[2].when.every",
            "faults[3].length", "faults[3].colour", "faults[3].where.operation", "faults[3].where.pages",
            "faults[4].rows.object", "faults[4].rows.count", "faults[5].values", "faults[5].values", "faults[5].username",
            "faults[6].where.ids", "faults[6].where.share", "faults[6].where.operation", "faults[7].status", "faults[7].where.share",
            "faults[9].id", "faults[10]",
        }));
        Assert.That(Faults.List().Select(report => report.Id), Is.EqualTo(new[] { "old" }));
    }

    [TestCase("nonsense")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("""{"seed":"x","faults":[]}""")]
    public async Task What_is_no_script_is_refused(string text)
    {
        Assert.That((await Post(text)).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public void A_fault_added_in_process_is_checked_alike()
    {
        Assert.That(() => Faults.Add(new DelayFault()), Throws.TypeOf<Sandbox.Faults.Scripts.FaultScriptException>()
            .With.Message.Contains("faults[0].length: is required"));
        Assert.That(Faults.List(), Is.Empty);
    }

    [Test]
    public async Task An_id_is_the_next_free_one_and_a_taken_one_is_refused()
    {
        Assert.That(Faults.Add(new LostReplyFault { When = new() { Nth = 99 } }), Is.EqualTo("fault-1"));
        Assert.That((await Post("""{"faults":[{"id":"fault-1","kind":"lostReply"}]}""")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(Faults.Add(new LostReplyFault { When = new() { Nth = 99 } }), Is.EqualTo("fault-2"));
        Faults.StopAll();
        Assert.That(Faults.Add(new LostReplyFault { When = new() { Nth = 99 } }), Is.EqualTo("fault-1"));
    }

    private Task<WireReply> Post(string script) => Switchboard("POST", "", script);

    private Task<WireReply> Switchboard(string method, string path, string? body = null) => Org.Send(method, "/sandbox/faults" + path, body, ("Authorization", ""));
}
