using SalesRules.Decisions;
using SalesRules.Rules.Handoffs;

namespace SalesRules.Tests.Rules.Handoffs;

public class HandoffMustBeCompleteRuleTests
{
    [Test]
    public void One_with_everything_is_complete() => Assert.That(AWin.DaysAgo(0).Ask<HandoffMustBeCompleteRule>(), Says.Nothing);

    [Test]
    public void What_is_open_is_named()
    {
        var finding = AWin.DaysAgo(2).With(it => it with { EconomicBuyer = null, KickoffOn = null }).Finding<HandoffMustBeCompleteRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.Medium));
            Assert.That(finding.Message, Is.EqualTo("Won on 2026-02-28 and the hand-off is incomplete: Stakeholder list; Kickoff meeting scheduled."));
            Assert.That(finding.Evidence.Select(seen => seen.Field), Is.EqualTo(["Economic_Buyer__c", "Kickoff_On__c"]));
        }
    }

    [TestCase(-1, false)]
    [TestCase(0, true)]
    [TestCase(30, true)]
    [TestCase(31, false)]
    public void From_the_close_on_for_30_days(int days, bool found) => Assert.That(Incomplete(days).Ask<HandoffMustBeCompleteRule>(), found ? Says.Something : Says.Nothing);

    [TestCase("New Business", true)]
    [TestCase("Existing Business", true)]
    [TestCase("Renewal", false)]
    public void What_was_sold_is_handed_over_and_not_what_was_renewed(string type, bool found) =>
        Assert.That(Incomplete(0).OfType(type).Ask<HandoffMustBeCompleteRule>(), found ? Says.Something : Says.Nothing);

    [TestCase("Closed Won", true, true)]
    [TestCase("Closed Won", null, true)]
    [TestCase("Closed Won", false, false)]
    [TestCase("Closed Lost", null, false)]
    public void Won_is_what_the_record_says_or_else_the_stage(string stage, bool? won, bool found) => Assert.That(
        Incomplete(0).With(it => it with { StageName = stage, IsWon = won }).Ask<HandoffMustBeCompleteRule>(), found ? Says.Something : Says.Nothing);

    [Test]
    public void What_is_open_or_has_no_close_date_was_not_won_lately()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Incomplete(0).With(it => it with { IsClosed = false }).Ask<HandoffMustBeCompleteRule>(), Says.Nothing);
            Assert.That(Incomplete(0).With(it => it with { CloseDate = null }).Ask<HandoffMustBeCompleteRule>(), Says.Nothing);
        }
    }

    [Test]
    public void An_item_whose_field_the_org_lacks_is_not_asked() =>
        Assert.That(Incomplete(0).Under(policy => policy.WithAbsent("Champion__c")).Ask<HandoffMustBeCompleteRule>(), Says.Nothing);

    [Test]
    public void List_and_days_are_the_policys()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Incomplete(5).Under(policy => policy.With(closing => closing with { HandoffDays = 4 })).Ask<HandoffMustBeCompleteRule>(), Says.Nothing);
            Assert.That(Incomplete(5).Under(policy => policy.With(closing => closing with { Handoff = [] })).Ask<HandoffMustBeCompleteRule>(), Says.Nothing);
        }
    }

    private static ADeal Incomplete(int days) => AWin.DaysAgo(days).With(it => it with { Champion = null });
}
