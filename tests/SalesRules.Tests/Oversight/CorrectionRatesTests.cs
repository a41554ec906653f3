using SalesRules.Oversight;
using SalesRules.Portfolio;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Oversight;

public class CorrectionRatesTests
{
    private const string Above = "forecast.above-ceiling";

    private static readonly DateTimeOffset Since = Day(10);

    [Test]
    public void A_deal_counts_once_however_often_it_was_corrected()
    {
        var rate = Only(By(Slicing.Owner, [On(11, Above), On(12, Above), On(13)]));

        Assert.That((rate.Deals, rate.Rules.Single()), Is.EqualTo((new Rate(1, 1), new RuleCount(Above, 2))));
    }

    [Test]
    public void One_that_stood_when_the_period_began_counts_and_what_was_corrected_before_it_does_not() =>
        Assert.That(Only(By(Slicing.Owner, [On(8, Above), On(9, Above)])).Deals, Is.EqualTo(new Rate(0, 1)));

    [Test]
    public void The_first_instant_of_the_period_is_within_it()
    {
        Assert.That(Only(By(Slicing.Owner, [On(10, Above)])).Deals, Is.EqualTo(new Rate(1, 1)));
        Assert.That(Only(By(Slicing.Owner, [On(10, Above) with { DecidedAt = Since.AddTicks(-1) }])).Deals, Is.EqualTo(new Rate(0, 1)));
    }

    [Test]
    public void A_deal_that_was_closed_all_the_while_counts_nowhere()
    {
        var rates = By(Slicing.Owner, [Closed(On(9)), Closed(On(11, Above))]);

        Assert.That((rates.All, rates.Build().Count), Is.EqualTo((default(Rate), 0)));
    }

    [Test]
    public void One_that_changed_hands_counts_for_both_and_once_for_all()
    {
        var rates = By(Slicing.Owner, [On(11, Above), Of(ADeal.Stranger, On(12))]);

        Assert.That(rates.All, Is.EqualTo(new Rate(1, 1)));
        Assert.That(rates.Build().Select(rate => (rate.Key, rate.Deals)), Is.EqualTo(new[] { (ADeal.Owner.Value, new Rate(1, 1)), (ADeal.Stranger.Value, new Rate(0, 1)) }));
    }

    [Test]
    public void A_team_is_the_owners_of_one_manager()
    {
        var rates = By(Slicing.Team, [Under(ADeal.Manager, On(11, Above))], [Under(ADeal.Manager, Of(ADeal.Stranger, On(11)))], [Under(null, On(11))]);

        Assert.That(rates.Build().Select(rate => (rate.Name, rate.Deals)), Is.EqualTo(new[] { (ADeal.Manager.Value, new Rate(1, 2)), ("no manager", new Rate(0, 1)) }));
    }

    [Test]
    public void A_team_and_an_owner_have_the_names_of_the_org_where_they_are_known()
    {
        var users = new UserDirectory([new User(ADeal.Manager, "Mia Manager", true, null, null), new User(ADeal.Owner, "Olaf Owner", true, ADeal.Manager, null)]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Only(By(Slicing.Team, [Under(ADeal.Manager, On(11)) with { Users = users }])).Name, Is.EqualTo("Mia Manager"));
            Assert.That(Only(By(Slicing.Team, [Under(ADeal.Stranger, On(11)) with { Users = users }])).Name, Is.EqualTo(ADeal.Stranger.Value), "who is not known is shown by the id");
            Assert.That(Only(By(Slicing.Owner, [On(11) with { Users = users }])).Name, Is.EqualTo("Olaf Owner"));
        }
    }

    [TestCase(10, true)]
    [TestCase(3, false)]
    public void Somebody_stands_out_where_chance_hardly_explains_it(int corrected, bool standsOut)
    {
        var rates = new CorrectionRates(Since, Slicing.Owner);
        for (var deal = 0; deal < 20; deal++)
        {
            rates.Add([On(11, deal < corrected ? [Above] : [])]);
            for (var other = 0; other < 4; other++)
                rates.Add([Of(ADeal.Stranger, On(11, deal < 2 ? [Above] : []))]);
        }

        Assert.That(rates.Build().Single(rate => rate.Key == ADeal.Owner.Value).StandsOut, Is.EqualTo(standsOut));
    }

    [Test]
    public void Nothing_decided_is_no_share_and_not_zero() => Assert.That(new CorrectionRates(Since, Slicing.Owner).All.Share, Is.Null);

    private static CorrectionRates By(Slicing by, params DecidedVersion[][] deals)
    {
        var rates = new CorrectionRates(Since, by);
        foreach (var versions in deals)
            rates.Add(versions);
        return rates;
    }

    private static CorrectionRate Only(CorrectionRates rates) => rates.Build().Single();

    private static DateTimeOffset Day(int day) => new(2026, 3, day, 0, 0, 0, TimeSpan.Zero);

    private static DecidedVersion On(int day, params string[] correctedBy) => new(ADeal.InStage("POV").Opportunity, Day(day), TestPolicy.Default, [], correctedBy);

    private static DecidedVersion Closed(DecidedVersion version) => version with { Record = version.Record with { IsClosed = true } };

    private static DecidedVersion Of(SalesforceId owner, DecidedVersion version) => version with { Record = version.Record with { OwnerId = owner } };

    private static DecidedVersion Under(SalesforceId? manager, DecidedVersion version) => version with { Record = version.Record with { OwnerManagerId = manager } };
}
