using SalesRules.Decisions;
using SalesRules.Rules.Meddpicc;

namespace SalesRules.Tests.Rules.Meddpicc;

public class MsaMustBeSentEarlyRuleTests
{
    [TestCase(7, false)]
    [TestCase(8, true)]
    public void In_the_first_week_of_the_POV(int days, bool found) => Assert.That(Started(days).Ask<MsaMustBeSentEarlyRule>(), found ? Says.A(Severity.Medium) : Says.Nothing);

    [Test]
    public void It_says_since_when()
    {
        var finding = Started(8).Finding<MsaMustBeSentEarlyRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("The POV started on 2026-02-22 and no MSA was sent within 7 days."));
            Assert.That(finding.Evidence.Select(seen => seen.Field), Is.EqualTo(["MSA_Sent_On__c", "POV_Start__c"]));
        }
    }

    [TestCase(0, false)]
    [TestCase(1, true)]
    public void Sent_is_what_was_sent_by_today(int inDays, bool found) => Assert.That(
        Started(30).With(it => it with { MsaSentOn = ADeal.Today.AddDays(inDays) }).Ask<MsaMustBeSentEarlyRule>(), found ? Says.Something : Says.Nothing);

    [Test]
    public void Without_a_start_there_is_no_first_week() => Assert.That(Started(8).With(it => it with { PovStart = null }).Ask<MsaMustBeSentEarlyRule>(), Says.Nothing);

    [Test]
    public void The_days_are_the_policys() =>
        Assert.That(Started(8).Under(policy => policy with { Meddpicc = policy.Meddpicc with { MsaDays = 8 } }).Ask<MsaMustBeSentEarlyRule>(), Says.Nothing);

    private static ADeal Started(int daysAgo) => ADeal.InStage("POV").With(it => it with { PovStart = ADeal.Today.AddDays(-daysAgo), MsaSentOn = null });
}
