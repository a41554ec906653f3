namespace SalesRules.Sandbox.Tests.Soql;

/// <summary>Functions that show a field another way.</summary>
public sealed class ValueFunctionTests
{
    private QueryOrg org = null!;

    [SetUp]
    public void FillOrg()
    {
        org = new QueryOrg();
        var acme = org.Add("Account", ("Name", "Acme"), ("AnnualRevenue", 1234567.5m));
        org.Add(
            "Opportunity", ("Name", "a"), ("StageName", "POV"), ("Amount", 1500m), ("Probability", 33.5m), ("CloseDate", new DateOnly(2026, 6, 3)),
            ("CreatedDate", new DateTimeOffset(2026, 2, 1, 15, 5, 0, TimeSpan.Zero)), ("AccountId", acme));
        org.Add("Opportunity", ("Name", "b"), ("StageName", "Discovery"));
    }

    [TearDown]
    public void Close() => org.Dispose();

    [TestCase("FORMAT(Amount) x", "\"x\":\"$1,500.00\"")]
    [TestCase("FORMAT(Probability) x", "\"x\":\"33.5%\"")]
    [TestCase("FORMAT(CloseDate) x", "\"x\":\"6/3/2026\"")]
    [TestCase("FORMAT(CreatedDate) x", "\"x\":\"2/1/2026, 3:05 PM\"")]
    [TestCase("FORMAT(convertCurrency(Amount)) x", "\"x\":\"$1,500.00\"")]
    [TestCase("FORMAT(Amount)", "\"Amount\":\"$1,500.00\"")]
    [TestCase("convertCurrency(Amount)", "\"Amount\":1500.0")]
    [TestCase("toLabel(StageName) x", "\"x\":\"POV\"")]
    [TestCase("FORMAT(Account.AnnualRevenue) x", "\"x\":\"$1,234,567.50\"")]
    public void A_function_stands_under_its_alias_or_in_the_place_of_its_field(string item, string json) =>
        Assert.That(org.Query($"SELECT {item} FROM Opportunity WHERE Name = 'a'").GetProperty("records")[0].GetRawText(), Does.EndWith($",{json}}}"));

    [Test]
    public void A_function_of_a_parents_field_stands_in_the_parent() => Assert.That(
        org.Query("SELECT Account.Name, FORMAT(Account.AnnualRevenue) FROM Opportunity WHERE Name = 'a'").GetProperty("records")[0]
            .GetProperty("Account").GetProperty("AnnualRevenue").GetString(),
        Is.EqualTo("$1,234,567.50"));

    [Test]
    public void Nothing_has_no_format() => Assert.That(
        org.Query("SELECT FORMAT(Amount) x FROM Opportunity WHERE Name = 'b'").GetProperty("records")[0].GetRawText(), Does.EndWith(",\"x\":null}"));

    [Test]
    public void A_label_can_be_filtered_by() => Assert.That(org.Names("SELECT Name FROM Opportunity WHERE toLabel(StageName) = 'pov'"), Is.EqualTo(new[] { "a" }));

    [TestCase("SELECT FORMAT(Name) FROM Opportunity", "FORMAT")]
    [TestCase("SELECT convertCurrency(Probability) FROM Opportunity", "convertCurrency")]
    [TestCase("SELECT UNKNOWN(Amount) x FROM Opportunity", "UNKNOWN")]
    public void A_function_takes_only_fields_of_its_kind(string soql, string function)
    {
        var refusal = org.Refused(soql);

        Assert.That(refusal.ErrorCode, Is.EqualTo("MALFORMED_QUERY"));
        Assert.That(refusal.Message, Does.EndWith($"ERROR at Row:1:Column:8\nunexpected token: '{function}'"));
    }

    [Test]
    public void An_alias_cannot_be_the_name_of_what_is_selected_already() => Assert.That(
        org.Refused("SELECT Amount, FORMAT(Amount) amount FROM Opportunity").ErrorCode, Is.EqualTo("INVALID_FIELD"));
}
