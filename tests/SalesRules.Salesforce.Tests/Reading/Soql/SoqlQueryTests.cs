using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Salesforce.Reading.Soql;
using SalesRules.Snapshots;

namespace SalesRules.Salesforce.Tests.Reading.Soql;

internal sealed class SoqlQueryTests
{
    private static readonly SoqlCondition Open = SoqlCondition.Compare("IsClosed", SoqlComparison.Equal, SoqlLiteral.Of(false));

    [Test]
    public void A_query_is_written_in_the_order_of_its_clauses()
    {
        var query = new SoqlQuery("Opportunity", ["Id", "Owner.Name", "id"]) { Where = Open, OrderBy = ["SystemModstamp", "Id"], Limit = 2001 };

        Assert.That(query.ToString(), Is.EqualTo("SELECT Id,Owner.Name FROM Opportunity WHERE IsClosed = false ORDER BY SystemModstamp,Id LIMIT 2001"));
        Assert.That(query.ToCount(), Is.EqualTo("SELECT COUNT() FROM Opportunity WHERE IsClosed = false"));
    }

    [Test]
    public void A_query_of_nothing_is_refused()
    {
        Assert.That(() => new SoqlQuery("Opportunity", []), Throws.ArgumentException);
        Assert.That(() => new SoqlQuery("Opportunity WHERE", ["Id"]), Throws.ArgumentException);
        Assert.That(() => new SoqlQuery("Opportunity", ["Id FROM Account"]), Throws.ArgumentException);
    }

    [Test]
    public void Ids_are_split_into_as_few_queries_as_an_address_can_hold_and_none_is_lost()
    {
        var ids = Enumerable.Range(0, 1000).Select(i => SalesforceId.Parse(FormattableString.Invariant($"006xx0000{i:D6}"))).ToList();

        var parts = QueryLength.Split(ids.Select(SoqlLiteral.Of), new SoqlQuery("Opportunity", ["Id", "Name"]), "Id").Select(q => q.ToString()).ToList();

        Assert.That(parts, Has.Count.EqualTo(3), "about 450 ids fit into one");
        Assert.That(parts.Select(p => Uri.EscapeDataString(p).Length), Is.All.LessThanOrEqualTo(QueryLength.MaxEscaped - 400));
        Assert.That(ids.Select(id => parts.Count(p => p.Contains(id.Value))), Is.All.EqualTo(1));
    }

    [Test]
    public void Long_keys_are_split_by_their_escaped_length()
    {
        var keys = Enumerable.Range(0, 200).Select(i => SoqlLiteral.Of(new string('ü', 60) + i.ToString("D3", null)));

        var parts = QueryLength.Split(keys, new SoqlQuery("Task", ["Id"]), "SalesRules_Key__c").ToList();

        Assert.That(parts.Select(p => Uri.EscapeDataString(p.ToString()).Length), Is.All.LessThanOrEqualTo(QueryLength.MaxEscaped));
        Assert.That(parts, Has.Count.InRange(6, 8));
    }

    [Test]
    public void Nothing_to_split_asks_nothing() =>
        Assert.That(QueryLength.Split([], new SoqlQuery("Task", ["Id"]), "Id"), Is.Empty);

    [Test]
    public void A_query_just_too_long_for_an_address_is_refused_before_it_is_sent()
    {
        Assert.That(QueryLength.Escape(new string('a', QueryLength.MaxEscaped), "Query"), Has.Length.EqualTo(QueryLength.MaxEscaped));
        Assert.That(
            () => QueryLength.Escape(new string('a', QueryLength.MaxEscaped + 1), "Query"),
            Throws.InstanceOf<SalesforceException>().With.Property(nameof(SalesforceException.ErrorCode)).EqualTo(LocalErrorCodes.QueryTooLong));
    }
}
