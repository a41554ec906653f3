using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Decisions;

public class MiqlScoresTests
{
    [Test]
    public void The_total_exists_only_when_all_five_are_scored()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(new MiqlScores(2, 2, 2, 2, 2).Total, Is.EqualTo(10));
            Assert.That(new MiqlScores(0, 0, 0, 0, 0).Total, Is.Zero);
            Assert.That(new MiqlScores(2, 2, 2, 2, null).Total, Is.Null);
        }
    }

    [Test]
    public void Each_pillar_is_read_and_set_in_its_own_place()
    {
        foreach (var pillar in Pillars.All)
        {
            var scores = new MiqlScores(0, 0, 0, 0, 0).With(pillar, 2);
            Assert.That(Pillars.All.Where(other => scores[other] == 2), Is.EqualTo([pillar]));
        }
    }
}
