using SalesRules.Sandbox.Soql;

namespace SalesRules.Sandbox.Tests.Soql;

/// <summary>Clauses that say on whose behalf a query runs.</summary>
public sealed class ClauseTests
{
    private QueryOrg org = null!;
    private string user = "";

    [SetUp]
    public void FillOrg()
    {
        org = new QueryOrg();
        user = org.Add("User", ("LastName", "Rob"));
        org.Add("Opportunity", ("Name", "mine"), ("OwnerId", user), ("Close_Checklist__c", "Legal;Security"));
        org.Add("Opportunity", ("Name", "other"), ("OwnerId", org.Add("User", ("LastName", "Ann"))), ("Close_Checklist__c", "Legal"));
    }

    [TearDown]
    public void Close() => org.Dispose();

    [TestCase("SELECT Id FROM Opportunity USING SCOPE mine", 1)]
    [TestCase("SELECT Id FROM Opportunity o USING SCOPE Mine WHERE o.Name = 'other'", 0)]
    [TestCase("SELECT Id FROM Opportunity USING SCOPE everything", 2)]
    [TestCase("SELECT COUNT(Id) FROM Opportunity USING SCOPE mine GROUP BY Name", 1)]
    [TestCase("SELECT Id FROM Opportunity WITH SECURITY_ENFORCED", 2)]
    [TestCase("SELECT Id FROM Opportunity WHERE Name = 'mine' WITH USER_MODE ORDER BY Name LIMIT 5", 1)]
    [TestCase("SELECT Id FROM Opportunity WHERE Close_Checklist__c = 'legal;security'", 1)]
    [TestCase("SELECT Id FROM Opportunity WHERE Close_Checklist__c != 'Legal'", 1)]
    [TestCase("SELECT Id FROM Opportunity WHERE Close_Checklist__c INCLUDES ('Legal')", 2)]
    public void Clauses_pick_the_rows_they_should(string soql, int rows)
    {
        var reply = QueryOrg.Text(org.Engine.Query(soql, new QueryOptions { UserId = user }));

        Assert.That(reply, Does.StartWith($"{{\"totalSize\":{rows},"));
    }

    [TestCase("SELECT Id FROM Opportunity USING SCOPE team", "Row:1:Column:40\nUnsupported scope 'team' on entity 'Opportunity'")]
    [TestCase("SELECT Id FROM OpportunityStage USING SCOPE mine", "Row:1:Column:45\nUnsupported scope 'mine' on entity 'OpportunityStage'")]
    [TestCase("SELECT Id FROM Opportunity WITH DATA CATEGORY", "Row:1:Column:33\nunexpected token: 'DATA'")]
    public void Others_are_refused(string soql, string reason)
    {
        var refusal = org.Refused(soql);

        Assert.That((refusal.ErrorCode, refusal.Message.EndsWith(reason, StringComparison.Ordinal)), Is.EqualTo(("MALFORMED_QUERY", true)), refusal.Message);
    }
}
