using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Rules.Renewals;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Renewals;

public class RenewalMustBeScoredRuleTests
{
    private static readonly DateOnly LastDayOfTheWindow = new(2026, 9, 30);

    [Test]
    public void A_score_of_90_days_ago_is_current() => Assert.That(ScoredDaysAgo(90).Ask<RenewalMustBeScoredRule>(), Says.Nothing);

    [Test]
    public void One_of_91_is_due_again()
    {
        var finding = ScoredDaysAgo(91).Finding<RenewalMustBeScoredRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.High));
            Assert.That(finding.Message, Is.EqualTo("Last scored on 2025-12-01; a renewal is scored at least every 90 days."));
            Assert.That(finding.Evidence.Single().Field, Is.EqualTo("MIQL_Scored_On__c"));
        }
    }

    [Test]
    public void A_pillar_without_a_score_is_named()
    {
        var finding = ScoredDaysAgo(0).Scored(2, null, 2, null, 2).Finding<RenewalMustBeScoredRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("The renewal of 2026-03-16 lacks scores: Maps and Cost of switching are not scored."));
            Assert.That(finding.Evidence.Select(seen => seen.Field), Is.EqualTo(["MIQL_Maps__c", "MIQL_Quantify__c"]));
        }
    }

    [Test]
    public void An_inherited_score_is_none() => Assert.That(
        ScoredDaysAgo(0).Knowing(context => context with { InheritedPillars = new HashSet<Pillar> { Pillar.Outcome } }).Finding<RenewalMustBeScoredRule>().Message,
        Does.EndWith("lacks scores: Outcome is inherited from the sale and has to be set anew by the CSM."));

    [TestCase(90, false)]
    [TestCase(91, true)]
    public void The_last_change_of_any_pillar_counts_where_it_is_later(int days, bool found)
    {
        var deal = ScoredDaysAgo(200).Knowing(context => context with
        {
            ScoreHistory = new ScoreHistory(new Dictionary<Pillar, ScoreChange> { [Pillar.Maps] = new(ADeal.Noon(ADeal.Today.AddDays(-days)), null) }),
        });
        Assert.That(deal.Ask<RenewalMustBeScoredRule>(), found ? Says.Something : Says.Nothing);
    }

    [Test]
    public void When_nobody_knows_when_it_was_scored_nothing_can_be_told() =>
        Assert.That(ADeal.Renewal.Ask<RenewalMustBeScoredRule>(), Says.Unknown);

    [TestCase("2025-12-31", false)]
    [TestCase("2026-01-01", true)]
    [TestCase("2026-09-30", true)]
    [TestCase("2026-10-01", false)]
    public void The_window_is_this_and_the_next_two_fiscal_quarters(string close, bool found) =>
        Assert.That(Closing(DateOnly.Parse(close, null)).Ask<RenewalMustBeScoredRule>(), found ? Says.Something : Says.Nothing);

    [Test]
    public void Without_a_close_date_it_is_in_no_window() => Assert.That(Closing(null).Ask<RenewalMustBeScoredRule>(), Says.Nothing);

    [TestCase("New Business")]
    [TestCase("Existing Business")]
    public void Other_motions_are_not_asked(string type) => Assert.That(ScoredDaysAgo(91).OfType(type).Ask<RenewalMustBeScoredRule>(), Says.Nothing);

    [Test]
    public void Days_and_quarters_are_the_policys()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ScoredDaysAgo(31).Under(policy => policy with { Renewals = new RenewalPolicy { ScoreDays = 30 } }).Ask<RenewalMustBeScoredRule>(), Says.Something);
            Assert.That(Closing(LastDayOfTheWindow).Under(policy => policy with { Renewals = new RenewalPolicy { QuartersAhead = 1 } }).Ask<RenewalMustBeScoredRule>(), Says.Nothing);
        }
    }

    private static ADeal Closing(DateOnly? close) => ScoredDaysAgo(91).With(it => it with { CloseDate = close });

    private static ADeal ScoredDaysAgo(int days) => ADeal.Renewal.With(it => it with { ScoredOn = ADeal.Today.AddDays(-days) });
}
