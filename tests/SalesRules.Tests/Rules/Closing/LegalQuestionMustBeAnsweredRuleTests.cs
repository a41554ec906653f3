using SalesRules.Decisions;
using SalesRules.Rules.Closing;

namespace SalesRules.Tests.Rules.Closing;

public class LegalQuestionMustBeAnsweredRuleTests
{
    // Today is a Monday: two business days after a Thursday it is Monday, after a Wednesday it was Friday.
    [TestCase("2026-02-26", false)]
    [TestCase("2026-02-25", true)]
    public void Within_two_business_days(string asked, bool found) =>
        Assert.That(AskedOn(DateOnly.Parse(asked, null)).Ask<LegalQuestionMustBeAnsweredRule>(), found ? Says.A(Severity.Medium) : Says.Nothing);

    [Test]
    public void It_says_since_when()
    {
        var finding = AskedOn(new DateOnly(2026, 2, 20)).Finding<LegalQuestionMustBeAnsweredRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("Legal stands at \"Redlines\" since 2026-02-20: answer within 2 business days."));
            Assert.That(finding.Evidence.Single().Field, Is.EqualTo("Legal_Status__c"));
        }
    }

    [Test]
    public void A_question_older_than_the_watch_is_counted_from_its_beginning() =>
        Assert.That(Asked("Redlines").Watched(new DateOnly(2026, 2, 20)).Finding<LegalQuestionMustBeAnsweredRule>().Message, Does.Contain("since 2026-02-20"));

    [TestCase("redlines", true)]
    [TestCase("In review", false)]
    [TestCase("Agreed", false)]
    [TestCase(null, false)]
    public void Only_where_a_question_is_open(string? status, bool found) =>
        Assert.That(AskedOn(new DateOnly(2026, 2, 20)).With(it => it with { LegalStatus = status }).Ask<LegalQuestionMustBeAnsweredRule>(), found ? Says.Something : Says.Nothing);

    [Test]
    public void Without_knowing_since_when_it_cannot_be_told() =>
        Assert.That(Asked("Redlines").Knowing(context => context with { FieldHistory = null }).Ask<LegalQuestionMustBeAnsweredRule>(), Says.Unknown);

    [Test]
    public void States_and_days_are_the_policys()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(AskedOn(new DateOnly(2026, 2, 26)).Under(policy => policy.With(closing => closing with { LegalReplyDays = 1 })).Ask<LegalQuestionMustBeAnsweredRule>(), Says.Something);
            Assert.That(AskedOn(new DateOnly(2026, 2, 20)).Under(policy => policy.With(closing => closing with { LegalQuestion = new HashSet<string>() })).Ask<LegalQuestionMustBeAnsweredRule>(), Says.Nothing);
        }
    }

    private static ADeal AskedOn(DateOnly day) => Asked("Redlines").Watched(new DateOnly(2026, 1, 1), ("Legal_Status__c", day));

    private static ADeal Asked(string status) => ADeal.InStage("Commercial").With(it => it with { LegalStatus = status });
}
