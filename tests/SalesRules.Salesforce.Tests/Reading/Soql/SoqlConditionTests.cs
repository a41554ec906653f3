using SalesRules.Salesforce.Reading.Soql;

namespace SalesRules.Salesforce.Tests.Reading.Soql;

internal sealed class SoqlConditionTests
{
    private static readonly SoqlCondition Open = SoqlCondition.Compare("IsClosed", SoqlComparison.Equal, SoqlLiteral.Of(false));
    private static readonly SoqlCondition Large = SoqlCondition.Compare("Amount", SoqlComparison.GreaterOrEqual, SoqlLiteral.Of(50_000m));

    [Test]
    public void Conditions_are_joined_in_parentheses()
    {
        Assert.That(SoqlCondition.All(Open, Large)!.ToString(), Is.EqualTo("(IsClosed = false) AND (Amount >= 50000)"));
        Assert.That(SoqlCondition.Any(Open, SoqlCondition.All(Open, Large))!.ToString(), Is.EqualTo("(IsClosed = false) OR ((IsClosed = false) AND (Amount >= 50000))"));
    }

    [Test]
    public void What_is_absent_is_left_out()
    {
        Assert.That(SoqlCondition.All(null, Open)!.ToString(), Is.EqualTo("IsClosed = false"));
        Assert.That(SoqlCondition.All(null, null), Is.Null);
        Assert.That(SoqlCondition.Any(), Is.Null);
    }

    [Test]
    public void A_list_needs_a_value()
    {
        Assert.That(SoqlCondition.In("StageName", [SoqlLiteral.Of("A"), SoqlLiteral.Of("B")]).ToString(), Is.EqualTo("StageName IN ('A','B')"));
        Assert.That(() => SoqlCondition.In("StageName", []), Throws.ArgumentException);
    }

    [TestCase("Amount > 0 OR Id != null")]
    [TestCase("Name) OR (Id")]
    [TestCase("1Name")]
    [TestCase("Owner..Name")]
    [TestCase("Owner.")]
    [TestCase("")]
    [TestCase("Name\n")]
    public void Only_a_name_can_be_a_field(string field) =>
        Assert.That(() => SoqlCondition.Compare(field, SoqlComparison.Equal, SoqlLiteral.Null), Throws.ArgumentException);

    [TestCase("StageName = 'Negotiation'")]
    [TestCase("Owner.Name LIKE 'O\\'Brien%' AND (Amount > 1e5 OR CloseDate = THIS_QUARTER)")]
    [TestCase("Name = 'ORDER BY (LIMIT 1'")]
    [TestCase("Limit__c > 3 AND Order__c != null")]
    [TestCase("LastModifiedDate >= 2026-02-01T10:00:00Z")]
    [TestCase("Id IN (SELECT OpportunityId FROM OpportunityContactRole WHERE Role = 'Champion')")]
    [TestCase("Name = 'ends with a backslash \\\\'")]
    public void A_condition_of_an_administrator_is_taken_as_it_is(string text) =>
        Assert.That(SoqlCondition.All(Open, SoqlCondition.Parse(text))!.ToString(), Is.EqualTo($"(IsClosed = false) AND ({text})"));

    [TestCase("", "empty")]
    [TestCase("  ", "empty")]
    [TestCase("Id != null) OR (Id != null", "character 11, this parenthesis closes none")]
    [TestCase("(Id != null", "character 1, this parenthesis is never closed")]
    [TestCase("Name = 'Acme", "character 8, this quote is never closed")]
    [TestCase("Name = 'Acme\\'", "character 8, this quote is never closed")]
    [TestCase("Id != null ORDER BY Name", "ORDER begins another part")]
    [TestCase("Id != null limit 1", "LIMIT begins another part")]
    [TestCase("Id != null FOR UPDATE", "FOR begins another part")]
    [TestCase("Id != null GROUP BY Name", "GROUP begins another part")]
    [TestCase("Id != null OFFSET 5", "OFFSET begins another part")]
    [TestCase("Id != null ALL ROWS", "ALL begins another part")]
    [TestCase("Name = \"Acme\"", "texts stand in single quotes")]
    [TestCase("Id != null; DELETE", "does not belong")]
    public void A_text_that_is_more_or_less_than_a_condition_is_refused_with_the_place(string text, string reason) =>
        Assert.That(() => SoqlCondition.Parse(text), Throws.InstanceOf<FormatException>().With.Message.Contains(reason));
}
