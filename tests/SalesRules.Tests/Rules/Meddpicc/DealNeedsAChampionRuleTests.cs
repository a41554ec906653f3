using SalesRules.Decisions;
using SalesRules.Rules.Meddpicc;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Meddpicc;

public class DealNeedsAChampionRuleTests
{
    [Test]
    public void One_who_is_named_is_enough() => Assert.That(ADeal.InStage("Technical Validation").Ask<DealNeedsAChampionRule>(), Says.Nothing);

    [TestCase("Discovery", false)]
    [TestCase("Technical Validation", true)]
    [TestCase("Commitment", true)]
    public void Asked_for_from_technical_validation_on(string stage, bool found) =>
        Assert.That(Without(stage).Ask<DealNeedsAChampionRule>(), found ? Says.A(Severity.High) : Says.Nothing);

    [Test]
    public void It_says_whom_to_find()
    {
        var finding = Without("POV").Finding<DealNeedsAChampionRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("No champion: find the person who gains most, has influence, and sells for you when you are not in the room."));
            Assert.That(finding.Evidence, Is.EqualTo([new Evidence("Champion__c", FieldValue.Null, FieldValue.Of("named"))]));
        }
    }

    [Test]
    public void In_an_unknown_stage_it_cannot_be_told() => Assert.That(Without("Pilot").Ask<DealNeedsAChampionRule>(), Says.Unknown);

    private static ADeal Without(string stage) => ADeal.InStage(stage).With(it => it with { Champion = null });
}
