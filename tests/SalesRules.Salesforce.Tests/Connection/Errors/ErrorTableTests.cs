using SalesRules.Salesforce.Connection.Errors;

namespace SalesRules.Salesforce.Tests.Connection.Errors;

internal sealed class ErrorTableTests
{
    [TestCase("INVALID_SESSION_ID", "Session expired or invalid", Verdict.Refresh)]
    [TestCase("INVALID_SESSION_ID", "This session is not valid for use with the REST API", Verdict.RefuseRun)]
    [TestCase("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.", Verdict.Wait)]
    [TestCase("REQUEST_LIMIT_EXCEEDED", "ConcurrentRequests (Concurrent API Requests) Limit exceeded.", Verdict.Retry)]
    [TestCase("API_DISABLED_FOR_ORG", "", Verdict.RefuseRun)]
    [TestCase("INSUFFICIENT_ACCESS", "", Verdict.RefuseRow)]
    [TestCase("INSUFFICIENT_ACCESS_OR_READONLY", "", Verdict.RefuseRow)]
    [TestCase("INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY", "", Verdict.RefuseRow)]
    [TestCase("INVALID_FIELD_FOR_INSERT_UPDATE", "", Verdict.RefuseRow)]
    [TestCase("INVALID_FIELD", "", Verdict.RefuseRun)]
    [TestCase("INVALID_TYPE", "", Verdict.RefuseRun)]
    [TestCase("MALFORMED_QUERY", "", Verdict.RefuseRun)]
    [TestCase("REQUIRED_FIELD_MISSING", "", Verdict.RefuseRow)]
    [TestCase("FIELD_CUSTOM_VALIDATION_EXCEPTION", "", Verdict.RefuseRow)]
    [TestCase("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", "", Verdict.RefuseRow)]
    [TestCase("STRING_TOO_LONG", "", Verdict.RefuseRow)]
    [TestCase("DUPLICATE_VALUE", "", Verdict.RefuseRow)]
    [TestCase("DUPLICATES_DETECTED", "", Verdict.RefuseRow)]
    [TestCase("INVALID_CROSS_REFERENCE_KEY", "", Verdict.RefuseRow)]
    [TestCase("MALFORMED_ID", "", Verdict.RefuseRow)]
    [TestCase("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", "T: execution of AfterUpdate caused by: x", Verdict.RefuseRow)]
    [TestCase("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", "caused by: UNABLE_TO_LOCK_ROW, unable to obtain", Verdict.Retry)]
    [TestCase("UNABLE_TO_LOCK_ROW", "", Verdict.Retry)]
    [TestCase("ENTITY_IS_DELETED", "", Verdict.RefuseRow)]
    [TestCase("NOT_FOUND", "", Verdict.RefuseRow)]
    [TestCase("QUERY_TIMEOUT", "", Verdict.Retry)]
    [TestCase("INVALID_QUERY_LOCATOR", "", Verdict.Retry)]
    [TestCase("TXN_SECURITY_METERING_ERROR", "", Verdict.RefuseRun)]
    [TestCase("ENTITY_IS_LOCKED", "", Verdict.RefuseRow)]
    [TestCase("LIMIT_EXCEEDED", "", Verdict.Wait)]
    [TestCase("EXCEEDED_ID_LIMIT", "", Verdict.RefuseRun)]
    [TestCase("SERVER_UNAVAILABLE", "", Verdict.Retry)]
    [TestCase("UNKNOWN_EXCEPTION", "", Verdict.Retry)]
    [TestCase("HTTP_429", "", Verdict.Retry)]
    [TestCase("HTTP_420", "", Verdict.Retry)]
    [TestCase("HTTP_406", "", Verdict.Retry)]
    [TestCase("HTTP_502", "", Verdict.Retry)]
    [TestCase("HTTP_504", "", Verdict.Retry)]
    public void Each_code_of_Salesforce_has_its_verdict(string code, string text, Verdict verdict)
    {
        Assert.That(ErrorTable.Codes, Does.Contain(code));
        Assert.That(ErrorTable.Find(code, text, 400).Verdict, Is.EqualTo(verdict));
    }

    [TestCase(null, Verdict.RefuseRow)]
    [TestCase(400, Verdict.RefuseRun)]
    [TestCase(403, Verdict.RefuseRun)]
    [TestCase(499, Verdict.RefuseRun)]
    [TestCase(500, Verdict.Retry)]
    public void An_unknown_code_gets_a_safe_default(int? status, Verdict verdict) =>
        Assert.That(ErrorTable.Find("BRAND_NEW_CODE", "", status).Verdict, Is.EqualTo(verdict));

    [Test]
    public void Every_code_has_a_last_line_for_any_text()
    {
        foreach (var code in ErrorTable.Codes)
            Assert.That(ErrorTable.Find(code, "a text of tomorrow", 400).Code, Is.EqualTo(code));
    }

    [Test]
    public void Every_code_of_ours_has_a_line()
    {
        var ours = typeof(LocalErrorCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!);

        Assert.That(ours, Is.SubsetOf(ErrorTable.Codes));
    }

    [Test]
    public void Every_advice_is_a_sentence()
    {
        foreach (var code in ErrorTable.Codes)
            Assert.That(ErrorTable.Find(code, "", 400).Advice, Does.EndWith(".").Or.EndsWith("?"), code);
    }
}
