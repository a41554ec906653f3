using System.Text.Json;

namespace SalesRules.Sandbox.Tests.Clients;

/// <summary>jsforce, the most used Salesforce client, works with the sandbox org as it does with a real one.</summary>
public sealed class JsforceTests : ClientTests
{
    [Test]
    public async Task It_signs_in_every_way_it_knows(CancellationToken cancellationToken)
    {
        var result = await ResultOf("sign-in.mjs", cancellationToken);

        foreach (var way in new[] { "clientCredentials", "password", "soap" })
        {
            Assert.That(result.GetProperty(way).GetProperty("id").GetString(), Is.EqualTo(Server.Org.AdminUserId), way);
            Assert.That(result.GetProperty(way).GetProperty("organizationId").GetString(), Is.EqualTo(Server.Org.Id), way);
        }

        Assert.That(result.GetProperty("soapRows").GetInt32(), Is.EqualTo(1));
        Assert.That(result.GetProperty("passwordRows").GetInt32(), Is.EqualTo(1));
        Assert.That(result.GetProperty("identity").GetProperty("username").GetString(), Is.EqualTo(Server.Org.Options.Username));
        Assert.That(Code(result, "wrongPassword"), Is.EqualTo("invalid_grant"));
        Assert.That(Code(result, "expired"), Is.EqualTo("INVALID_SESSION_ID"));
    }

    [Test]
    public async Task It_queries_across_pages_parents_and_children(CancellationToken cancellationToken)
    {
        var result = await ResultOf("query.mjs", cancellationToken);

        Assert.That(result.GetProperty("firstPage").GetInt32(), Is.EqualTo(2000));
        Assert.That(result.GetProperty("totalSize").GetInt32(), Is.GreaterThanOrEqualTo(Deals));
        Assert.That(result.GetProperty("distinct").GetInt32(), Is.EqualTo(result.GetProperty("totalSize").GetInt32()));
        Assert.That(result.GetProperty("autoFetched").GetInt32(), Is.GreaterThanOrEqualTo(Deals));
        Assert.That(result.GetProperty("parent").GetProperty("Account").GetProperty("Name").GetString(), Is.EqualTo("Acme"));
        Assert.That(result.GetProperty("children")[0].ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(
            result.GetProperty("children")[1].GetProperty("records")[0].GetProperty("Contact").GetProperty("LastName").GetString(), Is.EqualTo("Voss"));
        Assert.That(result.GetProperty("found").EnumerateArray().Select(name => name.GetString()), Is.EqualTo(new[] { "Deal 100", "Deal 1000", "Deal 1001" }));
        Assert.That(result.GetProperty("sobjectCount").GetInt32(), Is.EqualTo(1));
        Assert.That(result.GetProperty("groups")[0].GetProperty("attributes").GetProperty("type").GetString(), Is.EqualTo("AggregateResult"));
    }

    [Test]
    public async Task It_understands_why_a_query_is_refused(CancellationToken cancellationToken)
    {
        var result = await ResultOf("query.mjs", cancellationToken);

        Assert.That(Code(result, "unknownField"), Is.EqualTo("INVALID_FIELD"));
        Assert.That(result.GetProperty("unknownField").GetProperty("message").GetString(), Does.Contain("ERROR at Row:1:Column:12\nNo such column 'Nope__c'"));
        Assert.That(Code(result, "unknownObject"), Is.EqualTo("INVALID_TYPE"));
        Assert.That(Code(result, "syntax"), Is.EqualTo("MALFORMED_QUERY"));
        Assert.That(Code(result, "badLocator"), Is.EqualTo("INVALID_QUERY_LOCATOR"));
    }

    [Test]
    public async Task It_reads_describes_and_limits_of_an_older_version(CancellationToken cancellationToken)
    {
        var result = await ResultOf("describe.mjs", cancellationToken);

        Assert.That(
            result.GetProperty("objects").EnumerateArray().Select(name => name.GetString()), Is.SupersetOf(new[] { "Account", "Opportunity", "MIQL_Score__c", "Task" }));
        Assert.That(
            result.GetProperty("stages").EnumerateArray().Select(stage => stage.GetString()), Is.EqualTo(Server.Org.Options.Stages.Select(stage => stage.Name)));
        Assert.That(result.GetProperty("children")[0].GetString(), Is.EqualTo("Opportunity"));
        Assert.That(result.GetProperty("rowTemplate").GetString(), Is.EqualTo("/services/data/v50.0/sobjects/Opportunity/{ID}"));
        Assert.That(result.GetProperty("limits").GetProperty("Max").GetInt32(), Is.EqualTo(Server.Org.Options.DailyApiRequests));
        Assert.That(result.GetProperty("usage").GetProperty("used").GetInt32(), Is.GreaterThan(0));
    }

    [Test]
    public async Task It_creates_updates_upserts_and_deletes(CancellationToken cancellationToken)
    {
        var result = await ResultOf("write.mjs", cancellationToken);

        foreach (var step in new[] { "created", "updated", "inserted", "again", "deleted" })
            Assert.That(result.GetProperty(step).GetProperty("success").GetBoolean(), Is.True, step);
        Assert.That(
            (result.GetProperty("read").GetProperty("StageName").GetString(), result.GetProperty("read").GetProperty("Amount").GetDecimal(),
                result.GetProperty("read").GetProperty("Probability").GetDecimal()),
            Is.EqualTo(("POV", 1500m, 60m)));
        Assert.That(Code(result, "refused"), Is.EqualTo("INVALID_FIELD_FOR_INSERT_UPDATE"));
        Assert.That(result.GetProperty("inserted").GetProperty("created").GetBoolean(), Is.True);
        Assert.That(result.GetProperty("score").EnumerateArray().Select(score => score.GetDecimal()), Is.EqualTo(new[] { 2m }));
        Assert.That(Code(result, "gone"), Is.EqualTo("ENTITY_IS_DELETED"));
    }

    [Test]
    public async Task It_updates_two_hundred_rows_of_which_some_fail(CancellationToken cancellationToken)
    {
        var result = await ResultOf("write.mjs", cancellationToken);

        Assert.That(result.GetProperty("batchCreated").GetInt32(), Is.EqualTo(200));
        Assert.That(result.GetProperty("changed").GetInt32(), Is.EqualTo(196));
        Assert.That(result.GetProperty("order").GetBoolean(), Is.True);
        var failure = result.GetProperty("failure");
        Assert.That(failure.GetProperty("success").GetBoolean(), Is.False);
        Assert.That(failure.GetProperty("errors")[0].GetProperty("statusCode").GetString(), Is.EqualTo("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"));
        Assert.That(
            result.GetProperty("together").EnumerateArray().Select(row => row.GetProperty("errors")[0].GetProperty("statusCode").GetString()),
            Is.EqualTo(new[] { "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", "ALL_OR_NONE_OPERATION_ROLLED_BACK", "ALL_OR_NONE_OPERATION_ROLLED_BACK" }));
        Assert.That(result.GetProperty("many").EnumerateArray().Select(name => name.GetString()), Is.EqualTo(new[] { "Batch 0", "Batch 1", "Batch 2" }));
        Assert.That(result.GetProperty("allDeleted").GetInt32(), Is.EqualTo(200));
        Assert.That(result.GetProperty("left").GetInt32(), Is.Zero);
    }
}
