namespace SalesRules.Sandbox.Tests.Soql;

/// <summary>Which rows a WHERE clause accepts. Today is Wednesday 2026-05-13, 10:00 UTC.</summary>
public sealed class WhereTests
{
    private QueryOrg org = null!;
    private string acme = null!;
    private string owner = null!;

    [SetUp]
    public void FillOrg()
    {
        org = new QueryOrg();
        owner = org.Add("User", ("Name", "Rob Rep"));
        acme = org.Add("Account", ("Name", "Acme"), ("Industry", "Energy"));
        var globex = org.Add("Account", ("Name", "Globex"));
        void Deal(string name, int? amount, string day, string? checklist, string? account, string? step = null, bool won = false) => org.Add(
            "Opportunity", ("Name", name), ("Amount", (decimal?)amount), ("CloseDate", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)),
            ("Close_Checklist__c", checklist), ("AccountId", account), ("NextStep", step), ("IsWon", won), ("OwnerId", owner),
            ("CreatedDate", new DateTimeOffset(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), new TimeOnly(8, 30), TimeSpan.Zero)));
        Deal("a1", 100, "2026-05-12", "x;y", acme, "Call 50%");
        Deal("a2", 200, "2026-05-13", "y", globex, "call_me");
        Deal("A3", 300, "2026-06-30", null, null, null, won: true);
        Deal("b4", null, "2026-07-01", "x;y;z", acme, "O'Neil");
    }

    [TearDown]
    public void Close() => org.Dispose();

    [TestCase("Name = 'a3'", "A3", Description = "text compares without regard to case")]
    [TestCase("Name != 'a1'", "a2 A3 b4")]
    [TestCase("Name > 'a2'", "A3 b4")]
    [TestCase("name IN ('A1', 'b4')", "a1 b4")]
    [TestCase("Name NOT IN ('a1', 'b4')", "a2 A3")]
    [TestCase("Amount > 100", "a2 A3")]
    [TestCase("Amount >= 100 AND Amount < 300", "a1 a2")]
    [TestCase("Amount = null", "b4")]
    [TestCase("Amount != null", "a1 a2 A3")]
    [TestCase("Amount != 100", "a2 A3 b4", Description = "an empty amount is not 100")]
    [TestCase("NOT Amount > 100", "a1", Description = "a comparison with nothing is neither true nor false")]
    [TestCase("Amount IN (100, null)", "a1 b4")]
    [TestCase("NextStep = ''", "A3", Description = "empty text is null")]
    [TestCase("NextStep LIKE 'call%'", "a1 a2")]
    [TestCase("NextStep LIKE 'call_me'", "a2")]
    [TestCase(@"NextStep LIKE 'call\_%'", "a2")]
    [TestCase(@"NextStep LIKE '%50\%'", "a1")]
    [TestCase("(NOT NextStep LIKE 'call%')", "b4")]
    [TestCase(@"NextStep = 'o\'neil'", "b4")]
    [TestCase("IsWon = true", "A3")]
    [TestCase("IsWon != TRUE", "a1 a2 b4")]
    [TestCase("Close_Checklist__c INCLUDES ('x')", "a1 b4")]
    [TestCase("Close_Checklist__c INCLUDES ('x;z', 'nope')", "b4")]
    [TestCase("Close_Checklist__c EXCLUDES ('x')", "a2 A3")]
    [TestCase("Close_Checklist__c = null", "A3")]
    [TestCase("Account.Name = 'acme'", "a1 b4")]
    [TestCase("Account.Industry = null", "a2 A3", Description = "a parent that is not there has no industry")]
    [TestCase("(Name = 'a1' OR Name = 'a2') AND (Amount = 200 OR Amount = null)", "a2")]
    [TestCase("CloseDate = 2026-05-13", "a2")]
    [TestCase("CloseDate = TODAY", "a2")]
    [TestCase("CloseDate > TODAY", "A3 b4")]
    [TestCase("CloseDate >= TODAY", "a2 A3 b4")]
    [TestCase("CloseDate < TODAY", "a1")]
    [TestCase("CloseDate <= TODAY", "a1 a2")]
    [TestCase("CloseDate != TODAY", "a1 A3 b4")]
    [TestCase("CloseDate = THIS_QUARTER", "a1 a2 A3")]
    [TestCase("CloseDate = NEXT_FISCAL_QUARTER", "b4")]
    [TestCase("CloseDate = LAST_N_DAYS:1", "a1 a2")]
    [TestCase("CreatedDate = YESTERDAY", "a1")]
    [TestCase("CreatedDate > 2026-05-12T08:30:00Z", "a2 A3 b4")]
    [TestCase("CreatedDate >= 2026-05-12T10:30:00.000+02:00", "a1 a2 A3 b4")]
    [TestCase("CreatedDate > 2026-05-13T08:29:59.999Z AND CreatedDate < 2026-05-13T08:30:00.001Z", "a2")]
    [TestCase("CALENDAR_MONTH(CloseDate) = 5", "a1 a2")]
    [TestCase("DAY_ONLY(CreatedDate) = 2026-06-30", "A3")]
    [TestCase("AccountId IN (SELECT Id FROM Account WHERE Industry = 'Energy')", "a1 b4")]
    [TestCase("AccountId NOT IN (SELECT Id FROM Account WHERE Industry = 'Energy') AND Amount > 0", "a2 A3")]
    [TestCase("Id IN (SELECT OpportunityId FROM OpportunityContactRole)", "")]
    public void These_rows_are_accepted(string where, string names) =>
        Assert.That(string.Join(' ', org.Names($"SELECT Name FROM Opportunity WHERE {where} ORDER BY Name")), Is.EqualTo(names));

    [Test]
    public void Ids_are_found_by_15_and_18_characters()
    {
        Assert.That(org.Names($"SELECT Name FROM Account WHERE Id = '{acme}'"), Is.EqualTo(new[] { "Acme" }));
        Assert.That(org.Names($"SELECT Name FROM Account WHERE Id IN ('{acme[..15]}')"), Is.EqualTo(new[] { "Acme" }));
        Assert.That(org.Names($"SELECT Name FROM Opportunity WHERE AccountId = '{acme[..15]}' ORDER BY Name"), Is.EqualTo(new[] { "a1", "b4" }));
        Assert.That(org.Names($"SELECT Name FROM Opportunity WHERE Account.OwnerId = null AND OwnerId = '{owner}'"), Has.Length.EqualTo(4));
    }
}
