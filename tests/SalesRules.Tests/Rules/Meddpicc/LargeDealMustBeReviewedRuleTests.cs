using SalesRules.Decisions;
using SalesRules.Rules.Meddpicc;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Meddpicc;

public class LargeDealMustBeReviewedRuleTests
{
    [TestCase("POV", 100_000, false)]
    [TestCase("POV", 100_000.01, true)]
    [TestCase("Solution", 900_000, false)]
    [TestCase("Commitment", 900_000, true)]
    public void Above_100K_from_pov_on(string stage, decimal amount, bool found) =>
        Assert.That(Worth(amount, stage).Ask<LargeDealMustBeReviewedRule>(), found ? Says.A(Severity.Info) : Says.Nothing);

    [Test]
    public void One_that_is_scored_is_on_the_list() =>
        Assert.That(Worth(200_000).Scored(2, 1, 1, 2, 1).Finding<LargeDealMustBeReviewedRule>().Message, Is.EqualTo("On the bi-weekly deal review: more than 100000."));

    [Test]
    public void One_that_is_not_is_not_reviewable()
    {
        var finding = Worth(200_000).Scored(2, 1, null, 2, 1).Finding<LargeDealMustBeReviewedRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("Due for the bi-weekly deal review, with more than 100000, and not reviewable: pillars are unscored."));
            Assert.That(finding.Evidence.Single(), Is.EqualTo(new Evidence("Amount", FieldValue.Of(200_000), FieldValue.Null)), "it lacks nothing");
        }
    }

    [Test]
    public void Without_an_amount_it_is_not_large() => Assert.That(Worth(null).Ask<LargeDealMustBeReviewedRule>(), Says.Nothing);

    [Test]
    public void The_amount_is_the_policys() => Assert.That(
        Worth(200_000).Under(policy => policy with { Meddpicc = policy.Meddpicc with { DealReviewAbove = 200_000 } }).Ask<LargeDealMustBeReviewedRule>(), Says.Nothing);

    private static ADeal Worth(decimal? amount, string stage = "POV") => ADeal.InStage(stage).With(it => it with { Amount = amount });
}
