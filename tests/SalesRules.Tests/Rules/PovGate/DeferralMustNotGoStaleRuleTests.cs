using SalesRules.Decisions;
using SalesRules.Rules;
using SalesRules.Rules.PovGate;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.PovGate;

public class DeferralMustNotGoStaleRuleTests
{
    [Test]
    public void Fourteen_days_without_a_new_score_are_allowed() => Assert.That(DeferredFor(14).Ask<DeferralMustNotGoStaleRule>(), Says.Nothing);

    [Test]
    public void Fifteen_are_not()
    {
        var finding = DeferredFor(15).Finding<DeferralMustNotGoStaleRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.Low));
            Assert.That(finding.Message, Is.EqualTo("The POV is deferred since 2026-02-15 and has had no new score since 2026-02-15."));
        }
    }

    [Test]
    public void The_sentence_stays_the_same_from_day_to_day()
    {
        var deal = DeferredFor(20);
        Assert.That(deal.On(ADeal.Today.AddDays(1)).Finding<DeferralMustNotGoStaleRule>().Message, Is.EqualTo(deal.Finding<DeferralMustNotGoStaleRule>().Message));
    }

    [TestCase(14, false)]
    [TestCase(15, true)]
    public void A_new_score_noted_on_the_record_starts_the_days_again(int days, bool found)
    {
        var deal = DeferredFor(40).With(it => it with { ScoredOn = ADeal.Today.AddDays(-days) });
        Assert.That(deal.Ask<DeferralMustNotGoStaleRule>().Finding, found ? Is.Not.Null : Is.Null);
    }

    [TestCase(14, false)]
    [TestCase(15, true)]
    public void So_does_a_change_of_any_pillar(int days, bool found)
    {
        var deal = DeferredFor(40).Knowing(context => context with
        {
            ScoreHistory = new ScoreHistory(new Dictionary<Pillar, ScoreChange> { [Pillar.Insight] = new(ADeal.Noon(ADeal.Today.AddDays(-days)), null) }),
        });
        Assert.That(deal.Ask<DeferralMustNotGoStaleRule>().Finding, found ? Is.Not.Null : Is.Null);
    }

    [Test]
    public void A_score_older_than_the_deferral_does_not_count() =>
        Assert.That(DeferredFor(15).With(it => it with { ScoredOn = ADeal.Today.AddDays(-60) }).Ask<DeferralMustNotGoStaleRule>(), Says.Something);

    [Test]
    public void The_days_are_the_policys() =>
        Assert.That(DeferredFor(8).Under(policy => policy with { Pov = policy.Pov with { StaleDeferralDays = 7 } }).Ask<DeferralMustNotGoStaleRule>(), Says.Something);

    [Test]
    public void Without_knowing_since_when_it_cannot_be_told() =>
        Assert.That(DeferredFor(40).Knowing(context => context with { DeferredSince = null }).Ask<DeferralMustNotGoStaleRule>(), Says.Unknown);

    [Test]
    public void A_deal_that_is_not_deferred_is_silent() => Assert.That(DeferredFor(40).Scored(2, 2, 2, 2, 2).Ask<DeferralMustNotGoStaleRule>(), Says.Nothing);

    [Test]
    public void So_is_one_with_an_approval() =>
        Assert.That(DeferredFor(40).With(it => it with { PovApprovedOn = ADeal.Noon(ADeal.Today) }).Ask<DeferralMustNotGoStaleRule>(), Says.Nothing);

    private static ADeal DeferredFor(int days) => ADeal.InStage("Solution").Scored(1, 2, 2, 2, 2)
        .Knowing(context => context with { DeferredSince = ADeal.Today.AddDays(-days) });
}
