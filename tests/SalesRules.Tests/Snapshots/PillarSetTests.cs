using SalesRules.Snapshots;

namespace SalesRules.Tests.Snapshots;

public class PillarSetTests
{
    [Test]
    public void It_keeps_the_pillars_order_whatever_order_they_came_in() =>
        Assert.That(PillarSet.Empty.With(Pillar.Leadership).With(Pillar.Outcome).With(Pillar.Leadership), Is.EqualTo([Pillar.Outcome, Pillar.Leadership]));

    [Test]
    public void There_are_32_each_at_its_index_and_all_different()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(PillarSet.All.Select(set => set.Index), Is.EqualTo(Enumerable.Range(0, 32)));
            Assert.That(PillarSet.All.Select(set => string.Join(',', set)), Is.Unique);
            Assert.That(PillarSet.Empty, Is.Empty);
        }
    }

    [Test]
    public void Equal_sets_are_one() =>
        Assert.That(PillarSet.Where(pillar => pillar > Pillar.Insight), Is.SameAs(PillarSet.Empty.With(Pillar.Leadership).With(Pillar.Quantify)));

    [Test]
    public void What_is_in_both()
    {
        var notMaps = PillarSet.Where(pillar => pillar != Pillar.Maps);
        var early = PillarSet.Where(pillar => pillar < Pillar.Insight);
        Assert.That(notMaps.In(early), Is.EqualTo([Pillar.Outcome]));
    }
}
