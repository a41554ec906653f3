using System.Globalization;
using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Rules.Hygiene;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Hygiene;

public class DealMustNotStandTwiceRuleTests
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;
    private static readonly SalesforceId First = SalesforceId.Parse("006xx000003GYkK");
    private static readonly SalesforceId Second = SalesforceId.Parse("006xx000003GYkL");

    [TestCase(90_000, true)]
    [TestCase(89_999.99, false)]
    [TestCase(111_111.11, true)]
    [TestCase(111_111.12, false)]
    public void Amounts_within_10_per_cent_of_the_larger_are_near(decimal amount, bool found) =>
        Assert.That(Beside(new SiblingDeal(First, "Acme", amount, Motion.NewBusiness)).Ask<DealMustNotStandTwiceRule>(), found ? Says.A(Severity.Medium) : Says.Nothing);

    // 16 of 20 trigrams in common are 0.8, 15 of 19 are not.
    [TestCase("Globex Analytics", "Globex Analytics26", true)]
    [TestCase("Globex Analytic", "Globex Analytic26", false)]
    [TestCase("Acme", "ACME!", true)]
    [TestCase("Acme", "Bcme", false)]
    [TestCase("Acme", null, false)]
    public void Names_are_as_good_as_equal(string? name, string? other, bool found) => Assert.That(
        Beside(new SiblingDeal(First, other, 100_000, Motion.NewBusiness)).With(it => it with { Name = name }).Ask<DealMustNotStandTwiceRule>(), found ? Says.Something : Says.Nothing);

    [TestCase(Motion.NewBusiness, true)]
    [TestCase(Motion.Expansion, false)]
    [TestCase(Motion.Renewal, false)]
    public void Motions_are_the_same(Motion motion, bool found) =>
        Assert.That(Beside(new SiblingDeal(First, "Acme", 100_000, motion)).Ask<DealMustNotStandTwiceRule>(), found ? Says.Something : Says.Nothing);

    [Test]
    public void The_others_are_named_in_the_order_of_their_ids() => Assert.That(
        Beside(Twin(Second), Twin(First)).Finding<DealMustNotStandTwiceRule>().Message,
        Is.EqualTo($"Looks like the same deal as Acme ({First}) and Acme ({Second}): merge them, or tell them apart by name."));

    [TestCase("0", "0", true)]
    [TestCase("0", "0.01", false)]
    [TestCase("-100", "-95", true)]
    [TestCase("79228162514264337593543950335", "79228162514264337593543950335", true)]
    [TestCase("79228162514264337593543950335", "-79228162514264337593543950335", false)]
    public void Whatever_the_amounts_are(string one, string other, bool found)
    {
        var deal = Beside(new SiblingDeal(First, "Acme", decimal.Parse(other, Invariant), Motion.NewBusiness)).With(it => it with { Amount = decimal.Parse(one, Invariant) });
        Assert.That(deal.Ask<DealMustNotStandTwiceRule>(), found ? Says.Something : Says.Nothing);
    }

    [Test]
    public void Without_an_amount_or_an_account_nothing_is_compared()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Beside(new SiblingDeal(First, "Acme", null, Motion.NewBusiness)).Ask<DealMustNotStandTwiceRule>(), Says.Nothing);
            Assert.That(Beside(Twin(First)).With(it => it with { Amount = null }).Ask<DealMustNotStandTwiceRule>(), Says.Nothing);
            Assert.That(Beside(Twin(First)).With(it => it with { AccountId = null }).Ask<DealMustNotStandTwiceRule>(), Says.Nothing);
        }
    }

    [Test]
    public void Without_knowing_the_others_it_cannot_be_told() =>
        Assert.That(Beside().Knowing(context => context with { Siblings = null }).Ask<DealMustNotStandTwiceRule>(), Says.Unknown);

    [TestCase(5, 0.8, 94_000, false)]
    [TestCase(10, 0, 94_000, true)]
    public void Share_and_similarity_are_the_policys(decimal percent, decimal similarity, decimal amount, bool found)
    {
        var deal = Beside(new SiblingDeal(First, similarity == 0 ? "Other" : "Acme", amount, Motion.NewBusiness))
            .Under(policy => policy with { Hygiene = new HygienePolicy { DuplicateAmountPercent = percent, DuplicateSimilarity = similarity } });
        Assert.That(deal.Ask<DealMustNotStandTwiceRule>(), found ? Says.Something : Says.Nothing);
    }

    private static SiblingDeal Twin(SalesforceId id) => new(id, "Acme", 100_000, Motion.NewBusiness);

    private static ADeal Beside(params SiblingDeal[] others) =>
        ADeal.InStage("Discovery").With(it => it with { Amount = 100_000 }).Knowing(context => context with { Siblings = others });
}
