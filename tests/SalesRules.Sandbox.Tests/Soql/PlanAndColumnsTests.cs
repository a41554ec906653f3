using System.Text.Json;
using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Soql.Results;

namespace SalesRules.Sandbox.Tests.Soql;

/// <summary>What a query can be asked beside its rows.</summary>
public sealed class PlanAndColumnsTests
{
    private QueryOrg org = null!;

    [SetUp]
    public void Open() => org = new QueryOrg();

    [TearDown]
    public void Close() => org.Dispose();

    [Test]
    public void Columns_are_described_without_running_the_query()
    {
        var reply = JsonDocument.Parse(org.Engine.DescribeColumns(
            "SELECT id, amount, Owner.Email, (SELECT Role FROM OpportunityContactRoles) FROM Opportunity")).RootElement;

        Assert.That(reply.EnumerateObject().Select(property => property.Name), Is.EqualTo(new[] { "columnMetadata", "entityName", "groupBy", "idSelected", "keyPrefix" }));
        Assert.That(
            reply.GetProperty("columnMetadata").EnumerateArray().Select(column => column.GetProperty("columnName").GetString()),
            Is.EqualTo(new[] { "Id", "Amount", "Owner", "OpportunityContactRoles" }));
        Assert.That(reply.GetProperty("columnMetadata")[2].GetProperty("joinColumns")[0].GetProperty("columnName").GetString(), Is.EqualTo("Email"));
        Assert.That(
            (reply.GetProperty("entityName").GetString(), reply.GetProperty("idSelected").GetBoolean(), reply.GetProperty("keyPrefix").GetString()),
            Is.EqualTo(("Opportunity", true, "006")));
    }

    [Test]
    public void Columns_of_groups_are_aggregates()
    {
        var reply = JsonDocument.Parse(org.Engine.DescribeColumns("SELECT StageName, COUNT(Id) n FROM Opportunity GROUP BY StageName")).RootElement;

        Assert.That(reply.GetProperty("groupBy").GetBoolean(), Is.True);
        Assert.That(reply.GetProperty("columnMetadata")[1].GetProperty("aggregate").GetBoolean(), Is.True);
        Assert.That(reply.GetProperty("columnMetadata")[1].GetProperty("columnName").GetString(), Is.EqualTo("n"));
    }

    [TestCase("SELECT Id FROM Opportunity WHERE Amount > 1", "TableScan", "")]
    [TestCase("SELECT Id FROM Opportunity WHERE SystemModstamp > 2026-01-01T00:00:00Z", "Index", "SystemModstamp")]
    [TestCase("SELECT Id FROM Opportunity WHERE AccountId = '001000000000000'", "Index", "AccountId")]
    public void A_plan_names_the_index_it_uses(string soql, string operation, string fields)
    {
        var plan = JsonDocument.Parse(org.Engine.Explain(soql)).RootElement.GetProperty("plans")[0];

        Assert.That(plan.GetProperty("leadingOperationType").GetString(), Is.EqualTo(operation));
        Assert.That(string.Join(' ', plan.GetProperty("fields").EnumerateArray().Select(field => field.GetString())), Is.EqualTo(fields));
    }

    [Test]
    public void A_table_has_dotted_columns_and_typed_values()
    {
        var owner = org.Add("User", ("Email", "rob@acme.example"));
        org.Add("Opportunity", ("Name", "a"), ("Amount", 5), ("OwnerId", owner));
        org.Add("Opportunity", ("Name", "b"));

        var table = org.Engine.Tabulate("SELECT name, Owner.Email, Amount FROM opportunity ORDER BY Name", includeDeleted: false);

        Assert.That(table.ObjectName, Is.EqualTo("Opportunity"));
        Assert.That(table.Columns, Is.EqualTo(new[]
        {
            new QueryColumn("Name", FieldType.String), new QueryColumn("Owner.Email", FieldType.Email), new QueryColumn("Amount", FieldType.Currency),
        }));
        Assert.That(table.Rows, Is.EqualTo(new object?[][] { ["a", "rob@acme.example", 5m], ["b", null, null] }));
    }

    [TestCase("SELECT COUNT(Id) FROM Opportunity")]
    [TestCase("SELECT COUNT() FROM Opportunity")]
    [TestCase("SELECT Id, (SELECT Id FROM Tasks) FROM Opportunity")]
    public void What_is_no_table_is_refused(string soql) =>
        Assert.That(() => org.Engine.Tabulate(soql, includeDeleted: false), Throws.TypeOf<SalesRules.Sandbox.Soql.SoqlException>());
}
