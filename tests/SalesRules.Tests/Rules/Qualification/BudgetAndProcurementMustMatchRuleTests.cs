using SalesRules.Rules.Qualification;

namespace SalesRules.Tests.Rules.Qualification;

public class BudgetAndProcurementMustMatchRuleTests
{
    [TestCase(3, 0, "we like it, but")]
    [TestCase(0, 3, "wrong person")]
    [TestCase(3, 2, "Budget 3 of 3, procurement 2 of 3.")]
    public void The_pair_is_told_with_what_it_means(decimal budget, decimal procurement, string says) =>
        Assert.That(Deal(budget, procurement).Finding<BudgetAndProcurementMustMatchRule>().Message, Does.Contain(says));

    [TestCase(4, 0)]
    [TestCase(0, -1)]
    public void What_is_no_score_of_0_to_3_makes_no_pair(decimal budget, decimal procurement) => Assert.That(Deal(budget, procurement).Ask<BudgetAndProcurementMustMatchRule>(), Says.Nothing);

    [Test]
    public void Half_a_pair_says_nothing() => Assert.That(Deal(3, null).Ask<BudgetAndProcurementMustMatchRule>(), Says.Nothing);

    private static ADeal Deal(decimal? budget, decimal? procurement) =>
        ADeal.InStage("Discovery").With(it => it with { BudgetClarity = budget, ProcurementFriction = procurement });
}
