using FsCheck.NUnit;
using SalesRules.Cards;
using SalesRules.Rules;
using SalesRules.Tests.Rules;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace SalesRules.Tests.Cards;

/// <summary>Which rules are one step away: found by deciding again, without knowing any rule.</summary>
[Properties(Arbitrary = [typeof(RandomDeals)], MaxTest = 60, QuietOnSuccess = true)]
public class NearMissesTests
{
    private static readonly ADeal Sound = ADeal.InStage("Discovery").Scored(2, 2, 1, 1, 2).Forecast("Commit");

    [Test]
    public void A_score_that_is_just_enough_is_named() =>
        Assert.That(Near(Sound, "forecast.above-ceiling", wouldFire: true), Is.EqualTo(new[] { "MIQL_Outcome__c = 1", "MIQL_Maps__c = 1", "MIQL_Insight__c = 0" }), "a total of 8, with O and L at 2");

    [Test]
    public void A_score_that_is_one_short_is_named() =>
        Assert.That(Near(Sound.Scored(2, 2, 1, 0, 2), "forecast.above-ceiling", wouldFire: false), Is.EqualTo(new[] { "MIQL_Insight__c = 2", "MIQL_Quantify__c = 1" }), "a total of 7; Most Likely asks for as much as Commit");

    [Test]
    public void Two_steps_are_too_many_for_a_near_miss() =>
        Assert.That(Near(Sound.Scored(2, 1, 0, 1, 2), "forecast.above-ceiling", wouldFire: false).Where(words => words.StartsWith("MIQL", StringComparison.Ordinal)), Is.Empty, "a total of 6");

    [TestCase(1, "in 1 day")]
    [TestCase(6, "in 6 days")]
    public void Days_that_are_left_are_counted(int days, string words)
    {
        var deal = Sound.With(it => it with { CloseDate = ADeal.Today.AddDays(days - 1) });

        Assert.That(Near(deal, "hygiene.close-date-past", wouldFire: true), Does.Contain(words));
        Assert.That(deal.On(ADeal.Today.AddDays(days)).Decide().Findings.Select(finding => finding.Rule), Does.Contain("hygiene.close-date-past"), "so it is");
        Assert.That(deal.On(ADeal.Today.AddDays(days - 1)).Decide().Findings.Select(finding => finding.Rule), Does.Not.Contain("hygiene.close-date-past"), "and not a day earlier");
    }

    [Test]
    public void More_than_a_week_is_not_near() =>
        Assert.That(Near(Sound.With(it => it with { CloseDate = ADeal.Today.AddDays(Probes.Days) }), "hygiene.close-date-past", wouldFire: true).Where(words => words.StartsWith("in ", StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void A_field_that_is_filled_in_ends_what_its_emptiness_began() =>
        Assert.That(Near(Sound.With(it => it with { NextStep = null }), "hygiene.next-step-missing", wouldFire: false), Does.Contain("NextStep filled in"));

    [Test]
    public void To_empty_a_field_is_never_a_step() =>
        Assert.That(Probes.Of(Sound.Opportunity, Sound.Context, Sound.Policy).Where(probe => probe.Field is not null && probe.To.IsNull).Select(probe => probe.Words), Is.Empty);

    /// <summary>"Fixed" by what brings something heavier is not fixed.</summary>
    [Property]
    public void No_step_that_clears_a_finding_brings_a_heavier_one(ADeal deal)
    {
        var rules = new RuleBook(deal.Policy);
        var found = deal.Decide().Findings.ToDictionary(finding => finding.Rule, finding => finding.Severity);
        foreach (var near in NearMisses.Of(rules, deal.Opportunity, deal.Context, deal.Decide()).Where(near => !near.WouldFire))
        {
            foreach (var step in near.Steps)
                Assert.That(rules.Decide(step.Opportunity, step.Context).Findings.Where(finding => !found.ContainsKey(finding.Rule) && finding.Severity > found[near.Rule]), Is.Empty, $"{near.Rule}: {step.Words}");
        }
    }

    [Test]
    public void That_a_rule_would_mind_an_empty_field_is_no_near_miss() =>
        Assert.That(Near(Sound, "hygiene.next-step-missing", wouldFire: true), Is.Empty);

    [Test]
    public void A_step_does_not_close_the_deal() =>
        Assert.That(Probes.Of(ADeal.InStage("Commitment").Forecast("Commit").Opportunity, Sound.Context, Sound.Policy).Where(probe => probe.Field is "StageName" or "ForecastCategoryName").Select(probe => probe.Words), Is.EqualTo(new[] { "ForecastCategoryName = Most Likely", "StageName = Commercial" }));

    /// <summary>Every step named does what it says, and no rule is named without one.</summary>
    [Property]
    public void Each_step_makes_its_rule_fire_or_cease(ADeal deal)
    {
        var rules = new RuleBook(deal.Policy);
        var found = rules.Decide(deal.Opportunity, deal.Context).Findings.Select(finding => finding.Rule).ToHashSet();
        foreach (var near in NearMisses.Of(rules, deal.Opportunity, deal.Context, deal.Decide()))
        {
            Assert.That(near.Steps, Has.Count.InRange(1, 3));
            Assert.That(found.Contains(near.Rule), Is.EqualTo(!near.WouldFire), near.Rule);
            foreach (var step in near.Steps)
                Assert.That(rules.Decide(step.Opportunity, step.Context).Findings.Any(finding => finding.Rule == near.Rule), Is.EqualTo(near.WouldFire), $"{near.Rule}: {step.Words}");
        }
    }

    /// <summary>So many decisions a card takes, whatever the deal: it is bounded.</summary>
    [Property]
    public void Probes_are_few_and_each_changes_something(ADeal deal)
    {
        var probes = Probes.Of(deal.Opportunity, deal.Context, deal.Policy).ToList();

        Assert.That(probes, Has.Count.LessThan(400));
        Assert.That(probes.Where(probe => probe.Days == 0 && probe.Opportunity == deal.Opportunity).Select(probe => probe.Words), Is.Empty);
    }

    private static IReadOnlyList<string> Near(ADeal deal, string rule, bool wouldFire) =>
        [.. NearMisses.Of(new RuleBook(deal.Policy), deal.Opportunity, deal.Context, deal.Decide()).Where(near => near.Rule == rule && near.WouldFire == wouldFire).SelectMany(near => near.Steps).Select(step => step.Words)];
}
