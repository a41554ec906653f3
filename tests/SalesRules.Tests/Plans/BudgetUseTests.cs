using System.Globalization;
using SalesRules.Plans;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Plans;

public class BudgetUseTests
{
    private static readonly ChangeBudget Unlimited = new() { OpenDeals = null, MoneyMoved = null, DealsPerOwner = null, SmallRun = 0 };

    [TestCase(20, ExpectedResult = 0, TestName = "A run that corrects exactly the budgeted share of the open deals is within it")]
    [TestCase(21, ExpectedResult = 1, TestName = "A run that corrects one deal more than the budgeted share is over it")]
    public int The_share_of_open_deals(int corrected) =>
        Use(corrected).Breaches(Unlimited with { OpenDeals = 20 }, Open(deals: 100)).Count;

    [TestCase(50, ExpectedResult = 0, TestName = "Exactly the budgeted share of a category's money may leave it")]
    [TestCase(51, ExpectedResult = 1, TestName = "More than the budgeted share of a category's money may not leave it")]
    public int The_share_of_a_categorys_money(int amount) =>
        Use(1, amount).Breaches(Unlimited with { MoneyMoved = 50 }, Open(deals: 9, commit: 100)).Count;

    [TestCase(3, ExpectedResult = 0, TestName = "One owner may have as many corrected deals as the budget says")]
    [TestCase(4, ExpectedResult = 1, TestName = "One owner may not have one more")]
    public int The_deals_of_one_owner(int corrected) => Use(corrected).Breaches(Unlimited with { DealsPerOwner = 3 }, pipeline: null).Count;

    [TestCase(5, ExpectedResult = 0, TestName = "As many leads as the budget says may get an owner")]
    [TestCase(6, ExpectedResult = 1, TestName = "One lead more may not")]
    public int Leads(int assigned) => new BudgetUse { Leads = assigned }.Breaches(Unlimited with { Leads = 5 }, pipeline: null).Count;

    [TestCase(10, ExpectedResult = 0, TestName = "A small run is within the shares, however few deals are open")]
    [TestCase(11, ExpectedResult = 2, TestName = "A run that is one deal larger than small is not")]
    public int A_small_run(int corrected) =>
        Use(corrected, 5).Breaches(new ChangeBudget { OpenDeals = 1, MoneyMoved = 1, SmallRun = 10 }, Open(deals: 12, commit: 100)).Count;

    [Test]
    public void A_small_run_needs_no_figures_of_the_org()
    {
        Assert.That(Use(10).NeedsPipeline(new ChangeBudget()), Is.False);
        Assert.That(Use(11).NeedsPipeline(new ChangeBudget()), Is.True);
        Assert.That(Use(11).NeedsPipeline(Unlimited), Is.False);
    }

    [Test]
    public void Each_limit_that_breaks_has_its_sentence()
    {
        var breaches = Use(4, 1_000).Breaches(new ChangeBudget { OpenDeals = 10, MoneyMoved = 10, DealsPerOwner = 3, SmallRun = 0 }, Open(deals: 16, commit: 8_000));

        Assert.That(breaches, Is.EqualTo(new[]
        {
            "open-deals: 4 of 16 open deals would be corrected, 25 %; the budget is 10 %.",
            "money-moved: 4,000 of the 8,000 open in Commit would leave it, 50 %; the budget is 10 %.",
            $"deals-per-owner: the budget is 3 corrected deals of one owner; over it: {ADeal.Owner} 4.",
        }));
    }

    [Test]
    public void Money_that_leaves_a_category_in_which_nothing_is_open_any_more_is_over_the_budget() =>
        Assert.That(Use(1, 10).Breaches(Unlimited with { MoneyMoved = 90 }, Open(deals: 5)), Has.Exactly(1).Contains("more than all"));

    [Test]
    public void What_only_the_service_owns_uses_no_budget()
    {
        var use = new BudgetUse();
        use.Add(Decide(ADeal.InStage("Commitment").Scored(2, 1, 2, 2, 1).Forecast("Best Case")));

        Assert.That(use.Corrected, Is.Zero);
    }

    [Test]
    public void A_deal_that_is_decided_again_counts_by_its_last_decision()
    {
        var use = Use(1);
        use.Add(Decide(Commit(0, 0).Forecast("Best Case")));

        Assert.That(use.Corrected, Is.Zero);
    }

    private static BudgetUse Use(int corrected, decimal amount = 100)
    {
        var use = new BudgetUse();
        for (var number = 0; number < corrected; number++)
            use.Add(Decide(Commit(number, amount)));
        return use;
    }

    private static ADeal Commit(int number, decimal amount) => ADeal.InStage("Commitment").Scored(2, 1, 2, 2, 1).Forecast("Commit").With(deal => deal with
    {
        Id = SalesforceId.Parse(string.Create(CultureInfo.InvariantCulture, $"006xx0000000{number:000}")),
        Amount = amount,
    });

    private static PlannedDecision Decide(ADeal deal) =>
        new RecordPlan(new RuleBook(deal.Policy)).Of(deal.Opportunity, deal.Context, KnownTasks.None, new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    private static OpenPipeline Open(long deals, decimal commit = 0) =>
        new(new Dictionary<ForecastCategory, OpenMoney> { [ForecastCategory.Commit] = new(deals, commit) }, deals);
}
