using SalesRules.Sandbox.Generation.Recipes;
using SalesRules.Sandbox.Store;
using SalesRules.Sandbox.Tests.Generation;

namespace SalesRules.Sandbox.Tests;

public sealed class OrgContentsTests
{
    private Org org = null!;

    [OneTimeSetUp]
    public void Fill_a_default_org()
    {
        org = new Org(new SandboxOptions(), TimeProvider.System);
        OrgContents.Fill(org);
    }

    [OneTimeTearDown]
    public void Close() => org.Dispose();

    [Test]
    public void The_org_takes_every_generated_record_as_it_is()
    {
        var generated = CollectedOrg.Generate(500, today: org.Today());
        foreach (var records in generated.Records.GroupBy(record => record.ObjectName))
            Assert.That(Count(records.Key), Is.EqualTo(records.Count() + (records.Key == "User" ? 1 : 0)), records.Key);
    }

    [Test]
    public void Stamps_stay_in_the_past() =>
        Assert.That(
            org.Read(store => store["Opportunity"].Scan().Select(deal => deal.SystemModstamp).ToArray()),
            Is.All.LessThan(new DateTimeOffset(org.Today(), TimeOnly.MinValue, TimeSpan.Zero)));

    [Test]
    public void A_won_deal_left_in_Commit_stays_there() =>
        Assert.That(
            org.Read(store => store["Opportunity"].Scan()
                .Where(deal => deal["Description"] is string text && text == Recipe.WonOutsideClosed.Description)
                .Select(deal => deal["ForecastCategoryName"]).ToArray()),
            Is.Not.Empty.And.All.EqualTo("Commit"));

    [Test]
    public void The_total_is_what_its_formula_gives()
    {
        var totals = org.Read(store => store["Opportunity"].Scan()
            .Select(deal => (Total: deal["MIQL_Total__c"], Sum: Sum(deal))).ToArray());
        Assert.That(totals.Select(deal => deal.Total), Is.EqualTo(totals.Select(deal => deal.Sum)));
    }

    private static object? Sum(Record deal) =>
        (decimal?)deal["MIQL_Outcome__c"] + (decimal?)deal["MIQL_Maps__c"] + (decimal?)deal["MIQL_Insight__c"]
        + (decimal?)deal["MIQL_Quantify__c"] + (decimal?)deal["MIQL_Leadership__c"];

    private int Count(string objectName) => org.Read(store => store[objectName].Count);
}
