using SalesRules.Decisions;
using SalesRules.Rules.Closing;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Closing;

public class ProposalNeedsADeskDecisionRuleTests
{
    [TestCase("Approve", false)]
    [TestCase("approve with edits", false)]
    [TestCase("Reject", true)]
    [TestCase(null, true)]
    public void An_approval_lets_it_go_on(string? decision, bool found) => Assert.That(Decided(decision).Ask<ProposalNeedsADeskDecisionRule>(), found ? Says.A(Severity.High) : Says.Nothing);

    [TestCase("POV", false)]
    [TestCase("Commercial", true)]
    [TestCase("Commitment", true)]
    public void From_commercial_on(string stage, bool found) =>
        Assert.That(Decided(null).With(it => it with { StageName = stage }).Ask<ProposalNeedsADeskDecisionRule>(), found ? Says.Something : Says.Nothing);

    [Test]
    public void A_rejected_one_that_moved_on_is_told_so()
    {
        var finding = Decided("Reject").Finding<ProposalNeedsADeskDecisionRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("The deal desk decided \"Reject\" and the deal moved on."));
            Assert.That(finding.Evidence.Single().Needs, Is.EqualTo(FieldValue.Of("Approve or Approve with edits")));
        }
    }

    [Test]
    public void Reviewer_and_date_belong_to_it() => Assert.That(
        Decided("Approve").With(it => it with { DeskDecisionBy = null, DeskDecisionOn = null }).Finding<ProposalNeedsADeskDecisionRule>().Message,
        Is.EqualTo("The proposal has no reviewer and date of the review."));

    [Test]
    public void What_approves_is_the_policys() => Assert.That(
        Decided("Approve").Under(policy => policy.With(closing => closing with { DeskApprovals = new HashSet<string> { "Go" } })).Ask<ProposalNeedsADeskDecisionRule>(), Says.Something);

    private static ADeal Decided(string? decision) => ADeal.InStage("Commercial").With(it => it with { DeskDecision = decision });
}
