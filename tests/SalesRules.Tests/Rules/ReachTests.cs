using SalesRules.Policies;
using SalesRules.Rules;

namespace SalesRules.Tests.Rules;

public class ReachTests
{
    private static readonly Policy Policy = TestPolicy.Default;

    [TestCase("every deal", true, true, true, true)]
    [TestCase("open deals", true, true, false, false)]
    [TestCase("closed deals", false, false, true, true)]
    [TestCase("open renewals", true, false, false, false)]
    public void Open_and_closed_and_renewals(string words, bool openRenewal, bool openSale, bool closedRenewal, bool closedSale)
    {
        var reach = new[] { Reach.EveryDeal, Reach.OpenDeals, Reach.ClosedDeals, Reach.OpenRenewals }.Single(reach => reach.Words == words);

        bool Covers(Motion motion, bool isOpen) => reach.Covers(new DealKind(null, motion, isOpen), Policy);
        Assert.That(
            (Covers(Motion.Renewal, true), Covers(Motion.NewBusiness, true), Covers(Motion.Renewal, false), Covers(Motion.Expansion, false)),
            Is.EqualTo((openRenewal, openSale, closedRenewal, closedSale)));
    }

    [TestCase("Discovery", true, false)]
    [TestCase("Technical Validation", true, true)]
    [TestCase("Commitment", true, true)]
    [TestCase("Commitment", false, false)]
    [TestCase(null, true, false)]
    public void By_a_stage_type_is_from_it_on(string? stage, bool isOpen, bool covered) =>
        Assert.That(Reach.By(StageType.TechnicalValidation).Covers(Kind(stage, isOpen), Policy), Is.EqualTo(covered));

    [TestCase("Solution", false)]
    [TestCase("POV", true)]
    [TestCase("Commercial", false)]
    [TestCase("Commitment", true)]
    public void In_a_stage_type_is_in_no_other(string stage, bool covered) =>
        Assert.That(Reach.In(StageType.Pov, StageType.Commitment).Covers(Kind(stage), Policy), Is.EqualTo(covered));

    [Test]
    public void Whether_an_open_deal_in_an_unknown_stage_is_within_it_is_unknown_where_it_speaks_of_the_stage()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Reach.By(StageType.Pov).IsUnknownFor(Kind(null)), Is.True);
            Assert.That(Reach.In(StageType.Pov).IsUnknownFor(Kind(null)), Is.True);
            Assert.That(Reach.OpenDealsInAStage.IsUnknownFor(Kind(null)), Is.True);
            Assert.That(Reach.OpenDealsInAStage.IsUnknownFor(Kind("POV")), Is.False);
            Assert.That(Reach.By(StageType.Pov).IsUnknownFor(Kind(null, isOpen: false)), Is.False, "a closed deal is beyond it whatever its stage");
            Assert.That(Reach.OpenDeals.IsUnknownFor(Kind(null)), Is.False);
        }
    }

    [Test]
    public void It_has_words()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Reach.By(StageType.Pov).Words, Is.EqualTo("open deals by pov"));
            Assert.That(Reach.In(StageType.Pov, StageType.Commitment).Words, Is.EqualTo("open deals in pov or commitment"));
        }
    }

    private static DealKind Kind(string? stage, bool isOpen = true) => new(Policy.Stages.Find(stage), Motion.NewBusiness, isOpen);
}
