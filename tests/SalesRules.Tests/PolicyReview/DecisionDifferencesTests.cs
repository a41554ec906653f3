using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.PolicyReview.Differences;
using SalesRules.Snapshots;

namespace SalesRules.Tests.PolicyReview;

public sealed class DecisionDifferencesTests
{
    private static readonly ADeal InCommit = ADeal.InStage("Discovery").Forecast("Commit").With(deal => deal with { Amount = 50_000 });

    [Test]
    public void A_deal_that_another_policy_decides_alike_is_only_read()
    {
        var differences = Of(InCommit, policy => policy);

        Assert.That(differences.Read, Is.EqualTo(new DealsAndMoney(1, 50_000)));
        Assert.That(differences.Different, Is.EqualTo(default(DealsAndMoney)));
        Assert.That(differences.First, Is.Empty);
        Assert.That(DecisionAspects.All.Select(differences.SumOf), Is.All.EqualTo(default(DealsAndMoney)));
    }

    [Test]
    public void A_category_that_changes_counts_with_its_money_and_names_the_deal()
    {
        var differences = Of(InCommit, policy => policy with { Forecast = policy.Forecast with { UnscoredCeiling = ForecastCategory.BestCase } });

        Assert.That(differences.Of(DecisionAspect.Category)[("Pipeline", "Best Case")], Is.EqualTo(new DealsAndMoney(1, 50_000)));
        Assert.That(differences.SumOf(DecisionAspect.Stage), Is.EqualTo(default(DealsAndMoney)));
        Assert.That(differences.First.Single().Opportunity.Id, Is.EqualTo(ADeal.Id));
    }

    [Test]
    public void Findings_are_gained_and_lost_by_rule()
    {
        var gained = Of(InCommit with { Policy = InCommit.Policy.WithSeverity("forecast.score-required", null) }, policy => policy with { Severities = new Dictionary<string, Severity?>() });
        var lost = Of(InCommit, policy => policy.WithSeverity("forecast.score-required", null));

        Assert.That(gained.Gained, Does.ContainKey("forecast.score-required").WithValue(1));
        Assert.That(gained.Lost, Is.Empty);
        Assert.That(lost.Lost, Does.ContainKey("forecast.score-required").WithValue(1));
        Assert.That(lost.Gained, Is.Empty);
    }

    [Test]
    public void Stage_and_gate_are_compared_too()
    {
        var inPov = ADeal.InStage("POV").WentThrough("Discovery", "POV").Scored(0, 0, 0, 0, 0);
        var differences = Of(inPov, policy => policy with { Pov = policy.Pov with { GatedMotions = new HashSet<Motion>() } });

        Assert.That(differences.Of(DecisionAspect.Stage).Keys, Is.EqualTo(new[] { ("Discovery", "POV") }));
        Assert.That(differences.Of(DecisionAspect.Gate).Keys, Is.EqualTo(new[] { ("Deferred", "no gate") }));
    }

    [Test]
    public void Twenty_deals_are_named_and_all_are_counted()
    {
        var differences = new DecisionDifferences();
        var (before, after) = (InCommit.Decide(), InCommit.Under(policy => policy.WithSeverity("forecast.score-required", null)).Decide());
        for (var number = 0; number < DecisionDifferences.Named + 1; number++)
            differences.Add(InCommit.Opportunity, before, after);

        Assert.That((differences.First.Count, differences.Different.Deals), Is.EqualTo((20, 21L)));
    }

    private static DecisionDifferences Of(ADeal deal, Func<Policy, Policy> change)
    {
        var differences = new DecisionDifferences();
        differences.Add(deal.Opportunity, deal.Decide(), deal.Under(change).Decide());
        return differences;
    }
}
