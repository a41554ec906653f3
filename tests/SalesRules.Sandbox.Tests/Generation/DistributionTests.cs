using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Tests.Generation;

public sealed class DistributionTests
{
    private static readonly CollectedOrg Org = CollectedOrg.Default;

    [Test]
    public void Two_deals_in_five_are_closed_and_most_of_those_won()
    {
        var closed = Org.Of("Opportunity").Where(deal => deal["IsClosed"] is true).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(closed, Has.Length.EqualTo(200));
            Assert.That(closed.Count(deal => deal["IsWon"] is true), Is.InRange(90, 150));
        }
    }

    [Test]
    public void Every_stage_of_the_list_has_deals()
    {
        var stages = Org.Of("Opportunity").CountBy(deal => (string)deal["StageName"]!).ToDictionary();
        foreach (var stage in StageLists.Policy)
            Assert.That(stages.GetValueOrDefault(stage.Name), Is.GreaterThanOrEqualTo(15), stage.Name);
    }

    [TestCase("New Business", 100)]
    [TestCase("New Customer", 30)]
    [TestCase("Existing Business", 50)]
    [TestCase("Renewal", 25)]
    [TestCase("Partner Resale", 1)]
    [TestCase(null, 1)]
    public void Types_are_mixed(string? type, int atLeast) =>
        Assert.That(Org.Of("Opportunity").Count(deal => Equals(deal["Type"], type)), Is.GreaterThanOrEqualTo(atLeast));

    [Test]
    public void Amounts_are_round_and_of_every_size()
    {
        var amounts = Org.Of("Opportunity").Select(deal => (decimal)deal["Amount"]!).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(amounts.Select(amount => amount % 500), Is.All.Zero);
            Assert.That(amounts.Count(amount => amount < 100_000), Is.InRange(150, 250));
            Assert.That(amounts.Count(amount => amount > 1_000_000), Is.InRange(3, 40));
        }
    }

    [Test]
    public void Open_deals_close_within_a_year_and_most_in_the_next_half()
    {
        var dates = Org.SoundDeals().Where(deal => deal["IsClosed"] is false).Select(deal => deal.Date("CloseDate")!.Value).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(dates, Is.All.InRange(CollectedOrg.Today, CollectedOrg.Today.AddYears(1)));
            Assert.That(dates.Count(date => date <= CollectedOrg.Today.AddMonths(6)), Is.GreaterThan(dates.Length * 7 / 10));
        }
    }

    [Test]
    public void Every_renewal_renews_a_won_deal_of_its_own_account()
    {
        var deals = Org.Of("Opportunity").ToDictionary(deal => deal.Id);
        var renewals = deals.Values.Where(deal => deal["Type"] is "Renewal").ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(renewals.Select(deal => deal["Renewal_Of__c"]), Is.Unique);
            Assert.That(renewals.Select(deal => deals[(string)deal["Renewal_Of__c"]!]["IsWon"]), Is.All.True);
            Assert.That(
                renewals.Select(deal => deals[(string)deal["Renewal_Of__c"]!]["AccountId"]), Is.EqualTo(renewals.Select(deal => deal["AccountId"])));
        }
    }

    [Test]
    public void Companies_and_contacts_are_varied()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Org.Of("Account").Select(account => account["Name"]), Is.Unique);
            Assert.That(Org.Of("Account").Select(account => account["Industry"]).Distinct().Count(), Is.GreaterThan(12));
            Assert.That(Org.Of("Contact").Select(contact => contact["Name"]).Distinct().Count(), Is.GreaterThan(Org.Of("Contact").Count() * 8 / 10));
        }
    }

    [Test]
    public void Mail_addresses_and_links_cannot_reach_anybody()
    {
        var addresses = Org.Records.SelectMany(record => record.Values.Values).OfType<string>()
            .Where(text => text.Contains('@') || text.StartsWith("https://", StringComparison.Ordinal)).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(addresses, Is.Not.Empty);
            Assert.That(addresses, Has.All.Match(@"^(https://)?[^/]+\.example(/|$)"));
        }
    }
}
