using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules.Forecast;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Forecast;

public class CategoryMayRiseToCeilingRuleTests
{
    private static readonly DateOnly QuarterStart = new(2026, 1, 1);
    private static readonly DateOnly QuarterEnd = new(2026, 3, 31);

    private static ADeal BelowCommit => ADeal.InStage("Discovery").Scored(2, 2, 2, 2, 2).Forecast("Pipeline");

    [Test]
    public void In_mode_cap_it_is_a_suggestion_and_changes_nothing()
    {
        var decision = BelowCommit.Decide();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(decision.Findings.Single().Rule, Is.EqualTo("forecast.below-ceiling"));
            Assert.That(decision.Findings.Single().Severity, Is.EqualTo(Severity.Info));
            Assert.That(decision.Changes, Is.Empty);
            Assert.That(decision.Forecast.Proposed, Is.EqualTo(ForecastCategory.Pipeline));
        }
    }

    [Test]
    public void In_mode_follow_the_category_rises_to_the_ceiling()
    {
        var decision = Following(BelowCommit).Decide();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(decision.Changes.Single().To, Is.EqualTo(FieldValue.Of("Commit")));
            Assert.That(decision.Forecast.Proposed, Is.EqualTo(ForecastCategory.Commit));
        }
    }

    [TestCaseSource(nameof(CloseDates))]
    public void It_follows_to_Commit_only_when_the_deal_closes_in_the_current_quarter(DateOnly? close, string category)
    {
        var deal = Following(BelowCommit).With(it => it with { CloseDate = close });
        Assert.That(deal.Finding<CategoryMayRiseToCeilingRule>().Changes.Single().To, Is.EqualTo(FieldValue.Of(category)));
    }

    [TestCase("Best Case")]
    [TestCase("Most Likely")]
    public void Outside_the_quarter_what_is_at_Best_Case_or_above_stays(string category)
    {
        var deal = Following(BelowCommit).Forecast(category).With(it => it with { CloseDate = QuarterEnd.AddDays(1) });
        Assert.That(deal.Finding<CategoryMayRiseToCeilingRule>().Changes, Is.Empty);
    }

    [Test]
    public void Omitted_is_never_raised() =>
        Assert.That(Following(BelowCommit).Forecast("Omitted").Ask<CategoryMayRiseToCeilingRule>(), Says.Nothing);

    [TestCase("Commit")]
    [TestCase("Closed")]
    public void At_or_above_the_ceiling_there_is_nothing_to_raise(string category) =>
        Assert.That(BelowCommit.Forecast(category).Ask<CategoryMayRiseToCeilingRule>(), Says.Nothing);

    [Test]
    public void Closed_deals_are_left_alone() =>
        Assert.That(Following(ADeal.InStage("Closed Lost").Scored(2, 2, 2, 2, 2).Forecast("Pipeline")).Ask<CategoryMayRiseToCeilingRule>(), Says.Nothing);

    [Test]
    public void Without_a_category_it_cannot_be_told() => Assert.That(BelowCommit.Forecast(null).Ask<CategoryMayRiseToCeilingRule>(), Says.Unknown);

    [Test]
    public void The_probability_rises_with_it_when_the_policy_says_so()
    {
        var deal = Following(BelowCommit).Under(policy => policy with { Forecast = policy.Forecast with { CorrectProbability = true } });
        Assert.That(deal.Decide().Changes.Select(change => (change.Field, change.To.ToString())), Is.EqualTo([("ForecastCategoryName", "Commit"), ("Probability", "90")]));
    }

    private static IEnumerable<TestCaseData> CloseDates =>
    [
        new(QuarterStart.AddDays(-1), "Best Case"),
        new(QuarterStart, "Commit"),
        new(QuarterEnd, "Commit"),
        new(QuarterEnd.AddDays(1), "Best Case"),
        new(null, "Best Case"),
    ];

    private static ADeal Following(ADeal deal) =>
        deal.Under(policy => policy with { Forecast = policy.Forecast with { BelowCeiling = BelowCeilingMode.Follow } });
}
