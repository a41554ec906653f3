using SalesRules.Decisions;
using SalesRules.Policies;
using static SalesRules.Tests.Policies.TestPolicies;

namespace SalesRules.Tests.Policies;

/// <summary>What the sections for renewals, MEDDPICC, stages, hygiene and closing become, and the near side of their checks between keys.</summary>
public sealed class RulePolicyTests
{
    [TestCase("meddpicc: { middle-from: 10, middle-to: 10 }")]
    [TestCase("meddpicc: { pov-ending-days: 7, pov-ending-soon-days: 7 }")]
    [TestCase("meddpicc: { buyer-levels: { VP: 1 }, small-level: vp, middle-level: VP, large-level: VP }")]
    [TestCase("hygiene: { pushes-low: 4, pushes-medium: 4 }")]
    [TestCase("leads: { high: 8, medium: 8 }")]
    [TestCase("leads: { first-attempt-days: 3, second-attempt-days: 3 }")]
    [TestCase("qualification: { intent-high: 5, intent-medium: 5 }")]
    [TestCase("retention: { drop-percent: 40 }")]
    [TestCase("hygiene: { name-pattern: '^[A-Z].* - [0-9]{4}$' }")]
    [TestCase("hygiene: { name-pattern: null }")]
    public void What_goes_together_is_sound(string text) => Assert.That(Problems(Least + text), Is.Empty);

    [TestCase(499_999.99, "VP Engineering")]
    [TestCase(500_000, "CFO")]
    [TestCase(1_000_000, "CFO")]
    [TestCase(1_000_000.01, "CEO")]
    public void An_amount_needs_a_level(decimal amount, string level) => Assert.That(new MeddpiccPolicy().LevelFor(amount), Is.EqualTo(level));

    [Test]
    public void Levels_views_and_states_are_known_whatever_their_case()
    {
        var policy = With("""
            meddpicc: { buyer-levels: { Head: 2, Lead: 1 }, small-level: lead, middle-level: HEAD, large-level: Head }
            renewals: { csm-views: { Amber: medium } }
            closing: { legal-question: [Open], desk-approvals: [Go] }
            """);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(policy.Meddpicc.BuyerLevels["LEAD"], Is.EqualTo(1));
            Assert.That(policy.Renewals.CsmViews["amber"], Is.EqualTo(RiskLevel.Medium));
            Assert.That(policy.Closing.LegalQuestion, Does.Contain("Open").And.Count.EqualTo(1));
            Assert.That(policy.Closing.DeskApprovals.Contains("GO"), Is.True);
        }
    }

    [Test]
    public void Every_limit_of_qualification_retention_risk_and_aging_is_a_setting()
    {
        var policy = With("""
            stage-rules: { aging-least-stays: 5, aging-months: 24 }
            qualification: { intent-high: 8, intent-medium: 3, ready: 6 }
            retention: { big-drop-percent: 50, drop-percent: 30, milestone-overdue-days: 7, tickets-percent: 25, on-target-percent: 80 }
            risk: { medium-findings: 2 }
            """);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((policy.StageRules.AgingLeastStays, policy.StageRules.AgingMonths), Is.EqualTo((5, 24)));
            Assert.That(policy.Qualification, Is.EqualTo(new QualificationPolicy { IntentHigh = 8, IntentMedium = 3, Ready = 6 }));
            Assert.That(policy.Retention, Is.EqualTo(new RetentionPolicy { BigDropPercent = 50, DropPercent = 30, MilestoneOverdueDays = 7, TicketsPercent = 25, OnTargetPercent = 80 }));
            Assert.That(policy.Risk, Is.EqualTo(new RiskPolicy { MediumFindings = 2 }));
        }
    }

    [Test]
    public void A_list_replaces_the_default_list_as_a_whole()
    {
        var policy = With("""
            stage-rules: { exit: return, exit-checklists: { pov: [{ name: Result, fields: [Pain__c, Amount] }] } }
            hygiene: { minimum-fields: { discovery: [Amount] } }
            meddpicc: { days-left: { midmarket: { cfo: 3, in-all: 40 } } }
            """);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(policy.StageRules.Exit, Is.EqualTo(ExitMode.Return));
            Assert.That(policy.StageRules.ExitChecklists.Keys, Is.EqualTo([StageType.Pov]));
            Assert.That(policy.StageRules.ExitChecklists[StageType.Pov].Single().Fields, Is.EqualTo(["Pain__c", "Amount"]));
            Assert.That(policy.Hygiene.MinimumFields.Keys, Is.EqualTo([StageType.Discovery]));
            Assert.That(policy.Meddpicc.DaysLeft.Single().Value, Is.EqualTo(new DaysLeft { FromPovStart = 90, Cfo = 3, InAll = 40 }));
        }
    }

    [Test]
    public void What_is_left_out_is_the_default() =>
        Assert.That(With("").Meddpicc.DaysLeft["commercial"], Is.EqualTo(DaysLeft.Commercial));

    [TestCase(500, true)]
    [TestCase(501, false)]
    public void A_pattern_has_at_most_500_characters(int length, bool isSound) =>
        Assert.That(Problems($"{Least}hygiene: {{ name-pattern: {new string('a', length)} }}"), isSound ? Is.Empty : Has.Length.EqualTo(1));
}
