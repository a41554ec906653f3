using SalesRules.Decisions;
using SalesRules.Rules.Forecast;

namespace SalesRules.Tests.Rules.Forecast;

public class ClosedDealMustBeInItsCategoryRuleTests
{
    [TestCase("Closed Won", "Closed")]
    [TestCase("Closed Lost", "Omitted")]
    public void A_closed_deal_in_its_category_is_fine(string stage, string category) =>
        Assert.That(ADeal.InStage(stage).Forecast(category).Ask<ClosedDealMustBeInItsCategoryRule>(), Says.Nothing);

    [TestCase("Closed Won", "Omitted", "A won deal belongs in Closed, not in Omitted.")]
    [TestCase("Closed Won", "Commit", "A won deal belongs in Closed, not in Commit.")]
    [TestCase("Closed Lost", "Closed", "A lost deal belongs in Omitted, not in Closed.")]
    [TestCase("Closed Lost", "Upside", "A lost deal belongs in Omitted, not in Upside.")]
    public void One_in_another_category_is_flagged_and_not_changed(string stage, string category, string message)
    {
        var finding = ADeal.InStage(stage).Forecast(category).Finding<ClosedDealMustBeInItsCategoryRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.Low));
            Assert.That(finding.Message, Is.EqualTo(message));
            Assert.That(finding.Changes, Is.Empty);
        }
    }

    [TestCase(true, "Closed")]
    [TestCase(false, "Omitted")]
    public void What_Salesforce_says_of_the_deal_goes_before_what_the_policy_says_of_its_stage(bool won, string category)
    {
        var deal = ADeal.InStage("Discovery").Forecast(category).With(it => it with { IsClosed = true, IsWon = won });
        Assert.That(deal.Ask<ClosedDealMustBeInItsCategoryRule>(), Says.Nothing);
    }

    [Test]
    public void An_open_deal_is_not_asked() => Assert.That(ADeal.InStage("Discovery").Forecast("Closed").Ask<ClosedDealMustBeInItsCategoryRule>(), Says.Nothing);

    [Test]
    public void A_closed_deal_that_Salesforce_calls_open_is_open() =>
        Assert.That(ADeal.InStage("Closed Won").Forecast("Commit").With(it => it with { IsClosed = false }).Ask<ClosedDealMustBeInItsCategoryRule>(), Says.Nothing);

    [Test]
    public void Without_a_category_it_cannot_be_told() =>
        Assert.That(ADeal.InStage("Closed Won").Forecast(null).Ask<ClosedDealMustBeInItsCategoryRule>(), Says.Unknown);

    [Test]
    public void Closed_but_neither_won_nor_lost_for_all_we_know_cannot_be_told() =>
        Assert.That(ADeal.InStage("Nobody's").Forecast("Commit").With(it => it with { IsClosed = true }).Ask<ClosedDealMustBeInItsCategoryRule>(), Says.Unknown);
}
