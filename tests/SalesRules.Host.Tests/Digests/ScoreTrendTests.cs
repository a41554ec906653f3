using SalesRules.Host.Digests;
using SalesRules.Journal.History;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Host.Tests.Digests;

public class ScoreTrendTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void Each_total_stands_at_the_day_on_which_it_came()
    {
        var trend = ScoreTrend.Of([.. First(1, 1, 1, 1, 1), Change(Pillar.Maps, 2, 2), Change(Pillar.Leadership, 0, 9)], Policy());

        Assert.That(trend.Points, Is.EqualTo([new ScorePoint(new DateOnly(2026, 3, 2), 5), new ScorePoint(new DateOnly(2026, 3, 4), 6), new ScorePoint(new DateOnly(2026, 3, 11), 5)]));
        Assert.That(trend.IsHistory, Is.True);
    }

    [Test]
    public void An_unscored_pillar_has_no_total()
    {
        var trend = ScoreTrend.Of([.. First(1, 1, 1, 1, null), Change(Pillar.Leadership, 2, 3)], Policy());

        Assert.That((trend.Points.Single().Total, trend.IsHistory), Is.EqualTo((6m, false)));
    }

    [Test]
    public void A_total_that_stays_is_no_new_point() =>
        Assert.That(ScoreTrend.Of([.. First(1, 1, 1, 1, 1), Change(Pillar.Maps, 1, 2)], Policy()).Points, Has.Count.EqualTo(1));

    [Test]
    public void Nothing_seen_is_no_history() => Assert.That(ScoreTrend.Of([], Policy()).IsHistory, Is.False);

    private static IEnumerable<ScoreEntry> First(params int?[] points) => Pillars.All.Select(pillar => Entry(pillar, points[(int)pillar], null, Monday));

    private static ScoreEntry Change(Pillar pillar, int points, int daysLater) => Entry(pillar, points, Monday.AddDays(daysLater), Monday.AddDays(daysLater));

    private static ScoreEntry Entry(Pillar pillar, int? points, DateTimeOffset? changedAt, DateTimeOffset seenAt) =>
        new(pillar, FieldValue.Of((decimal?)points), null, true, false, changedAt, seenAt, default, null, null, null);

    private static Policy Policy() => PolicyFile.Parse("stages:\n  - { name: Discovery, type: discovery }\n  - { name: Won, type: closed-won }\n  - { name: Lost, type: closed-lost }\n", "p.yaml").Policy!;
}
