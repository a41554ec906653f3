using SalesRules.Decisions;
using SalesRules.Rules.Meddpicc;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Meddpicc;

public class AnswerMustSaySomethingRuleTests
{
    [TestCase("tbd")]
    [TestCase(" TBD ")]
    [TestCase("n/a")]
    [TestCase("N/A")]
    [TestCase("x")]
    [TestCase("?")]
    public void Some_texts_say_nothing(string text) => Assert.That(Paining(text).Ask<AnswerMustSaySomethingRule>(), Says.A(Severity.Medium));

    [TestCase("to be decided in May")]
    [TestCase("tbd with the CFO")]
    [TestCase("IT")]
    [TestCase(null)]
    [TestCase(" ")]
    public void Others_do_and_none_is_another_rules(string? text) => Assert.That(Paining(text).Ask<AnswerMustSaySomethingRule>(), Says.Nothing);

    [Test]
    public void The_fields_are_named()
    {
        var finding = Paining("tbd").With(it => it with { Competition = "-" }).Finding<AnswerMustSaySomethingRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("An answer that says nothing stands in Pain and Competition."));
            Assert.That(finding.Evidence[0], Is.EqualTo(new Evidence("Pain__c", FieldValue.Of("tbd"), FieldValue.Of("an answer of its own"))));
        }
    }

    [Test]
    public void Every_text_of_MEDDPICC_is_read() => Assert.That(
        AnswerMustSaySomethingRule.Texts.Select(field => field.ApiName),
        Is.EqualTo(["Metrics_Baseline__c", "Metrics_Target__c", "Metrics_Success_Criterion__c", "Decision_Criteria__c", "Decision_Process__c", "Paper_Process__c", "Pain__c", "Competition__c"]));

    [Test]
    public void A_text_that_stands_on_many_deals_of_the_owner_says_nothing_either() =>
        Assert.That(Repeating("Pain__c").Finding<AnswerMustSaySomethingRule>().Message, Does.EndWith("in Pain."));

    [Test]
    public void An_empty_field_repeats_nothing() => Assert.That(Repeating("Pain__c").With(it => it with { Pain = null }).Ask<AnswerMustSaySomethingRule>(), Says.Nothing);

    [Test]
    public void Without_knowing_the_other_deals_only_what_says_nothing_alone_is_told()
    {
        ADeal Alone(string? text) => Paining(text).Knowing(context => context with { RepeatedTexts = null });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Alone("Two audits failed").Ask<AnswerMustSaySomethingRule>(), Says.Unknown);
            Assert.That(Alone("tbd").Ask<AnswerMustSaySomethingRule>(), Says.Something);
        }
    }

    [Test]
    public void The_texts_are_the_policys() => Assert.That(
        Paining("later").Under(policy => policy with { Meddpicc = policy.Meddpicc with { Placeholders = ["later"] } }).Ask<AnswerMustSaySomethingRule>(), Says.Something);

    private static ADeal Paining(string? text) => ADeal.InStage("Discovery").With(it => it with { Pain = text });

    private static ADeal Repeating(string field) => ADeal.InStage("Discovery").Knowing(context => context with { RepeatedTexts = new HashSet<string> { field } });
}
