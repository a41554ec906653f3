using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Salesforce.Tests.Stub;
using SalesRules.Salesforce.WriteBack;
using static SalesRules.Salesforce.Tests.WriteBack.CollectionWriterTests;

namespace SalesRules.Salesforce.Tests.WriteBack;

internal sealed class ConditionalWriterTests : StubFixture
{
    private static readonly DateTimeOffset Read10 = new(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(1));

    [Test]
    public async Task The_condition_goes_along_and_204_confirms()
    {
        Stub.Then(StubReply.Empty(204));

        Assert.That(await UpdateAsync(), Is.EqualTo(new RowOutcome.Confirmed(Id(1), Created: false)));
        var call = Stub.Calls.Single();
        Assert.That(call.Headers.IfUnmodifiedSince.ToString(), Is.EqualTo("Mon, 02 Mar 2026 09:00:00 GMT"));
        Assert.That((call.Method, call.Path), Is.EqualTo(("PATCH", "/services/data/v64.0/sobjects/Opportunity/006xx0000000001AAA")));
        Assert.That(call.Body, Is.EqualTo("""{"NextStep":"Call"}"""));
    }

    [TestCase("""[{"message":"entity has been modified","errorCode":"ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE"}]""")]
    [TestCase("")]
    public async Task A_record_that_was_changed_is_moved_whatever_the_body_says(string body)
    {
        Stub.Then(StubReply.Text(body, "application/json", 412));

        Assert.That(await UpdateAsync(), Is.InstanceOf<RowOutcome.Moved>());
    }

    [Test]
    public async Task A_lost_reply_is_unclear_because_a_repeat_would_meet_our_own_change()
    {
        Stub.Answer = _ => StubReply.Lost;

        Assert.That(await UpdateAsync(), Is.InstanceOf<RowOutcome.Unclear>());
        Assert.That(Stub.Calls, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_refusal_of_the_row_is_an_outcome_and_one_of_the_run_an_error()
    {
        Stub.Then(StubReply.Error(404, "ENTITY_IS_DELETED", "entity is deleted"), StubReply.Error(403, "API_DISABLED_FOR_ORG", "no API"));

        Assert.That(await UpdateAsync(), Is.InstanceOf<RowOutcome.Refused>().With.Property("Code").EqualTo("ENTITY_IS_DELETED"));
        Assert.That((await FailureAsync(UpdateAsync)).Verdict, Is.EqualTo(Verdict.RefuseRun));
    }

    private Task<RowOutcome> UpdateAsync() => Client().Get<ConditionalWriter>().UpdateAsync("Opportunity", Row(1), Read10, default);
}
