using SalesRules.Decisions;
using SalesRules.Rules.Meddpicc;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Meddpicc;

public class DealNeedsDecisionCriteriaRuleTests
{
    [TestCase("Discovery", false)]
    [TestCase("Technical Validation", true)]
    public void Written_down_from_technical_validation_on(string stage, bool found) =>
        Assert.That(ADeal.InStage(stage).With(it => it with { DecisionCriteria = " " }).Ask<DealNeedsDecisionCriteriaRule>(), found ? Says.A(Severity.Medium) : Says.Nothing);

    [TestCase("POV", 0, false)]
    [TestCase("Commercial", 7, true)]
    [TestCase("Commercial", 8, false)]
    [TestCase("Commitment", 7, true)]
    public void By_commercial_8_of_10_are_won(string stage, int wins, bool found) => Assert.That(Winning(stage, wins).Ask<DealNeedsDecisionCriteriaRule>(), found ? Says.A(Severity.Medium) : Says.Nothing);

    [Test]
    public void What_is_lacking_is_told()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ADeal.InStage("POV").With(it => it with { DecisionCriteria = null }).Finding<DealNeedsDecisionCriteriaRule>().Message, Is.EqualTo("The decision criteria are not written down."));
            Assert.That(Winning("Commercial", 5).Finding<DealNeedsDecisionCriteriaRule>().Message, Is.EqualTo("The scorecard has 5 wins of 10; by now it takes 8."));
            Assert.That(Winning("Commercial", null).Finding<DealNeedsDecisionCriteriaRule>().Message, Is.EqualTo("The scorecard is empty; by now it takes 8 wins of 10."));
            Assert.That(Winning("Commercial", 5).Finding<DealNeedsDecisionCriteriaRule>().Fix, Is.EqualTo([new Fix("Decision_Scorecard_Wins__c", FieldValue.Of(8))]));
        }
    }

    [Test]
    public void The_wins_are_the_policys() => Assert.That(
        Winning("Commercial", 8).Under(policy => policy with { Meddpicc = policy.Meddpicc with { ScorecardWins = 9 } }).Ask<DealNeedsDecisionCriteriaRule>(), Says.Something);

    private static ADeal Winning(string stage, int? wins) => ADeal.InStage(stage).With(it => it with { DecisionScorecardWins = wins });
}
