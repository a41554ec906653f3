using System.Net;
using SalesRules.Sandbox.Tests.Wire;

namespace SalesRules.Sandbox.Tests.Http;

/// <summary>The query resources as HTTP sees them; what SOQL means is tested beside the engine.</summary>
public sealed class QueryEndpointTests : WireTests
{
    [Test]
    public async Task A_query_in_any_case_answers_with_canonical_names_and_the_version_asked()
    {
        var reply = await Org.Send("GET", "/services/data/v51.0/query?q=" + Uri.EscapeDataString("select id, isactive from USER"), (string?)null);

        Assert.That(reply.Text, Is.EqualTo(
            $$"""{"totalSize":1,"done":true,"records":[{"attributes":{"type":"User","url":"/services/data/v51.0/sobjects/User/{{Org.Org.AdminUserId}}"},"Id":"{{Org.Org.AdminUserId}}","IsActive":true}]}"""));
    }

    [TestCase("query")]
    [TestCase("queryAll")]
    public async Task Pages_follow_the_batch_size_and_one_locator_serves_both_paths(string path)
    {
        for (var number = 0; number < 201; number++)
            await Org.Insert("Account", $$"""{"Name":"A{{number}}"}""");

        var first = await Org.Data("GET", $"{path}?q=SELECT+Id+FROM+Account", null, ("sforce-query-options", "batchSize=200"));
        var next = first.Json.GetProperty("nextRecordsUrl").GetString()!;
        var second = await Org.Data("GET", "query/" + next.Split('/')[^1]);

        Assert.That(first.Json.GetProperty("totalSize").GetInt32(), Is.EqualTo(201));
        Assert.That(next, Does.Match("^/services/data/v64.0/query/0r8[A-Za-z0-9]{15}-200$"));
        Assert.That(second.Json.GetProperty("records").GetArrayLength(), Is.EqualTo(1));
        Assert.That(second.Json.TryGetProperty("nextRecordsUrl", out _), Is.False);
    }

    [TestCase("SELECT Id FROM ScratchOrgInfo", "INVALID_TYPE")]
    [TestCase("SELECT Nope__c FROM Account", "INVALID_FIELD")]
    [TestCase("SELECT Id FORM Account", "MALFORMED_QUERY")]
    public async Task A_query_the_org_refuses_is_400_without_fields(string soql, string code)
    {
        var reply = await Org.Data("GET", "query?q=" + Uri.EscapeDataString(soql));

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(reply.Json[0].EnumerateObject().Select(member => member.Name), Is.EqualTo(new[] { "message", "errorCode" }));
        Assert.That(reply.Json[0].GetProperty("errorCode").GetString(), Is.EqualTo(code));
    }

    [Test]
    public async Task A_locator_that_is_none_is_refused()
    {
        Assert.That((await Org.Data("GET", "query/0r8nonsense")).Json[0].GetProperty("errorCode").GetString(), Is.EqualTo("INVALID_QUERY_LOCATOR"));
    }

    [Test]
    public async Task Columns_describe_the_result_instead_of_giving_it()
    {
        var reply = await Org.Data("GET", "query?q=SELECT+Name+FROM+Account&columns=true");

        Assert.That(reply.Json.GetProperty("entityName").GetString(), Is.EqualTo("Account"));
        Assert.That(reply.Json.GetProperty("columnMetadata")[0].GetProperty("columnName").GetString(), Is.EqualTo("Name"));
    }

    [Test]
    public async Task The_organization_is_queried_by_clients_that_sign_in()
    {
        var reply = await Org.Data("GET", "query/?q=SELECT+Id,Name,OrganizationType,IsSandbox,InstanceName+FROM+Organization");

        Assert.That(reply.Json.GetProperty("records")[0].GetProperty("Id").GetString(), Is.EqualTo(Org.Org.Id));
    }
}
