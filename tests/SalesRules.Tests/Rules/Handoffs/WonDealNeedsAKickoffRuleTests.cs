using SalesRules.Decisions;
using SalesRules.Rules.Handoffs;

namespace SalesRules.Tests.Rules.Handoffs;

public class WonDealNeedsAKickoffRuleTests
{
    // Today is a Monday: two business days after a Thursday it is Monday, after a Wednesday it was Friday.
    [TestCase("2026-02-26", false)]
    [TestCase("2026-02-25", true)]
    public void Two_business_days_after_the_close(string close, bool found) =>
        Assert.That(WonOn(DateOnly.Parse(close, null)).Ask<WonDealNeedsAKickoffRule>(), found ? Says.A(Severity.Medium) : Says.Nothing);

    [Test]
    public void It_says_since_when()
    {
        var finding = WonOn(new DateOnly(2026, 2, 20)).Finding<WonDealNeedsAKickoffRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("Won on 2026-02-20 and no kickoff date within 2 business days."));
            Assert.That(finding.Evidence.Single().Field, Is.EqualTo("Kickoff_On__c"));
        }
    }

    [Test]
    public void Any_date_is_a_date() => Assert.That(AWin.DaysAgo(20).Ask<WonDealNeedsAKickoffRule>(), Says.Nothing);

    [TestCase(30, true)]
    [TestCase(31, false)]
    public void Asked_for_30_days(int days, bool found) => Assert.That(WonOn(ADeal.Today.AddDays(-days)).Ask<WonDealNeedsAKickoffRule>(), found ? Says.Something : Says.Nothing);

    [Test]
    public void A_renewal_needs_none() => Assert.That(WonOn(new DateOnly(2026, 2, 20)).OfType("Renewal").Ask<WonDealNeedsAKickoffRule>(), Says.Nothing);

    [Test]
    public void Nor_does_what_was_lost() =>
        Assert.That(WonOn(new DateOnly(2026, 2, 20)).With(it => it with { StageName = "Closed Lost", IsWon = false }).Ask<WonDealNeedsAKickoffRule>(), Says.Nothing);

    [Test]
    public void Holidays_are_no_business_days_and_the_days_are_the_policys()
    {
        using (Assert.EnterMultipleScope())
        {
            // Thursday before Easter: Good Friday and Easter Monday are holidays, the second business day is Wednesday.
            Assert.That(WonOn(new DateOnly(2026, 4, 2)).On(new DateOnly(2026, 4, 8)).Ask<WonDealNeedsAKickoffRule>(), Says.Nothing);
            Assert.That(WonOn(new DateOnly(2026, 4, 2)).On(new DateOnly(2026, 4, 9)).Ask<WonDealNeedsAKickoffRule>(), Says.Something);
            Assert.That(WonOn(new DateOnly(2026, 2, 26)).Under(policy => policy.With(closing => closing with { KickoffDays = 1 })).Ask<WonDealNeedsAKickoffRule>(), Says.Something);
        }
    }

    private static ADeal WonOn(DateOnly day) => AWin.On(day).With(it => it with { KickoffOn = null });
}
