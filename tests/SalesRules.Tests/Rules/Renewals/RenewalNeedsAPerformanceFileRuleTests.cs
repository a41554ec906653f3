using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules.Renewals;

namespace SalesRules.Tests.Rules.Renewals;

public class RenewalNeedsAPerformanceFileRuleTests
{
    [TestCase(91, false)]
    [TestCase(90, true)]
    [TestCase(-1, true)]
    public void From_90_days_before_the_close_on(int inDays, bool found) => Assert.That(Renewing(inDays).Ask<RenewalNeedsAPerformanceFileRule>(), found ? Says.A(Severity.Medium) : Says.Nothing);

    [TestCase("https://example.com/performance", false)]
    [TestCase(" ", true)]
    public void A_link_is_enough_and_blanks_are_none(string file, bool found) =>
        Assert.That(Renewing(30).With(it => it with { PerformanceFile = file }).Ask<RenewalNeedsAPerformanceFileRule>(), found ? Says.Something : Says.Nothing);

    [Test]
    public void It_says_when_it_renews()
    {
        var finding = Renewing(14).Finding<RenewalNeedsAPerformanceFileRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("Renews on 2026-03-16 and has no performance file."));
            Assert.That(finding.Evidence.Single().Field, Is.EqualTo("Performance_File__c"));
        }
    }

    [Test]
    public void Without_a_close_date_it_is_silent() => Assert.That(Renewing(0).With(it => it with { CloseDate = null }).Ask<RenewalNeedsAPerformanceFileRule>(), Says.Nothing);

    [Test]
    public void A_sale_needs_none() => Assert.That(Renewing(0).OfType("New Business").Ask<RenewalNeedsAPerformanceFileRule>(), Says.Nothing);

    [Test]
    public void The_days_are_the_policys() => Assert.That(
        Renewing(30).Under(policy => policy with { Renewals = new RenewalPolicy { PerformanceFileDays = 29 } }).Ask<RenewalNeedsAPerformanceFileRule>(), Says.Nothing);

    private static ADeal Renewing(int inDays) =>
        ADeal.Renewal.With(it => it with { PerformanceFile = null, CloseDate = ADeal.Today.AddDays(inDays) });
}
