using System.Net;
using SalesRules.Sandbox.Tests.Wire;

namespace SalesRules.Sandbox.Tests.Http;

public sealed class GraphTests : WireTests
{
    private const string Account = """{"method":"POST","url":"/services/data/v64.0/sobjects/Account","referenceId":"acc","body":{"Name":"Acme"}}""";
    private const string Contact = """{"method":"POST","url":"/services/data/v64.0/sobjects/Contact","referenceId":"con","body":{"LastName":"V","AccountId":"@{acc.id}"}}""";
    private const string Bad = """{"method":"POST","url":"/services/data/v64.0/sobjects/Contact","referenceId":"con","body":{"AccountId":"@{acc.id}"}}""";

    [Test]
    public async Task Each_graph_happens_as_a_whole_or_not_at_all()
    {
        var reply = await Graphs($$"""{"graphId":"good","compositeRequest":[{{Account}},{{Contact}}]}""", $$"""{"graphId":"bad","compositeRequest":[{{Account}},{{Bad}}]}""");

        var graphs = reply.Json.GetProperty("graphs");
        Assert.That(graphs.EnumerateArray().Select(graph => (graph.GetProperty("graphId").GetString(), graph.GetProperty("isSuccessful").GetBoolean())),
            Is.EqualTo(new[] { ("good", true), ("bad", false) }));
        var failed = graphs[1].GetProperty("graphResponse").GetProperty("compositeResponse");
        Assert.That(failed[0].GetProperty("body")[0].GetProperty("errorCode").GetString(), Is.EqualTo("PROCESSING_HALTED"));
        Assert.That(failed[1].GetProperty("body")[0].GetProperty("errorCode").GetString(), Is.EqualTo("REQUIRED_FIELD_MISSING"));
        Assert.That(Org.Org.Read(store => (store["Account"].Count, store["Contact"].Count)), Is.EqualTo((1, 1)));
        Assert.That(Org.Server.ApiCalls, Is.EqualTo(1));
    }

    [TestCase("""{"compositeRequest":[]}""")]
    [TestCase("""{"graphId":"g","compositeRequest":[{"method":"GET","url":"/services/data/v64.0/limits","referenceId":"a"}]}""")]
    public async Task A_malformed_graph_fails_the_whole_call(string graph) =>
        Assert.That((await Graphs(graph)).Status, Is.EqualTo(HttpStatusCode.BadRequest));

    [TestCase(75, HttpStatusCode.OK)]
    [TestCase(76, HttpStatusCode.BadRequest)]
    public async Task A_call_takes_seventy_five_graphs(int count, HttpStatusCode status)
    {
        var graphs = Enumerable.Range(0, count).Select(number => $$"""{"graphId":"g{{number}}","compositeRequest":[{{Account}}]}""");

        Assert.That((await Graphs([.. graphs])).Status, Is.EqualTo(status));
    }

    private Task<WireReply> Graphs(params string[] graphs) => Org.Data("POST", "composite/graph", $$"""{"graphs":[{{string.Join(',', graphs)}}]}""");
}
