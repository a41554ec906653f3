using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Renewals;

public class TwoViewsMustAgreeRuleTests
{
    private const string Rule = "renewal.two-key";

    [TestCase("Green", RiskLevel.None, false)]
    [TestCase("Green", RiskLevel.Low, false)]
    [TestCase("Green", RiskLevel.Medium, false)]
    [TestCase("Green", RiskLevel.High, true)]
    [TestCase("Yellow", RiskLevel.None, false)]
    [TestCase("Yellow", RiskLevel.Medium, false)]
    [TestCase("Yellow", RiskLevel.High, false)]
    [TestCase("Red", RiskLevel.None, true)]
    [TestCase("Red", RiskLevel.Low, true)]
    [TestCase("Red", RiskLevel.Medium, false)]
    [TestCase("Red", RiskLevel.High, false)]
    public void Two_levels_apart_is_a_disagreement(string view, RiskLevel risk, bool found)
    {
        var decision = Seen(view).At(risk).Decide();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(decision.Risk.Level, Is.EqualTo(risk), "the finding itself is no risk");
            Assert.That(decision.Findings.Any(finding => finding.Rule == Rule), Is.EqualTo(found));
        }
    }

    [Test]
    public void It_is_high_and_names_both_views()
    {
        var finding = Seen("Green").At(RiskLevel.High).Decide().Findings.Single(finding => finding.Rule == Rule);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.High));
            Assert.That(finding.Message, Is.EqualTo("The CSM sees Green and the risk is high: one of the two does not know what the other knows."));
            Assert.That(finding.Evidence, Is.EqualTo([new Evidence("CSM_View__c", FieldValue.Of("Green"), FieldValue.Of("a view that fits high risk"))]));
        }
    }

    [Test]
    public void It_stands_where_the_book_has_it_though_it_is_asked_last()
    {
        var findings = Seen("Green").At(RiskLevel.High).With(it => it with { CloseDate = ADeal.Today.AddDays(-1) }).Decide().Findings;
        Assert.That(findings.Where(finding => finding.Severity == Severity.High).Select(finding => finding.Rule), Is.EqualTo([Rule, "meddpicc.low-pain", "hygiene.close-date-past"]));
    }

    [Test]
    public void Without_a_view_there_is_nothing_to_compare() => Assert.That(Said(Seen(null)), Is.EqualTo((false, false)));

    [Test]
    public void A_view_that_the_policy_does_not_know_cannot_be_compared() => Assert.That(Said(Seen("Amber")), Is.EqualTo((false, true)));

    [Test]
    public void The_views_are_the_policys_whatever_their_case()
    {
        var views = new Dictionary<string, RiskLevel>(StringComparer.OrdinalIgnoreCase) { ["Amber"] = RiskLevel.Low };
        var deal = Seen("AMBER").Under(policy => policy with { Renewals = new RenewalPolicy { CsmViews = views } });
        Assert.That(Said(deal), Is.EqualTo((true, false)));
    }

    [Test]
    public void A_sale_is_not_asked() => Assert.That(Said(Seen("Green").OfType("New Business")), Is.EqualTo((false, false)));

    private static (bool Found, bool NotRun) Said(ADeal deal)
    {
        var decision = deal.At(RiskLevel.High).Decide();
        return (decision.Findings.Any(finding => finding.Rule == Rule), decision.NotRun.Contains(Rule));
    }

    private static ADeal Seen(string? view) => ADeal.Renewal.With(it => it with { CsmView = view, ScoredOn = ADeal.Today });
}
