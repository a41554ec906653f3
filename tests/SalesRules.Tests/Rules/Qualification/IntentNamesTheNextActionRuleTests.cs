using SalesRules.Policies;
using SalesRules.Rules.Qualification;

namespace SalesRules.Tests.Rules.Qualification;

public class IntentNamesTheNextActionRuleTests
{
    [TestCase(0, 0, 0, "Intent is 0 of 9, low: ")]
    [TestCase(1, 1, 1, "Intent is 3 of 9, low: ")]
    [TestCase(2, 1, 1, "Intent is 4 of 9, medium: ")]
    [TestCase(2, 2, 2, "Intent is 6 of 9, medium: ")]
    [TestCase(3, 2, 2, "Intent is 7 of 9, high: ")]
    public void The_sum_names_band_and_action(decimal evaluation, decimal timing, decimal commitment, string begins) =>
        Assert.That(Deal(evaluation, timing, commitment).Finding<IntentNamesTheNextActionRule>().Message, Does.StartWith(begins));

    [TestCase(1, 1, 0, "Intent is 2 of 9, low: ")]
    [TestCase(1, 1, 1, "Intent is 3 of 9, medium: ")]
    [TestCase(3, 2, 2, "Intent is 7 of 9, medium: ")]
    [TestCase(3, 3, 2, "Intent is 8 of 9, high: ")]
    public void The_bands_are_the_policys(decimal evaluation, decimal timing, decimal commitment, string begins) =>
        Assert.That(
            Deal(evaluation, timing, commitment).Under(policy => policy with { Qualification = new QualificationPolicy { IntentHigh = 8, IntentMedium = 3 } })
                .Finding<IntentNamesTheNextActionRule>().Message,
            Does.StartWith(begins));

    [TestCase(null)]
    [TestCase(4)]
    [TestCase(-1)]
    public void A_score_that_is_missing_or_none_of_0_to_3_says_nothing(int? timing) =>
        Assert.That(Deal(3, timing, 3).Ask<IntentNamesTheNextActionRule>(), Says.Nothing);

    private static ADeal Deal(decimal? evaluation, decimal? timing, decimal? commitment) =>
        ADeal.InStage("Discovery").With(it => it with { IntentEvaluation = evaluation, IntentTiming = timing, IntentCommitment = commitment });
}
