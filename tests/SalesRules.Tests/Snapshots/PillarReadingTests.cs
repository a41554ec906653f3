using System.Globalization;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Snapshots;

public class PillarReadingTests
{
    [TestCase("0", 0)]
    [TestCase("1", 1)]
    [TestCase("2", 2)]
    [TestCase("2.0", 2)]
    [TestCase("2.000", 2)]
    [TestCase("0.0", 0)]
    [TestCase("-0", 0)]
    [TestCase("1e0", 1)]
    public void A_0_1_or_2_is_a_score_however_it_is_written(string json, int points)
    {
        var score = Rows.With("MIQL_Maps__c", json).Maps;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(score.Points, Is.EqualTo(points));
            Assert.That(score.IsInvalid, Is.False);
            Assert.That(score.Raw.ToString(), Is.EqualTo(points.ToString(CultureInfo.InvariantCulture)));
        }
    }

    [TestCase("null")]
    [TestCase("\"\"")]
    public void Empty_is_unscored_and_never_zero(string json)
    {
        var score = Rows.With("MIQL_Maps__c", json).Maps;
        Assert.That((score.Points, score.IsInvalid, score.Raw.IsNull), Is.EqualTo(((int?)null, false, true)));
    }

    [TestCase("3", "3")]
    [TestCase("-1", "-1")]
    [TestCase("1.5", "1.5")]
    [TestCase("0.0001", "0.0001")]
    [TestCase("1.99999999999999999999999999999999", "a number", TestName = "A_number_just_under_2_is_not_rounded_up_to_it")]
    [TestCase("1e400", "a number")]
    [TestCase("\"high\"", "high")]
    [TestCase("\"2\"", "2")]
    [TestCase("\" \"", " ")]
    [TestCase("true", "true")]
    [TestCase("false", "false")]
    [TestCase("{}", "an object")]
    [TestCase("{\"value\":[1,2,{\"deep\":2}]}", "an object")]
    [TestCase("[2]", "a list")]
    public void Anything_else_is_invalid_and_kept_for_the_finding(string json, string raw)
    {
        var score = Rows.With("MIQL_Maps__c", json).Maps;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(score.IsInvalid, Is.True);
            Assert.That(score.Points, Is.Null);
            Assert.That(score.Raw.ToString(), Is.EqualTo(raw));
        }
    }

    [Test]
    public void What_follows_an_invalid_score_is_still_read()
    {
        var row = Rows.Read($$$"""{"MIQL_Maps__c":{"a":[1]},"MIQL_Insight__c":2,"Id":"{{{Rows.Id}}}"}""");
        Assert.That(row.Insight.Points, Is.EqualTo(2));
    }

    [TestCase("", null, false)]
    [TestCase("  ", null, false)]
    [TestCase("2", 2, false)]
    [TestCase(" 2 ", 2, false)]
    [TestCase("2.0", 2, false)]
    [TestCase("1.5", null, true)]
    [TestCase("1,0", null, true)]
    [TestCase("two", null, true)]
    public void A_text_cell_reads_alike(string cell, int? points, bool invalid)
    {
        var score = PillarScore.FromText(cell);
        Assert.That((score.Points, score.IsInvalid), Is.EqualTo((points, invalid)));
    }

    [Test]
    public void Each_pillar_has_its_own_score_and_evidence()
    {
        foreach (var pillar in Pillars.All)
        {
            var row = Rows.Read($$"""{"Id":"{{Rows.Id}}","{{pillar.ScoreField()}}":2,"{{pillar.EvidenceField()}}":"noted"}""");

            using (Assert.EnterMultipleScope())
            {
                Assert.That(Pillars.All.Where(other => row.Score(other).Points == 2), Is.EqualTo([pillar]));
                Assert.That(Pillars.All.Where(other => row.Evidence(other) == "noted"), Is.EqualTo([pillar]));
            }
        }
    }
}
