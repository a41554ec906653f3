namespace SalesRules.Sandbox.Tests.Soql;

/// <summary>ORDER BY, LIMIT and OFFSET.</summary>
public sealed class OrderTests
{
    private QueryOrg org = null!;

    [SetUp]
    public void FillOrg()
    {
        org = new QueryOrg();
        void Deal(string name, int? amount, string stage) =>
            org.Add("Opportunity", ("Name", name), ("Amount", (decimal?)amount), ("StageName", stage));
        Deal("b", 2, "Proposal");
        Deal("A", null, "Gone");
        Deal("c", 1, "Discovery");
        Deal("D", 2, "POV");
    }

    [TearDown]
    public void Close() => org.Dispose();

    [TestCase("ORDER BY Name", "A b c D", Description = "text sorts without regard to case")]
    [TestCase("ORDER BY Name DESC", "D c b A")]
    [TestCase("ORDER BY Amount, Name", "A c b D", Description = "nulls come first")]
    [TestCase("ORDER BY Amount DESC, Name", "A b D c", Description = "nulls come first in both directions")]
    [TestCase("ORDER BY Amount ASC NULLS LAST, Name DESC", "c D b A")]
    [TestCase("ORDER BY Amount DESC NULLS FIRST, Name DESC", "A D b c")]
    [TestCase("ORDER BY StageName", "c D b A", Description = "a picklist sorts as listed in Setup, what is not listed comes last")]
    [TestCase("ORDER BY Name LIMIT 2", "A b")]
    [TestCase("ORDER BY Name LIMIT 2 OFFSET 1", "b c")]
    [TestCase("ORDER BY Name OFFSET 3", "D")]
    [TestCase("ORDER BY Name LIMIT 0", "")]
    public void Rows_come_in_this_order(string clauses, string names) =>
        Assert.That(string.Join(' ', org.Names($"SELECT Name FROM Opportunity {clauses}")), Is.EqualTo(names));
}
