using System.Globalization;
using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Rules.Forecast;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Forecast;

public class ProbabilityMustFitCategoryRuleTests
{
    [TestCase("Closed", "100")]
    [TestCase("Commit", "90")]
    [TestCase("Commit", "100")]
    [TestCase("Most Likely", "70")]
    [TestCase("Most Likely", "100")]
    [TestCase("Best Case", "70")]
    [TestCase("Best Case", "100")]
    [TestCase("Pipeline", "30")]
    [TestCase("Pipeline", "70")]
    [TestCase("Omitted", "0")]
    [TestCase("Omitted", "29")]
    [TestCase("Omitted", "29.99")]
    public void The_ends_of_a_band_belong_to_it(string category, string probability) =>
        Assert.That(At(category, probability).Ask<ProbabilityMustFitCategoryRule>(), Says.Nothing);

    [TestCase("Closed", "99", "100")]
    [TestCase("Commit", "89", "90")]
    [TestCase("Commit", "89.99", "90")]
    [TestCase("Most Likely", "69", "70")]
    [TestCase("Best Case", "69", "70")]
    [TestCase("Pipeline", "29", "30")]
    [TestCase("Pipeline", "71", "70")]
    [TestCase("Pipeline", "70.01", "70")]
    [TestCase("Omitted", "30", "29")]
    public void Beyond_them_is_a_mismatch_and_the_nearest_fits(string category, string probability, string nearest)
    {
        var finding = At(category, probability).Finding<ProbabilityMustFitCategoryRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.Low));
            Assert.That(finding.Fix.Single().To.ToString(), Is.EqualTo(nearest));
            Assert.That(finding.Changes, Is.Empty);
        }
    }

    [Test]
    public void The_sentence_names_the_band() =>
        Assert.That(At("Pipeline", "90").Finding<ProbabilityMustFitCategoryRule>().Message, Is.EqualTo("A probability of 90 % does not fit Pipeline, which means 30 to 70 %."));

    [Test]
    public void The_sentence_for_Omitted_says_under() =>
        Assert.That(At("Omitted", "30").Finding<ProbabilityMustFitCategoryRule>().Message, Is.EqualTo("A probability of 30 % does not fit Omitted, which means under 30 %."));

    [Test]
    public void A_band_of_the_policys_own_is_the_one_named()
    {
        var finding = At("Omitted", "21").Under(policy => policy with
        {
            Forecast = policy.Forecast with
            {
                Bands = new Dictionary<ForecastCategory, ProbabilityBand>(policy.Forecast.Bands) { [ForecastCategory.Omitted] = new(0, 20) },
            },
        }).Finding<ProbabilityMustFitCategoryRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Does.EndWith("0 to 20 %."));
            Assert.That(finding.Fix.Single().To.ToString(), Is.EqualTo("20"));
        }
    }

    [Test]
    public void A_mismatch_that_our_own_correction_made_is_not_held_against_the_deal() =>
        Assert.That(At("Pipeline", "90").Knowing(Corrected(ForecastCategory.Pipeline, 90)).Ask<ProbabilityMustFitCategoryRule>(), Says.Nothing);

    [Test]
    public void While_the_correction_is_being_planned_its_probability_is_not_known_and_nothing_is_said() =>
        Assert.That(At("Pipeline", "90").Knowing(Corrected(ForecastCategory.Pipeline, null)).Ask<ProbabilityMustFitCategoryRule>(), Says.Nothing);

    [Test]
    public void Once_a_person_changes_the_probability_the_mismatch_is_theirs() =>
        Assert.That(At("Pipeline", "80").Knowing(Corrected(ForecastCategory.Pipeline, 90)).Ask<ProbabilityMustFitCategoryRule>(), Says.Something);

    [Test]
    public void Once_a_person_changes_the_category_the_mismatch_is_theirs() =>
        Assert.That(At("Omitted", "90").Knowing(Corrected(ForecastCategory.Pipeline, 90)).Ask<ProbabilityMustFitCategoryRule>(), Says.Something);

    [Test]
    public void Null_is_not_evaluated() => Assert.That(At("Commit", null).Ask<ProbabilityMustFitCategoryRule>(), Says.Unknown);

    [Test]
    public void Without_a_category_it_cannot_be_told() => Assert.That(At(null, "50").Ask<ProbabilityMustFitCategoryRule>(), Says.Unknown);

    [Test]
    public void Closed_deals_are_left_alone() =>
        Assert.That(At("Closed", "0").With(it => it with { StageName = "Closed Won" }).Ask<ProbabilityMustFitCategoryRule>(), Says.Nothing);

    private static ADeal At(string? category, string? probability) => ADeal.InStage("Discovery").Scored(2, 2, 2, 2, 2).Forecast(category)
        .With(it => it with { Probability = probability is null ? null : decimal.Parse(probability, CultureInfo.InvariantCulture) });

    private static Func<DealContext, DealContext> Corrected(ForecastCategory to, decimal? probability) =>
        context => context with { LastCorrection = new CategoryCorrection(to, probability) };
}
