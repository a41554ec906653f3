using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Salesforce.Tests.Stub;

namespace SalesRules.Salesforce.Tests.Connection.Errors;

internal sealed class SalesforceExceptionTests : StubFixture
{
    private const string UnknownColumn = "\nSELECT Id, Legal__c FROM Opportunity WHERE Name = 'Globex secret deal'\n           ^\nERROR at Row:1:Column:12\n"
        + "No such column 'Legal__c' on entity 'Opportunity'. If you are attempting to use a custom field, be sure to append the '__c'.";

    [Test]
    public async Task A_missing_field_is_named_without_the_query_around_it()
    {
        Stub.Then(StubReply.Error(400, "INVALID_FIELD", UnknownColumn));
        var client = Client();

        var failure = await FailureAsync(() => client.Connection.SendAsync(Read, default));

        Assert.That(failure.Message, Does.Contain("Missing: Legal__c of Opportunity.").And.Contain("(INVALID_FIELD, HTTP 400)"));
        Assert.That($"{failure}{client.Log}", Does.Not.Contain("Globex"));
        Assert.That(failure.ServerText, Does.Contain("Globex"));
    }

    [Test]
    public async Task A_missing_object_is_named()
    {
        Stub.Then(StubReply.Error(400, "INVALID_TYPE", "ERROR at Row:1:Column:16\nsObject type 'MIQL_Score__c' is not supported. If you"));

        var failure = await FailureAsync(() => Client().Connection.SendAsync(Read, default));

        Assert.That(failure.Message, Does.Contain("Missing: MIQL_Score__c."));
    }

    [Test]
    public async Task Several_problems_are_told_as_one_with_all_their_fields()
    {
        Stub.Then(StubReply.Json("""
            [{"message":"Globex must not","errorCode":"FIELD_CUSTOM_VALIDATION_EXCEPTION","fields":["Amount"]},
             {"message":"nor that","errorCode":"FIELD_CUSTOM_VALIDATION_EXCEPTION","fields":["CloseDate","Amount"]}]
            """, 400));

        var failure = await FailureAsync(() => Client().Connection.SendAsync(Read, default));

        Assert.That(failure.Fields, Is.EqualTo(new[] { "Amount", "CloseDate" }));
        Assert.That(failure.Message, Does.Contain("Fields: Amount, CloseDate.").And.Not.Contain("Globex"));
    }

    [Test]
    public async Task The_servers_words_are_shown_where_they_cannot_hold_values()
    {
        Stub.Then(StubReply.Error(400, "REQUIRED_FIELD_MISSING", "Required fields are missing: [CloseDate]"));

        var failure = await FailureAsync(() => Client().Connection.SendAsync(Read, default));

        Assert.That(failure.Message, Does.Contain("Salesforce says: \"Required fields are missing: [CloseDate]\""));
    }

    [TestCase("<html>Down</html>")]
    [TestCase("")]
    [TestCase("""{"error":"see what Globex pays"}""")]
    [TestCase("""[{"message":"no code"}]""")]
    [TestCase("""["text"]""")]
    public async Task An_error_without_a_readable_code_is_told_by_its_status(string body)
    {
        Stub.Answer = _ => StubReply.Text(body, "text/html", 404);

        var failure = await FailureAsync(() => Client().Connection.SendAsync(Read, default));

        Assert.That((failure.ErrorCode, failure.Verdict), Is.EqualTo(("HTTP_404", Verdict.RefuseRun)));
        Assert.That(failure.MayHaveBeenCarriedOut, "a gateway's page proves nothing");
        Assert.That(failure.Message, Does.Not.Contain("Globex"));
    }
}
