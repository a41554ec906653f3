using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Rules.Hygiene;

namespace SalesRules.Tests.Rules.Hygiene;

public class DealMustHaveActivityRuleTests
{
    [TestCase("Commit", 14, false)]
    [TestCase("Commit", 15, true)]
    [TestCase("Best Case", 30, false)]
    [TestCase("Best Case", 31, true)]
    [TestCase(null, 30, false)]
    [TestCase(null, 31, true)]
    public void Every_30_days_and_in_Commit_every_14(string? category, int days, bool found) =>
        Assert.That(Active(days).Forecast(category).Ask<DealMustHaveActivityRule>(), found ? Says.A(Severity.Medium) : Says.Nothing);

    [Test]
    public void It_says_since_when_and_how_often()
    {
        var finding = Active(15).Forecast("Commit").Finding<DealMustHaveActivityRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("No activity since 2026-02-15; this deal needs some every 14 days."));
            Assert.That(finding.Evidence.Single().Field, Is.EqualTo("LastActivityDate"));
        }
    }

    [Test]
    public void What_people_did_is_known_better_than_the_records_date() =>
        Assert.That(Active(0).Knowing(context => context with { Activity = new DealActivity(ADeal.Today.AddDays(-31), null) }).Ask<DealMustHaveActivityRule>(), Says.Something);

    [TestCase(30, false)]
    [TestCase(31, true)]
    public void A_new_deal_has_time_from_its_creation_on(int days, bool found)
    {
        var created = ADeal.Noon(ADeal.Today.AddDays(-days));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Idle.With(it => it with { CreatedDate = created }).Ask<DealMustHaveActivityRule>(), found ? Says.Something : Says.Nothing);
            Assert.That(Active(0).With(it => it with { CreatedDate = created }).Knowing(context => context with { Activity = new DealActivity(null, null) }).Ask<DealMustHaveActivityRule>(), found ? Says.Something : Says.Nothing);
        }
    }

    [Test]
    public void Without_activity_and_creation_it_cannot_be_told() => Assert.That(Idle.Ask<DealMustHaveActivityRule>(), Says.Unknown);

    [Test]
    public void The_days_are_the_policys()
    {
        ADeal Deal(int days) => Active(days).Under(policy => policy with { Hygiene = new HygienePolicy { ActivityDays = 7, ActivityDaysInCommit = 3 } });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Deal(8).Ask<DealMustHaveActivityRule>(), Says.Something);
            Assert.That(Deal(4).Ask<DealMustHaveActivityRule>(), Says.Nothing);
            Assert.That(Deal(4).Forecast("Commit").Ask<DealMustHaveActivityRule>(), Says.Something);
        }
    }

    private static ADeal Idle => ADeal.InStage("Discovery").With(it => it with { LastActivityDate = null });

    private static ADeal Active(int daysAgo) => ADeal.InStage("Discovery").With(it => it with { LastActivityDate = ADeal.Today.AddDays(-daysAgo) });
}
