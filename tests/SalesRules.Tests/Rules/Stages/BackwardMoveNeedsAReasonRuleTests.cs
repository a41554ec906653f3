using SalesRules.Decisions;
using SalesRules.Rules.Stages;

namespace SalesRules.Tests.Rules.Stages;

public class BackwardMoveNeedsAReasonRuleTests
{
    /// <summary>The day on which <see cref="ADeal.WentThrough"/> lets the deal enter its last stage.</summary>
    private static readonly DateOnly Moved = ADeal.Today.AddMonths(-1);

    [Test]
    public void Without_a_reason_it_is_medium()
    {
        var finding = Back.With(it => it with { StageChangeReason = " " }).Finding<BackwardMoveNeedsAReasonRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.Medium));
            Assert.That(finding.Message, Is.EqualTo("Moved back from Solution to Discovery on 2026-02-02 without a new reason."));
            Assert.That(finding.Evidence[0].Field, Is.EqualTo("Stage_Change_Reason__c"));
        }
    }

    [TestCase(-1, true)]
    [TestCase(0, false)]
    [TestCase(1, false)]
    public void The_reason_is_given_at_the_move_or_after_it(int days, bool found)
    {
        var deal = Back.Watched(Moved.AddDays(-30), ("Stage_Change_Reason__c", Moved.AddDays(days)));
        Assert.That(deal.Ask<BackwardMoveNeedsAReasonRule>(), found ? Says.Something : Says.Nothing);
    }

    [TestCase(-1, true)]
    [TestCase(0, false)]
    public void A_reason_that_never_changed_is_old_where_the_move_was_watched(int watchedSince, bool found) =>
        Assert.That(Back.Watched(Moved.AddDays(watchedSince)).Ask<BackwardMoveNeedsAReasonRule>(), found ? Says.Something : Says.Unknown);

    [Test]
    public void What_nobody_saw_cannot_be_told()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Back.Knowing(context => context with { FieldHistory = null }).Ask<BackwardMoveNeedsAReasonRule>(), Says.Unknown);
            Assert.That(ADeal.InStage("Discovery").Ask<BackwardMoveNeedsAReasonRule>(), Says.Unknown);
        }
    }

    [Test]
    public void A_move_forward_needs_none() => Assert.That(WithoutReason(ADeal.InStage("Solution").WentThrough("Discovery", "Solution")).Ask<BackwardMoveNeedsAReasonRule>(), Says.Nothing);

    [TestCase("Solution", "Discovery", "Technical Validation", false)]
    [TestCase("Discovery", "Solution", "Technical Validation", true)]
    public void The_last_move_counts(string first, string second, string third, bool found) =>
        Assert.That(WithoutReason(ADeal.InStage(third).WentThrough(first, second, third)).Ask<BackwardMoveNeedsAReasonRule>(), found ? Says.Something : Says.Nothing);

    [Test]
    public void What_the_service_moved_back_needs_none() =>
        Assert.That(WithoutReason(Back).Knowing(context => context with { ServiceUser = ADeal.Owner }).Ask<BackwardMoveNeedsAReasonRule>(), Says.Nothing);

    private static ADeal Back => ADeal.InStage("Discovery").WentThrough("Solution", "Discovery").With(it => it with { StageChangeReason = "No budget" });

    private static ADeal WithoutReason(ADeal deal) => deal.With(it => it with { StageChangeReason = null });
}
