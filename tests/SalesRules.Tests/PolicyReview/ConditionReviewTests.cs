using SalesRules.PolicyReview;
using SalesRules.PolicyReview.Conditions;
using SalesRules.Tests.Policies;

namespace SalesRules.Tests.PolicyReview;

public sealed class ConditionReviewTests
{
    private const string Stages = """
        stages:
          - { name: Discovery, type: discovery }
          - { name: POV, type: pov }
          - { name: Closed Won, type: closed-won }
          - { name: Closed Lost, type: closed-lost }

        """;

    [TestCase("Amount > 10 and Amount < 5", "Amount > 10 and Amount < 5 exclude each other")]
    [TestCase("Amount >= 5 and Amount < 5", "Amount >= 5 and Amount < 5 exclude each other")]
    [TestCase("Amount > 1000 and NextStep is null and NextStep = 'call'", "NextStep is null and NextStep = 'call' exclude each other")]
    [TestCase("CloseDate > 2026-03-01 and CloseDate < 2026-03-02", "CloseDate > 2026-03-01 and CloseDate < 2026-03-02 exclude each other")]
    [TestCase("CloseDate < today() - 5 days and CloseDate > today()", "CloseDate < today() - 5 days and CloseDate > today() exclude each other")]
    [TestCase("days_between(today(), CloseDate) > 30 and days_between(today(), CloseDate) < 20", "days_between(today(), CloseDate) > 30 and days_between(today(), CloseDate) < 20 exclude each other")]
    [TestCase("by('pov') and StageName = 'Discovery'", "by('pov') and StageName = 'Discovery' exclude each other")]
    [TestCase("stage_type() = 'commitment'", "stage_type() = 'commitment' is never true of an open deal under this policy")]
    [TestCase("StageName = 'Closed Won'", "StageName = 'Closed Won' is never true of an open deal under this policy")]
    [TestCase("IsClosed = true", "IsClosed = true is never true of an open deal under this policy")]
    [TestCase("IsWon", "IsWon is never true of an open deal under this policy")]
    [TestCase("IsWon = true and Amount > 5", "IsWon = true is never true of an open deal under this policy")]
    [TestCase("Pain_Score__c > 10", "Pain_Score__c > 10 is never true of an open deal under this policy")]
    [TestCase("Pain_Score__c < 0", "Pain_Score__c < 0 is never true of an open deal under this policy")]
    [TestCase("Decision_Scorecard_Wins__c = 11", "Decision_Scorecard_Wins__c = 11 is never true of an open deal under this policy")]
    [TestCase("Probability > 100", "Probability > 100 is never true of an open deal under this policy")]
    [TestCase("Probability in (-1, 101)", "Probability in (-1, 101) is never true of an open deal under this policy")]
    [TestCase("PushCount < 0", "PushCount < 0 is never true of an open deal under this policy")]
    [TestCase("length(NextStep) < 0", "length(NextStep) < 0 is never true of an open deal under this policy")]
    [TestCase("MIQL_Outcome__c > 2", "MIQL_Outcome__c > 2 is never true of an open deal under this policy")]
    [TestCase("miql_total() > 10", "miql_total() > 10 is never true of an open deal under this policy")]
    [TestCase("Segment__c in ('A', 'B') and Segment__c = 'C'", "Segment__c in ('A', 'B') and Segment__c = 'C' exclude each other")]
    [TestCase("1 > 2 and Amount > 5", "1 > 2 is never true of an open deal under this policy")]
    public void A_condition_that_no_deal_meets_is_told_with_the_part_to_blame(string condition, string reason) =>
        Assert.That(Review(condition), Is.EqualTo((ConditionVerdict.NeverTrue, reason)));

    [TestCase("Amount is null or Amount is not null")]
    [TestCase("by('discovery')")]
    [TestCase("2 > 1")]
    public void A_condition_that_every_deal_meets_is_told(string condition) =>
        Assert.That(Review(condition).Verdict, Is.EqualTo(ConditionVerdict.AlwaysTrue));

    [TestCase("Amount > 5 and Amount < 10")]
    [TestCase("not IsWon")]
    [TestCase("Pain_Score__c >= 10")]
    [TestCase("Pain_Score__c <= 0")]
    [TestCase("Pain_Score__c > -5")]
    [TestCase("Pain_Score__c < 50")]
    [TestCase("Pain_Score__c > 9.5")]
    [TestCase("Probability > 99")]
    [TestCase("Probability >= 100 or Probability < 0")]
    [TestCase("PushCount > 1000")]
    [TestCase("length(NextStep) < 1")]
    [TestCase("Amount < 0")]
    [TestCase("Amount > 4.1 and Amount < 4.2")]
    [TestCase("Amount >= 5 and Amount <= 5")]
    [TestCase("CloseDate > 2026-03-01 and CloseDate < 2026-03-03")]
    [TestCase("CloseDate < today() and CloseDate > 2026-03-01")]
    [TestCase("CloseDate < Next_Step_Date__c and CloseDate > Next_Step_Date__c - 3 days")]
    [TestCase("Amount > 5 or Amount <= 5")]
    [TestCase("not (Amount > 5) and Amount > 4")]
    [TestCase("StageName = 'POV' and by('pov')")]
    [TestCase("contains(Name, 'a') and not contains(Name, 'b')")]
    [TestCase("MIQL_Outcome__c = 2 and MIQL_Maps__c < 1")]
    [TestCase("Amount * 2 > 10 and Amount < 6")]
    [TestCase("OwnerId = '005000000000001' and OwnerId = '005000000000001AAA'")]
    public void A_condition_that_some_deals_meet_is_no_warning(string condition) =>
        Assert.That(Review(condition).Verdict, Is.EqualTo(ConditionVerdict.Open));

    /// <summary>With closed: true the rule is asked about closed deals too.</summary>
    [Test]
    public void What_no_open_deal_meets_a_closed_one_may() =>
        Assert.That(Review("IsWon and IsClosed = true and StageName = 'Closed Won'", ", closed: true").Verdict, Is.EqualTo(ConditionVerdict.Open));

    /// <summary>A condition with more cases than the review goes through is left alone: it says nothing rather than something wrong.</summary>
    [Test]
    public void A_condition_with_very_many_cases_is_left_alone()
    {
        var many = string.Join(" and ", Enumerable.Range(0, 8).Select(number => $"length(Name) + {number} in (1, 2, 3)"));

        Assert.That(Review(many + " and 1 > 2").Verdict, Is.EqualTo(ConditionVerdict.Open));
    }

    [Test]
    public void The_warning_stands_at_the_condition()
    {
        var text = Stages + "custom-rules:\n  - { id: custom.a, when: \"Amount > 10 and Amount < 5\", severity: low, message: a }\n";
        var warning = PolicyLint.Of(TestPolicies.Sound(text), text).Single();

        Assert.That((warning.Id, warning.Key, warning.Line), Is.EqualTo(("lint.condition-never-true", "custom-rules[0].when", 7)));
        Assert.That(warning.Sentence, Is.EqualTo("custom.a can never find anything: Amount > 10 and Amount < 5 exclude each other; correct the condition"));
    }

    private static (ConditionVerdict Verdict, string Reason) Review(string condition, string more = "")
    {
        var policy = TestPolicies.Sound($"{Stages}custom-rules:\n  - {{ id: custom.a, when: \"{condition}\", severity: low, message: a{more} }}\n");
        var review = new ConditionReview(policy.CustomRules[0], policy);
        return (review.Verdict, review.Reason);
    }
}
