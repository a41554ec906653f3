using System.Diagnostics;
using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.PolicyReview.FixedPoints;
using SalesRules.Rules;
using SalesRules.Snapshots;
using SalesRules.Tests.Policies;

namespace SalesRules.Tests.PolicyReview;

public sealed class FixedPointCheckTests
{
    /// <summary>In every mode that corrects more.</summary>
    [TestCase("")]
    [TestCase("stage-rules: { exit: return }")]
    [TestCase("forecast: { below-ceiling: follow, correct-probability: true }")]
    [TestCase("stage-rules: { exit: return }\nforecast: { below-ceiling: follow, unscored-ceiling: Commit }\npov: { effective-on: 2026-01-01, gated-motions: [new-business, expansion, renewal] }")]
    public void The_rules_of_the_catalogue_come_to_rest(string more)
    {
        var policy = TestPolicies.Sound($$"""
            stages:
              - { name: Qualification, type: qualification }
              - { name: Discovery, type: discovery }
              - { name: Validation, type: technical-validation }
              - { name: POV Setup, type: pov }
              - { name: POV Run, type: pov }
              - { name: Proposal, type: commercial }
              - { name: Negotiation, type: commitment }
              - { name: Closed Won, type: closed-won }
              - { name: Closed Lost, type: closed-lost }
            {{more}}
            """);

        Assert.That(FixedPointCheck.Of(policy), Is.Empty);
    }

    [Test]
    public void Thousands_of_boundary_deals_are_decided_in_a_moment()
    {
        var policy = TestPolicies.Default();
        var clock = Stopwatch.StartNew();
        FixedPointCheck.Of(policy);

        Assert.That(BoundaryDeals.Of(policy).Count(), Is.InRange(2_000, 20_000));
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)), "2 seconds on an idle machine");
    }

    /// <summary>The catalogue has no such pair, so the test makes one: a rule that raises to Commit and one that lowers to Pipeline.</summary>
    [Test]
    public void Two_rules_that_undo_each_other_are_found_with_the_simplest_deal()
    {
        var policy = TestPolicies.Default();
        var rules = new RuleBook(policy);

        var found = FixedPointCheck.Of((deal, context) => UpAndDown(rules.Decide(deal, context), deal), BoundaryDeals.Of(policy), policy.Fields);

        Assert.That(found, Has.Count.EqualTo(1));
        Assert.That(found[0].Rules, Is.EqualTo(new[] { "test.lowers", "test.raises" }));
        Assert.That(found[0].Example.ToString(), Is.EqualTo("a deal of type New Business in Qualification, forecast Pipeline, MIQL scores - - - - -"));
        Assert.That(found[0].Moves, Is.EquivalentTo(new[] { "ForecastCategoryName Pipeline -> Commit (test.raises)", "ForecastCategoryName Commit -> Pipeline (test.lowers)" }));
    }

    /// <summary>One correction after another that ends is none.</summary>
    [Test]
    public void A_deal_that_is_lowered_step_by_step_comes_to_rest()
    {
        var policy = TestPolicies.Default();
        var rules = new RuleBook(policy);

        Assert.That(FixedPointCheck.Of((deal, context) => StepDown(rules.Decide(deal, context), deal), BoundaryDeals.Of(policy), policy.Fields), Is.Empty);
    }

    private static Decision UpAndDown(Decision decision, Opportunity deal) => deal.Category switch
    {
        ForecastCategory.Pipeline => Changing(decision, "Pipeline", "Commit", "test.raises"),
        ForecastCategory.Commit => Changing(decision, "Commit", "Pipeline", "test.lowers"),
        _ => decision with { Changes = [] },
    };

    private static Decision StepDown(Decision decision, Opportunity deal) =>
        deal.Category is { } category and > ForecastCategory.Pipeline
            ? Changing(decision, category.Name(), (category - 1).Name(), "test.lowers")
            : decision with { Changes = [] };

    private static Decision Changing(Decision decision, string from, string to, string rule) =>
        decision with { Changes = [new FieldChange("ForecastCategoryName", FieldValue.Of(from), FieldValue.Of(to), rule)] };
}
