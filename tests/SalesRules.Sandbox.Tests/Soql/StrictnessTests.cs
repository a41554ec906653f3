namespace SalesRules.Sandbox.Tests.Soql;

/// <summary>What a real org refuses, the sandbox refuses: a query that passes here passes there.</summary>
public sealed class StrictnessTests
{
    private QueryOrg org = null!;

    [SetUp]
    public void Open() => org = new QueryOrg();

    [TearDown]
    public void Close() => org.Dispose();

    [Test]
    public void An_unknown_field_is_answered_in_four_lines_with_a_caret()
    {
        var refusal = org.Refused("SELECT Id, Dispenser__c, StageName FROM Opportunity");

        Assert.That(refusal.ErrorCode, Is.EqualTo("INVALID_FIELD"));
        Assert.That(refusal.Message, Is.EqualTo(
            "\nSELECT Id, Dispenser__c, StageName FROM Opportunity\n           ^\nERROR at Row:1:Column:12\nNo such column 'Dispenser__c' on entity 'Opportunity'. "
            + "If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the "
            + "describe call for the appropriate names."));
    }

    [Test]
    public void An_unknown_object_is_an_invalid_type()
    {
        var refusal = org.Refused("SELECT Id FROM ScratchOrgInfo LIMIT 2");

        Assert.That(refusal.ErrorCode, Is.EqualTo("INVALID_TYPE"));
        Assert.That(refusal.Message, Is.EqualTo(
            "\nSELECT Id FROM ScratchOrgInfo LIMIT 2\n               ^\nERROR at Row:1:Column:16\nsObject type 'ScratchOrgInfo' is not supported. "
            + "If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe "
            + "call for the appropriate names."));
    }

    [TestCase("SELECT Id FROM Opportunity WHERE CreatedDate > '2026-02-01T10:00:00Z'", "INVALID_FIELD", 34,
        "value of filter criterion for field 'CreatedDate' must be of type dateTime and should not be enclosed in quotes")]
    [TestCase("SELECT Id FROM Opportunity WHERE CloseDate > '2026-02-01'", "INVALID_FIELD", 34,
        "value of filter criterion for field 'CloseDate' must be of type date and should not be enclosed in quotes")]
    [TestCase("SELECT Id FROM Opportunity WHERE CloseDate > 2026-02-01T10:00:00Z", "INVALID_FIELD", 34,
        "value of filter criterion for field 'CloseDate' must be of type date and should not be enclosed in quotes")]
    [TestCase("SELECT Id FROM Opportunity WHERE CreatedDate > 2026-02-01", "INVALID_FIELD", 34,
        "value of filter criterion for field 'CreatedDate' must be of type dateTime and should not be enclosed in quotes")]
    [TestCase("SELECT Id FROM Opportunity WHERE Amount = '100'", "INVALID_FIELD", 34,
        "value of filter criterion for field 'Amount' must be of type double and should not be enclosed in quotes")]
    [TestCase("SELECT Id FROM Opportunity WHERE Name = 100", "INVALID_FIELD", 34,
        "value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes")]
    [TestCase("SELECT Id FROM Opportunity WHERE IsWon = 'true'", "INVALID_FIELD", 34,
        "value of filter criterion for field 'IsWon' must be of type boolean and should not be enclosed in quotes")]
    [TestCase("SELECT Id FROM Opportunity WHERE Name = TODAY", "INVALID_FIELD", 34,
        "value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes")]
    [TestCase("SELECT Id FROM Opportunity WHERE Close_Checklist__c > 'x'", "INVALID_QUERY_FILTER_OPERATOR", 34, "invalid operator on multipicklist field")]
    [TestCase("SELECT Id FROM Opportunity WHERE Close_Checklist__c IN ('x')", "INVALID_QUERY_FILTER_OPERATOR", 34, "invalid operator on multipicklist field")]
    [TestCase("SELECT Id FROM Opportunity WHERE StageName INCLUDES ('POV')", "INVALID_QUERY_FILTER_OPERATOR", 34, "invalid operator on picklist field")]
    [TestCase("SELECT Id FROM Opportunity WHERE Id LIKE '006%'", "INVALID_QUERY_FILTER_OPERATOR", 34, "invalid operator on id field")]
    [TestCase("SELECT Id FROM Opportunity WHERE Id = '006'", "INVALID_QUERY_FILTER_OPERATOR", 34, "invalid ID field: 006")]
    [TestCase("SELECT Id FROM Opportunity WHERE Description = 'x'", "INVALID_FIELD", 34, "field 'Description' can not be filtered in a query call")]
    [TestCase("SELECT Id FROM Opportunity ORDER BY Description", "MALFORMED_QUERY", 37, "field 'Description' can not be sorted in a query call")]
    [TestCase("SELECT COUNT(Id) FROM Opportunity GROUP BY Description", "MALFORMED_QUERY", 44, "field 'Description' can not be grouped in a query call")]
    [TestCase("SELECT StageName, COUNT(Id) FROM Opportunity", "MALFORMED_QUERY", 8, "Field must be grouped or aggregated: StageName")]
    [TestCase("SELECT COUNT(Id) FROM Opportunity GROUP BY StageName ORDER BY Name", "MALFORMED_QUERY", 63,
        "Ordered field must be grouped or aggregated: Name")]
    [TestCase("SELECT COUNT(Id) FROM Opportunity GROUP BY StageName HAVING Name = 'x'", "MALFORMED_QUERY", 61,
        "Field must be grouped or aggregated: Name")]
    [TestCase("SELECT SUM(Name) FROM Opportunity", "MALFORMED_QUERY", 8, "field Name does not support aggregate operator SUM")]
    [TestCase("SELECT COUNT(Id) FROM Opportunity LIMIT 1", "MALFORMED_QUERY", 8,
        "Non-grouped query that uses overall aggregate functions cannot also use LIMIT")]
    [TestCase("SELECT COUNT(Id) a, SUM(Amount) A FROM Opportunity", "MALFORMED_QUERY", 21, "duplicate alias: A")]
    [TestCase("SELECT Id i FROM Opportunity", "MALFORMED_QUERY", 8, "only aggregate expressions use field aliasing")]
    [TestCase("SELECT Id FROM Opportunity WHERE AccountId IN (SELECT Id FROM Contact)", "MALFORMED_QUERY", 34,
        "The selected field 'Id' in the subquery and the left operand field in the where expression in the outer query 'AccountId' should point to the same object type")]
    [TestCase("SELECT Id FROM Opportunity WHERE Name = 'x' OR AccountId IN (SELECT Id FROM Account)", "MALFORMED_QUERY", 48,
        "Semi join sub-selects are not allowed with the 'OR' operator")]
    [TestCase("SELECT Id FROM Opportunity WHERE AccountId IN (SELECT Name FROM Account)", "MALFORMED_QUERY", 55,
        "Semi join sub-selects can only query id fields, cannot use: 'Name'")]
    [TestCase("SELECT Id FROM User WHERE ManagerId IN (SELECT Id FROM User WHERE IsActive = true)", "MALFORMED_QUERY", 27,
        "The inner and outer selects should not be on the same object type")]
    [TestCase("SELECT Id FROM Opportunity WHERE AccountId IN (SELECT AccountId FROM Contact WHERE OwnerId IN (SELECT Id FROM User))", "MALFORMED_QUERY", 84,
        "Nesting of semi join sub-selects is not supported")]
    [TestCase("SELECT UNKNOWN(Id) FROM Opportunity", "MALFORMED_QUERY", 8, "unexpected token: 'UNKNOWN'")]
    public void A_query_that_means_nothing_to_Salesforce_is_refused(string soql, string code, int column, string reason)
    {
        var refusal = org.Refused(soql);

        Assert.That(refusal.ErrorCode, Is.EqualTo(code));
        Assert.That(refusal.Message, Does.EndWith($"\nERROR at Row:1:Column:{column}\n{reason}"));
    }

    [TestCase("SELECT Acount.Name FROM Opportunity", "INVALID_FIELD", "Didn't understand relationship 'Acount' in field path.")]
    [TestCase("SELECT Id, (SELECT Id FROM Rolls) FROM Opportunity", "INVALID_TYPE", "Didn't understand relationship 'Rolls' in FROM part of query call.")]
    [TestCase("SELECT Id FROM Opportunity WHERE Account.Nope__c = 1", "INVALID_FIELD", "No such column 'Nope__c' on entity 'Account'.")]
    [TestCase("SELECT Id FROM Opportunity ORDER BY Nope__c", "INVALID_FIELD", "No such column 'Nope__c' on entity 'Opportunity'.")]
    [TestCase("SELECT Id, id FROM Opportunity", "INVALID_FIELD", "duplicate field selected: Id")]
    [TestCase("SELECT Id FROM Opportunity LIMIT 5 OFFSET 2001", "NUMBER_OUTSIDE_VALID_RANGE", "Maximum SOQL offset allowed is 2000")]
    public void The_refusal_says_what_was_not_understood(string soql, string code, string reason)
    {
        var refusal = org.Refused(soql);

        Assert.That(refusal.ErrorCode, Is.EqualTo(code));
        Assert.That(refusal.Message, Does.Contain(reason));
    }

    [TestCase("SELECT Id FROM Opportunity WHERE CloseDate = NEXT_N_YEARS:2147483647")]
    [TestCase("SELECT Id FROM Opportunity WHERE CloseDate = N_DAYS_AGO:9000000")]
    public void A_period_beyond_the_calendar_is_refused(string soql) =>
        Assert.That(org.Refused(soql).ErrorCode, Is.EqualTo("NUMBER_OUTSIDE_VALID_RANGE"));

    [TestCase("SELECT Id FROM Opportunity LIMIT 5 OFFSET 2000")]
    [TestCase("SELECT Id FROM Opportunity FOR VIEW")]
    [TestCase("SELECT Id FROM Opportunity LIMIT 1 FOR REFERENCE")]
    public void What_Salesforce_allows_is_allowed(string soql) =>
        Assert.That(org.Query(soql).GetProperty("totalSize").GetInt32(), Is.Zero);
}
