using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules.Meddpicc;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Meddpicc;

public class PainMustBeStrongRuleTests
{
    [TestCase(7, false)]
    [TestCase(6.99, true)]
    [TestCase(0, true)]
    [TestCase(null, false)]
    public void Under_7_it_is_high(object? score, bool found) =>
        Assert.That(Hurting(score is null ? null : Convert.ToDecimal(score, null)).Ask<PainMustBeStrongRule>(), found ? Says.A(Severity.High) : Says.Nothing);

    [Test]
    public void It_says_what_that_means_and_what_would_be_strong()
    {
        var finding = Hurting(6).Finding<PainMustBeStrongRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("Pain is 6 of 10, under 7: the deal will likely stall."));
            Assert.That(finding.Fix, Is.EqualTo([new Fix("Pain_Score__c", FieldValue.Of(7))]));
        }
    }

    [Test]
    public void The_owner_is_to_disqualify_it_or_to_come_back()
    {
        var tasks = Hurting(6).Under(policy => policy with { Tasks = new TaskPolicy { Rules = new HashSet<string> { "meddpicc.low-pain" } } }).Decide().Tasks;
        Assert.That(tasks.Single().Subject, Does.StartWith("Pain under 7 of 10: disqualify the deal, or agree").And.EndsWith("re-engage then"));
    }

    [Test]
    public void The_score_is_the_policys() =>
        Assert.That(Hurting(7).Under(policy => policy with { Meddpicc = policy.Meddpicc with { StrongPain = 8 } }).Ask<PainMustBeStrongRule>(), Says.Something);

    private static ADeal Hurting(decimal? score) => ADeal.InStage("Qualification").With(it => it with { PainScore = score });
}
