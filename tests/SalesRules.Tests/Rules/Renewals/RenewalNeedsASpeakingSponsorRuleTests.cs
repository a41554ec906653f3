using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules.Renewals;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Renewals;

public class RenewalNeedsASpeakingSponsorRuleTests
{
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(null)]
    public void Any_other_Leadership_is_no_silence(int? leadership) =>
        Assert.That(ADeal.Renewal.Scored(2, 2, 2, 2, leadership).Ask<RenewalNeedsASpeakingSponsorRule>(), Says.Nothing);

    [Test]
    public void Leadership_0_is_a_red_flag_whatever_the_other_scores_and_the_close_date()
    {
        var finding = Silent.With(it => it with { CloseDate = ADeal.Today.AddYears(2) }).Finding<RenewalNeedsASpeakingSponsorRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.High));
            Assert.That(finding.Message, Is.EqualTo("The sponsor is silent (Leadership 0): a red flag whatever usage says."));
            Assert.That(finding.Fix, Is.EqualTo([new Fix("MIQL_Leadership__c", FieldValue.Of(1))]));
        }
    }

    [Test]
    public void The_owner_gets_the_task_to_meet_the_sponsor()
    {
        var task = Silent.Under(policy => policy with { Tasks = new TaskPolicy { Rules = new HashSet<string> { "renewal.sponsor-silent" } } }).Decide().Tasks.Single();
        Assert.That((task.Subject, task.Owner), Is.EqualTo(("Get the meeting with the renewal's sponsor on the calendar", (SalesforceId?)ADeal.Owner)));
    }

    [Test]
    public void A_sale_has_no_sponsor_yet() => Assert.That(Silent.OfType("New Business").Ask<RenewalNeedsASpeakingSponsorRule>(), Says.Nothing);

    private static ADeal Silent => ADeal.Renewal.Scored(2, 2, 2, 2, 0);
}
