using SalesRules.Decisions;
using SalesRules.Plans;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Plans;

public class KnownScoresTests
{
    private static readonly SalesforceId Deal = SalesforceId.Parse("006xx000003GYkK");

    [Test]
    public void The_next_number_follows_the_rows_whatever_their_keys()
    {
        Assert.That(KnownScores.Of([]).LastNumber, Is.Zero);
        Assert.That(KnownScores.Of([Row(1), Row(2)]).LastNumber, Is.EqualTo(2));
        Assert.That(KnownScores.Of([Row(1), Row(7)]).LastNumber, Is.EqualTo(7));
        Assert.That(KnownScores.Of([Row(0) with { Key = $"{Deal}/2026-03-02" }, Row(0) with { Key = "by hand" }]).LastNumber, Is.EqualTo(2));
    }

    [Test]
    public void Pillars_that_were_scored_once_stay_known()
    {
        var known = KnownScores.Of([Row(1) with { Scores = new MiqlScores(2, null, null, null, null) }, Row(2) with { Scores = new MiqlScores(null, null, 1, null, null) }]);

        Assert.That(known.EverScored, Is.EqualTo(PillarSet.Where(pillar => pillar is Pillar.Outcome or Pillar.Insight)));
    }

    [Test]
    public void Of_inherited_rows_only_what_never_changed_is_inherited_still()
    {
        var rows = KnownScores.Sharpened(
        [
            Inherited(1, new MiqlScores(2, 1, 2, null, 1)),
            Inherited(2, new MiqlScores(1, 1, 2, null, 1)),
            Inherited(3, new MiqlScores(2, 1, 2, null, 1)),
        ]);

        Assert.That(rows[0].Inherited, Is.EqualTo(PillarSet.Where(pillar => pillar != Pillar.Quantify)));
        Assert.That(rows[2].Inherited, Is.EqualTo(PillarSet.Where(pillar => pillar is Pillar.Maps or Pillar.Insight or Pillar.Leadership)), "Outcome was scored by somebody, and its old value again is theirs too");
    }

    [Test]
    public void A_scored_row_ends_what_is_inherited() =>
        Assert.That(KnownScores.Sharpened([Inherited(1, new MiqlScores(2, 1, 2, null, 1)), Row(2)])[^1].IsInherited, Is.False);

    [Test]
    public void A_pillar_is_inherited_until_its_value_changes_or_the_deal_is_scored_on_a_later_day()
    {
        var on = new DateOnly(2026, 3, 2);
        var seeded = new SeededScores(on, new MiqlScores(2, 1, null, null, null));
        var deal = new Opportunity { Id = Deal, Outcome = PillarScore.From(2), Maps = PillarScore.From(2), ScoredOn = on };

        Assert.That(SeededScores.StillInherited(deal, seeded, KnownScores.NotAsked), Is.EqualTo(PillarSet.Where(pillar => pillar == Pillar.Outcome)));
        Assert.That(SeededScores.StillInherited(deal with { ScoredOn = null }, seeded, KnownScores.NotAsked), Has.Count.EqualTo(1));
        Assert.That(SeededScores.StillInherited(deal with { ScoredOn = on.AddDays(1) }, seeded, KnownScores.NotAsked), Is.Empty);
    }

    private static ScoreRow Row(int number) => new() { Key = ScoreRow.KeyOf(Deal, number), Scores = new MiqlScores(1, 1, 1, 1, 1) };

    private static ScoreRow Inherited(int number, MiqlScores scores) =>
        new() { Key = ScoreRow.KeyOf(Deal, number), Scores = scores, Inherited = PillarSet.Where(pillar => scores[pillar] is not null) };
}
