using System.Text.Json;
using SalesRules.Sandbox.Soql;

namespace SalesRules.Sandbox.Tests.Soql;

/// <summary>Counts, sums and groups.</summary>
public sealed class AggregateTests
{
    private QueryOrg org = null!;

    [SetUp]
    public void FillOrg()
    {
        org = new QueryOrg();
        var acme = org.Add("Account", ("Name", "Acme"));
        void Deal(string stage, int? amount, string day, string? account = null) => org.Add(
            "Opportunity", ("Name", stage), ("StageName", stage), ("Amount", (decimal?)amount), ("AccountId", account),
            ("CloseDate", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)), ("PushCount", 2));
        Deal("POV", 100, "2026-04-30", acme);
        Deal("POV", 250, "2026-05-31", acme);
        Deal("Proposal", null, "2026-05-01");
        Deal("Discovery", 50, "2027-05-01");
    }

    [TearDown]
    public void Close() => org.Dispose();

    [Test]
    public void A_group_is_written_as_an_AggregateResult_without_url() => Assert.That(
        QueryOrg.Text(org.Engine.Query(
            "SELECT StageName, COUNT(Id) deals, SUM(Amount), AVG(Amount), MIN(CloseDate), COUNT(Amount), SUM(PushCount) FROM Opportunity "
            + "WHERE StageName IN ('POV', 'Proposal') GROUP BY stagename ORDER BY COUNT(Id) DESC",
            new QueryOptions())),
        Is.EqualTo(
            """
            {"totalSize":2,"done":true,"records":[{"attributes":{"type":"AggregateResult"},"StageName":"POV","deals":2,"expr0":350.0,"expr1":175.0,
            "expr2":"2026-04-30","expr3":2,"expr4":4},{"attributes":{"type":"AggregateResult"},"StageName":"Proposal","deals":1,"expr0":null,"expr1":null,
            "expr2":"2026-05-01","expr3":0,"expr4":2}]}
            """.ReplaceLineEndings("")));

    [Test]
    public void Without_groups_there_is_one_result_even_over_no_rows()
    {
        var result = org.Query("SELECT COUNT(Id) n, SUM(Amount) total, MAX(Name) latest FROM Opportunity WHERE Name = 'nothing'").GetProperty("records")[0];

        Assert.That(result.GetProperty("n").GetInt32(), Is.Zero);
        Assert.That(result.GetProperty("total").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(result.GetProperty("latest").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(org.Query("SELECT COUNT(Id) FROM Opportunity WHERE Name = 'nothing' GROUP BY Name").GetProperty("totalSize").GetInt32(), Is.Zero);
    }

    [Test]
    public void Groups_by_parent_field_have_its_name_and_null_is_a_group()
    {
        var groups = org.All("SELECT Account.Name, COUNT_DISTINCT(StageName) stages FROM Opportunity GROUP BY Account.Name ORDER BY Account.Name NULLS LAST");

        Assert.That(groups.Select(group => group.GetProperty("Name").GetString()), Is.EqualTo(new[] { "Acme", null }));
        Assert.That(groups.Select(group => group.GetProperty("stages").GetInt32()), Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public void Date_functions_group()
    {
        var groups = org.All(
            "SELECT CALENDAR_YEAR(CloseDate) y, CALENDAR_MONTH(CloseDate), COUNT(Id) n FROM Opportunity "
            + "GROUP BY CALENDAR_YEAR(CloseDate), CALENDAR_MONTH(CloseDate) ORDER BY CALENDAR_YEAR(CloseDate) DESC, CALENDAR_MONTH(CloseDate)");

        Assert.That(
            groups.Select(group => (group.GetProperty("y").GetInt32(), group.GetProperty("expr0").GetInt32(), group.GetProperty("n").GetInt32())),
            Is.EqualTo(new[] { (2027, 5, 1), (2026, 4, 1), (2026, 5, 2) }));
    }

    [TestCase("COUNT(Id) > 1", "POV")]
    [TestCase("SUM(Amount) < 100", "Discovery")]
    [TestCase("StageName LIKE 'p%' AND COUNT(Id) = 1", "Proposal")]
    [TestCase("SUM(Amount) = null", "Proposal")]
    public void Having_filters_groups(string having, string stages)
    {
        var groups = org.All($"SELECT StageName FROM Opportunity GROUP BY StageName HAVING {having} ORDER BY StageName");

        Assert.That(string.Join(' ', groups.Select(group => group.GetProperty("StageName").GetString())), Is.EqualTo(stages));
    }

    [Test]
    public void Limit_and_offset_count_groups()
    {
        var groups = org.All("SELECT StageName FROM Opportunity GROUP BY StageName ORDER BY StageName LIMIT 1 OFFSET 1");

        // A picklist sorts as it is listed in Setup: Discovery, POV, Proposal.
        Assert.That(groups.Single().GetProperty("StageName").GetString(), Is.EqualTo("POV"));
    }

    [Test]
    public void Counting_respects_the_limit() =>
        Assert.That(org.Query("SELECT COUNT() FROM Opportunity WHERE Amount > 0 LIMIT 2").GetProperty("totalSize").GetInt32(), Is.EqualTo(2));

    [Test]
    public void Two_thousand_groups_are_answered_and_one_more_is_refused()
    {
        for (var number = 0; number < 2000; number++)
            org.Add("Lead", ("LastName", $"n{number}"));
        const string Soql = "SELECT LastName FROM Lead GROUP BY LastName";
        Assert.That(org.Query(Soql).GetProperty("totalSize").GetInt32(), Is.EqualTo(2000));

        org.Add("Lead", ("LastName", "one more"));

        Assert.That(org.Refused(Soql).ErrorCode, Is.EqualTo("EXCEEDED_ID_LIMIT"));
    }
}
