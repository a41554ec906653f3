namespace SalesRules.Sandbox.Tests.Soql;

/// <summary>GROUP BY ROLLUP and GROUP BY CUBE.</summary>
public sealed class SubtotalTests
{
    private QueryOrg org = null!;

    [SetUp]
    public void FillOrg()
    {
        org = new QueryOrg();
        void Deal(string stage, string? type, int amount) => org.Add("Opportunity", ("Name", stage), ("StageName", stage), ("Type", type), ("Amount", amount));
        Deal("POV", "New Customer", 1);
        Deal("POV", null, 2);
        Deal("Discovery", "New Customer", 4);
    }

    [TearDown]
    public void Close() => org.Dispose();

    [TestCase("StageName, Type", "POV/New Customer/00=1 POV//00=2 Discovery/New Customer/00=4 POV//01=3 Discovery//01=4 //11=7")]
    [TestCase("Type, StageName", "POV/New Customer/00=1 POV//00=2 Discovery/New Customer/00=4 /New Customer/10=5 //10=2 //11=7")]
    public void Rollup_leaves_fields_off_from_the_right(string fields, string groups) => Assert.That(Groups($"ROLLUP({fields})"), Is.EquivalentTo(Split(groups)));

    [Test]
    public void Cube_sums_over_every_combination() => Assert.That(Groups("CUBE(StageName, Type)"), Is.EquivalentTo(Split(
        "POV/New Customer/00=1 POV//00=2 Discovery/New Customer/00=4 POV//01=3 Discovery//01=4 /New Customer/10=5 //10=2 //11=7")));

    [Test]
    public void Having_and_order_see_the_subtotals_as_well() => Assert.That(
        org.All("SELECT StageName, SUM(Amount) s FROM Opportunity GROUP BY ROLLUP(StageName) HAVING SUM(Amount) > 3 ORDER BY SUM(Amount) DESC")
            .Select(group => group.GetProperty("s").GetDecimal()),
        Is.EqualTo(new[] { 7m, 4m }));

    [TestCase("SELECT COUNT(Id) FROM Opportunity GROUP BY ROLLUP(StageName, Type, IsWon, IsClosed)")]
    [TestCase("SELECT GROUPING(Type), COUNT(Id) FROM Opportunity GROUP BY ROLLUP(StageName)")]
    [TestCase("SELECT COUNT(Id) FROM Opportunity GROUP BY CUBE()")]
    public void A_fourth_field_or_one_that_is_not_grouped_is_refused(string soql) => Assert.That(org.Refused(soql).ErrorCode, Is.EqualTo("MALFORMED_QUERY"));

    private IEnumerable<string> Groups(string grouping) => org
        .All($"SELECT StageName, Type, GROUPING(StageName) a, GROUPING(Type) b, SUM(Amount) s FROM Opportunity GROUP BY {grouping}")
        .Select(group => $"{group.GetProperty("StageName")}/{group.GetProperty("Type")}/{group.GetProperty("a")}{group.GetProperty("b")}={group.GetProperty("s").GetDecimal():0}");

    // A group ends with its sum; the names of types have spaces in them.
    private static IEnumerable<string> Split(string groups) =>
        System.Text.RegularExpressions.Regex.Matches(groups, @"\S*(?: Customer)?\S*=\d+").Select(match => match.Value);
}
