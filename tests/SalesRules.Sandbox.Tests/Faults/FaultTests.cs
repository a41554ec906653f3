using System.Net;
using System.Text.Json;
using SalesRules.Sandbox.Faults;
using SalesRules.Sandbox.Tests.Wire;

namespace SalesRules.Sandbox.Tests.Faults;

/// <summary>Tests of faults, each on an org of its own, seen on the wire by a client without any retries.</summary>
public abstract class FaultTests : WireTests
{
    private protected FaultPlan Faults => Org.Server.Faults;

    /// <summary>Deals named Deal 1, Deal 2 and so on.</summary>
    private protected async Task<string[]> Deals(int count)
    {
        var body = $$"""{"records":[{{string.Join(',', Enumerable.Range(1, count).Select(number =>
            $$"""{"attributes":{"type":"Opportunity"},"Name":"Deal {{number}}","StageName":"Discovery","CloseDate":"2026-06-30"}"""))}}]}""";
        var reply = await Org.Data("POST", "composite/sobjects", body);
        return [.. reply.Json.EnumerateArray().Select(result => result.GetProperty("id").GetString()!)];
    }

    /// <summary>Updates rows in one collections call.</summary>
    private protected Task<WireReply> Update(IEnumerable<string> ids, string members = """ "NextStep":"Call" """) =>
        Org.Data("PATCH", "composite/sobjects", $$"""{"allOrNone":false,"records":[{{string.Join(',', ids.Select(id =>
            $$"""{"attributes":{"type":"Opportunity"},"id":"{{id}}",{{members}}}"""))}}]}""");

    private protected Task<WireReply> Patch(string id, string body = """{"NextStep":"Call"}""") => Org.Data("PATCH", $"sobjects/Opportunity/{id}", body);

    private protected async Task<string?> NextStep(string id) => JsonElement.Parse(await Org.Field("Opportunity", id, "NextStep")).GetString();

    private protected Task<WireReply> Query(string soql) => Org.Data("GET", "query?q=" + Uri.EscapeDataString(soql));

    private protected async Task<string[]> Names(string soql) =>
        [.. (await Query(soql)).Json.GetProperty("records").EnumerateArray().Select(record => record.GetProperty("Name").GetString()!)];

    private protected static string? Code(WireReply reply) => reply.Json[0].GetProperty("errorCode").GetString();

    /// <summary>The status code of each row of a collections reply; null for a row that was saved.</summary>
    private protected static string?[] RowCodes(WireReply reply) =>
    [
        .. reply.Json.EnumerateArray().Select(result =>
            result.GetProperty("success").GetBoolean() ? null : result.GetProperty("errors")[0].GetProperty("statusCode").GetString()),
    ];

    private protected static void AssertError(WireReply reply, int status, string code, string message)
    {
        Assert.That(reply.Status, Is.EqualTo((HttpStatusCode)status));
        Assert.That(reply.Header("Content-Type"), Is.EqualTo("application/json;charset=UTF-8"));
        Assert.That(Code(reply), Is.EqualTo(code));
        Assert.That(reply.Json[0].GetProperty("message").GetString(), Is.EqualTo(message));
    }
}
