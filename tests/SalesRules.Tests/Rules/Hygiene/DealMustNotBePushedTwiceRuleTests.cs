using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules.Hygiene;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Hygiene;

public class DealMustNotBePushedTwiceRuleTests
{
    [TestCase(0, null)]
    [TestCase(1, null)]
    [TestCase(2, Severity.Low)]
    [TestCase(3, Severity.Low)]
    [TestCase(4, Severity.Medium)]
    [TestCase(40, Severity.Medium)]
    public void The_more_pushes_the_more_it_weighs(int pushes, Severity? severity) => Assert.That(Pushed(pushes).Ask<DealMustNotBePushedTwiceRule>().Finding?.Severity, Is.EqualTo(severity));

    [Test]
    public void It_says_how_often()
    {
        var finding = Pushed(3).Finding<DealMustNotBePushedTwiceRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("The close date was pushed 3 times."));
            Assert.That(finding.Evidence, Is.EqualTo([new Evidence("PushCount", FieldValue.Of(3m), FieldValue.Of(1))]));
        }
    }

    [Test]
    public void Without_a_count_it_cannot_be_told() => Assert.That(Pushed(null).Ask<DealMustNotBePushedTwiceRule>(), Says.Unknown);

    [Test]
    public void The_numbers_are_the_policys()
    {
        ADeal Deal(int pushes) => Pushed(pushes).Under(policy => policy with { Hygiene = new HygienePolicy { PushesLow = 1, PushesMedium = 2 } });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Deal(1).Ask<DealMustNotBePushedTwiceRule>(), Says.A(Severity.Low));
            Assert.That(Deal(2).Ask<DealMustNotBePushedTwiceRule>(), Says.A(Severity.Medium));
        }
    }

    [Test]
    public void Pushed_once_is_told_in_the_singular_where_the_policy_minds_it() => Assert.That(
        Pushed(1).Under(policy => policy with { Hygiene = new HygienePolicy { PushesLow = 1 } }).Finding<DealMustNotBePushedTwiceRule>().Message, Is.EqualTo("The close date was pushed once."));

    private static ADeal Pushed(int? times) => ADeal.InStage("Discovery").With(it => it with { PushCount = times });
}
