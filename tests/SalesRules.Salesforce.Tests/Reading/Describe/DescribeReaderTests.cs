using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Salesforce.Connection.Usage;
using SalesRules.Salesforce.Tests.Stub;

namespace SalesRules.Salesforce.Tests.Reading.Describe;

internal sealed class DescribeReaderTests : StubFixture
{
    private const string Opportunity = """
        {"name":"Opportunity","label":"Opportunity","createable":true,"updateable":true,"queryable":true,"urls":{},"fields":[
         {"name":"StageName","label":"Stage","type":"picklist","length":255,"precision":0,"scale":0,"createable":true,"updateable":true,
          "nillable":false,"calculated":false,"externalId":false,"unique":false,"restrictedPicklist":false,"relationshipName":null,
          "picklistValues":[{"value":"Prospecting","label":"Prospecting","active":true,"defaultValue":false,"validFor":null}],"referenceTo":[]},
         {"name":"OwnerId","label":"Owner ID","type":"reference","length":18,"precision":0,"scale":0,"createable":true,"updateable":true,
          "nillable":false,"calculated":false,"externalId":false,"unique":false,"restrictedPicklist":false,"relationshipName":"Owner",
          "picklistValues":[],"referenceTo":["Group","User"]}]}
        """;

    [Test]
    public async Task A_description_tells_what_our_user_may_do_with_each_field()
    {
        Stub.Then(StubReply.Json(Opportunity));

        var description = await Client().Describe.ReadAsync("Opportunity", default);

        var stage = description.Find("stagename")!;
        Assert.That((stage.Type, stage.Length, stage.Updateable), Is.EqualTo(("picklist", 255, true)));
        Assert.That(stage.PicklistValues.Single().Value, Is.EqualTo("Prospecting"));
        Assert.That(description.Find("OwnerId")!.ReferenceTo, Is.EqualTo(new[] { "Group", "User" }));
        Assert.That(description.Find("Hidden__c"), Is.Null);
        Assert.That(Stub.Calls.Single().Path, Is.EqualTo("/services/data/v64.0/sobjects/Opportunity/describe"));
    }

    [Test]
    public async Task One_reader_asks_once_and_a_new_one_asks_again()
    {
        Stub.Answer = _ => StubReply.Json(Opportunity);
        var client = Client();
        var reader = client.Describe;

        await reader.ReadAsync("Opportunity", default);
        await reader.ReadAsync("opportunity", default);
        Assert.That(client.Calls[CallKind.Describe], Is.EqualTo(1));

        await client.Describe.ReadAsync("Opportunity", default);
        Assert.That(client.Calls[CallKind.Describe], Is.EqualTo(2));
    }

    [Test]
    public async Task A_failed_description_is_not_kept()
    {
        Stub.Then(StubReply.Error(404, "NOT_FOUND", "The requested resource does not exist"), StubReply.Json(Opportunity));
        var reader = Client().Describe;

        Assert.That((await FailureAsync(() => reader.ReadAsync("Opportunity", default))).ErrorCode, Is.EqualTo("NOT_FOUND"));
        Assert.That((await reader.ReadAsync("Opportunity", default)).Name, Is.EqualTo("Opportunity"));
    }

    [TestCase("{}")]
    [TestCase("""{"name":"Opportunity","createable":true,"updateable":true,"queryable":true,"fields":null}""")]
    [TestCase("""{"name":"Opportunity","createable":true,"updateable":true,"queryable":true,"fields":[{"name":"Id"}]}""")]
    public async Task A_description_that_lacks_something_is_an_error_and_not_an_object_without_fields(string body)
    {
        Stub.Then(StubReply.Json(body));

        Assert.That(
            (await FailureAsync(() => Client().Describe.ReadAsync("Opportunity", default))).ErrorCode, Is.EqualTo(LocalErrorCodes.UnexpectedReply));
    }
}
