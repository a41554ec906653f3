using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Rules.Renewals;

namespace SalesRules.Tests.Rules.Renewals;

public class RenewalSponsorMustBeMetRuleTests
{
    private static readonly DealActivity NoMeetingAhead = new(ADeal.Today, null);

    [Test]
    public void Met_90_days_ago_is_recent() => Assert.That(MetDaysAgo(90).Ask<RenewalSponsorMustBeMetRule>(), Says.Nothing);

    [Test]
    public void Met_91_days_ago_is_not()
    {
        var finding = MetDaysAgo(91).Finding<RenewalSponsorMustBeMetRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.High));
            Assert.That(finding.Message, Is.EqualTo("The economic buyer was last met on 2025-12-01 and no meeting lies ahead."));
            Assert.That(finding.Evidence.Single().Field, Is.EqualTo("Economic_Buyer_Met_On__c"));
        }
    }

    [Test]
    public void Never_met_is_told_so() => Assert.That(
        NeverMet.Finding<RenewalSponsorMustBeMetRule>().Message, Is.EqualTo("The economic buyer was never met and no meeting lies ahead."));

    [TestCase(0, false)]
    [TestCase(-1, true)]
    public void A_meeting_ahead_suffices_today_included(int days, bool found)
    {
        var deal = NeverMet.Knowing(context => context with { Activity = new DealActivity(null, ADeal.Today.AddDays(days)) });
        Assert.That(deal.Ask<RenewalSponsorMustBeMetRule>(), found ? Says.Something : Says.Nothing);
    }

    [Test]
    public void Without_knowing_the_meetings_nothing_can_be_told() =>
        Assert.That(NeverMet.Knowing(context => context with { Activity = null }).Ask<RenewalSponsorMustBeMetRule>(), Says.Unknown);

    [TestCase("2026-09-30", true)]
    [TestCase("2026-10-01", false)]
    public void Only_in_the_window(string close, bool found) => Assert.That(
        NeverMet.With(it => it with { CloseDate = DateOnly.Parse(close, null) }).Ask<RenewalSponsorMustBeMetRule>(), found ? Says.Something : Says.Nothing);

    [Test]
    public void A_sale_is_not_asked() => Assert.That(NeverMet.OfType("New Business").Ask<RenewalSponsorMustBeMetRule>(), Says.Nothing);

    [Test]
    public void The_days_are_the_policys() => Assert.That(
        MetDaysAgo(31).Under(policy => policy with { Renewals = new RenewalPolicy { SponsorDays = 30 } }).Ask<RenewalSponsorMustBeMetRule>(), Says.Something);

    private static ADeal NeverMet => Met(null);

    private static ADeal MetDaysAgo(int days) => Met(ADeal.Today.AddDays(-days));

    private static ADeal Met(DateOnly? on) =>
        ADeal.Renewal.With(it => it with { EconomicBuyerMetOn = on }).Knowing(context => context with { Activity = NoMeetingAhead });
}
