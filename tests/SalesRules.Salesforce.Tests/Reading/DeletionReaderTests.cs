using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Salesforce.Reading;
using SalesRules.Salesforce.Tests.Stub;

namespace SalesRules.Salesforce.Tests.Reading;

internal sealed class DeletionReaderTests : StubFixture
{
    [TestCase("""{"latestDateCovered":"2026-03-02T09:00:00.000+0000"}""")]
    [TestCase("""{"deletedRecords":[{"id":"006000000000001"}],"latestDateCovered":"2026-03-02T09:00:00.000+0000"}""")]
    [TestCase("""{"deletedRecords":[1],"latestDateCovered":"2026-03-02T09:00:00.000+0000"}""")]
    [TestCase("""{"deletedRecords":[{"id":"deal","deletedDate":"2026-03-02T09:00:00.000+0000"}],"latestDateCovered":"2026-03-02T09:00:00.000+0000"}""")]
    [TestCase("""{"deletedRecords":[]}""")]
    [TestCase("[]")]
    public async Task A_reply_that_is_no_log_of_deletions_is_refused(string body)
    {
        Stub.Then(StubReply.Json(body));

        var failure = await FailureAsync(() => Client().Get<DeletionReader>().ReadAsync("Opportunity", DateTimeOffset.UnixEpoch, default));

        Assert.That(failure.ErrorCode, Is.EqualTo(LocalErrorCodes.UnexpectedReply));
    }
}
