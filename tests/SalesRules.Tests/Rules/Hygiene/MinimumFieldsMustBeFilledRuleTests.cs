using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules.Hygiene;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Hygiene;

public class MinimumFieldsMustBeFilledRuleTests
{
    [TestCase("Qualification", "The minimum of the stage lacks Lead Source.")]
    [TestCase("Discovery", "The minimum of the stage lacks Amount and Lead Source.")]
    [TestCase("Technical Validation", "The minimum of the stage lacks Amount, Lead Source and Segment.")]
    public void Each_stage_asks_for_more(string stage, string message) => Assert.That(Empty(stage).Finding<MinimumFieldsMustBeFilledRule>().Message, Is.EqualTo(message));

    [Test]
    public void It_is_low_and_shows_what_is_missing()
    {
        var finding = Empty("Qualification").Finding<MinimumFieldsMustBeFilledRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.Low));
            Assert.That(finding.Evidence, Is.EqualTo([new Evidence("LeadSource", FieldValue.Null, FieldValue.Of("filled"))]));
        }
    }

    [Test]
    public void With_all_of_them_it_is_silent() => Assert.That(ADeal.InStage("Commitment").Ask<MinimumFieldsMustBeFilledRule>(), Says.Nothing);

    [Test]
    public void In_an_unknown_stage_it_cannot_be_told() => Assert.That(Empty("Pilot").Ask<MinimumFieldsMustBeFilledRule>(), Says.Unknown);

    [Test]
    public void A_field_that_the_org_lacks_is_not_missing() =>
        Assert.That(ADeal.InStage("POV").With(it => it with { Segment = null }).Under(policy => policy.WithAbsent("Segment__c")).Ask<MinimumFieldsMustBeFilledRule>(), Says.Nothing);

    [Test]
    public void The_fields_are_the_policys()
    {
        var fields = new Dictionary<StageType, IReadOnlyList<string>> { [StageType.Discovery] = ["Budget__c"] };
        var deal = Empty("Discovery").Under(policy => policy with { Hygiene = new HygienePolicy { MinimumFields = fields } });
        Assert.That(deal.Finding<MinimumFieldsMustBeFilledRule>().Message, Is.EqualTo("The minimum of the stage lacks Budget."));
    }

    private static ADeal Empty(string stage) => ADeal.InStage(stage).With(it => it with { Amount = null, LeadSource = null, Segment = null });
}
