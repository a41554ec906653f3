using SalesRules.Decisions;
using SalesRules.Rules;
using SalesRules.Rules.Renewals;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Renewals;

public class WeakSaleForeshadowsAWeakRenewalRuleTests
{
    private static readonly SalesforceId Original = SalesforceId.Parse("006xx000003GYkK");

    [TestCase(0)]
    [TestCase(1)]
    public void A_sale_closed_with_less_than_2_foreshadows_it(int quantify) =>
        Assert.That(SoldWith(quantify).Ask<WeakSaleForeshadowsAWeakRenewalRule>(), Says.A(Severity.Medium));

    [Test]
    public void One_closed_with_2_does_not() => Assert.That(SoldWith(2).Ask<WeakSaleForeshadowsAWeakRenewalRule>(), Says.Nothing);

    [Test]
    public void It_says_when_and_which()
    {
        var finding = SoldWith(1).Finding<WeakSaleForeshadowsAWeakRenewalRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("The original sale closed on 2025-03-31 with Quantify 1: it predicts a weak renewal, work on the cost of switching now."));
            Assert.That(finding.Evidence.Single().Value, Is.EqualTo(FieldValue.Of(Original)));
        }
    }

    [Test]
    public void Without_the_day_it_says_the_rest() => Assert.That(
        Selling(new OriginalSale(Original, 0, null)).Finding<WeakSaleForeshadowsAWeakRenewalRule>().Message, Does.StartWith("The original sale closed with Quantify 0:"));

    [Test]
    public void An_unknown_or_unscored_sale_tells_nothing()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ADeal.Renewal.Ask<WeakSaleForeshadowsAWeakRenewalRule>(), Says.Unknown);
            Assert.That(SoldWith(null).Ask<WeakSaleForeshadowsAWeakRenewalRule>(), Says.Unknown);
        }
    }

    [Test]
    public void A_sale_is_not_asked() => Assert.That(SoldWith(1).OfType("New Business").Ask<WeakSaleForeshadowsAWeakRenewalRule>(), Says.Nothing);

    private static ADeal SoldWith(int? quantify) => Selling(new OriginalSale(Original, quantify, new DateOnly(2025, 3, 31)));

    private static ADeal Selling(OriginalSale sale) => ADeal.Renewal.With(it => it with { RenewalOf = Original }).Knowing(context => context with { Original = sale });
}
