using static SalesRules.Tests.Policies.TestPolicies;

namespace SalesRules.Tests.Policies;

/// <summary>Both sides of every limit.</summary>
public sealed class PolicyLimitTests
{
    [TestCase("stages[0].order", 1, 1000)]
    [TestCase("business.fiscal-year-starts-in", 1, 12)]
    [TestCase("forecast.probability-bands.Commit.from", 0, 100)]
    [TestCase("forecast.probability-bands.Commit.to", 0, 100)]
    [TestCase("pov.maximum-days", 1, 365)]
    [TestCase("pov.stale-deferral-days", 1, 365)]
    [TestCase("pov.capacity", 1, 10_000)]
    [TestCase("pov.capacity-per-se", 1, 10_000)]
    [TestCase("overrides.maximum-days", 1, 365)]
    [TestCase("tasks.due-days.high", 0, 90)]
    [TestCase("tasks.due-days.other", 0, 90)]
    [TestCase("renewals.quarters-ahead", 0, 8)]
    [TestCase("renewals.score-days", 0, 1000)]
    [TestCase("renewals.expansion-total", 0, 10)]
    [TestCase("meddpicc.strong-pain", 0, 10)]
    [TestCase("meddpicc.scorecard-wins", 0, 10)]
    [TestCase("meddpicc.active-contacts", 1, 20)]
    [TestCase("meddpicc.long-timeline-months", 1, 60)]
    [TestCase("meddpicc.stale-days", 0, 1000)]
    [TestCase("meddpicc.repeated-texts", 2, 1000)]
    [TestCase("meddpicc.buyer-levels.CFO", 1, 100)]
    [TestCase("meddpicc.days-left.enterprise.in-all", 0, 1000)]
    [TestCase("stage-rules.no-progress-days", 0, 1000)]
    [TestCase("stage-rules.aging-days.pov", 1, 1000)]
    [TestCase("stage-rules.aging-least-stays", 1, 10_000)]
    [TestCase("stage-rules.aging-months", 1, 60)]
    [TestCase("qualification.intent-high", 1, 9)]
    [TestCase("qualification.intent-medium", 1, 9)]
    [TestCase("qualification.ready", 1, 8)]
    [TestCase("retention.big-drop-percent", 1, 100)]
    [TestCase("retention.drop-percent", 1, 100)]
    [TestCase("retention.milestone-overdue-days", 0, 1000)]
    [TestCase("retention.tickets-percent", 1, 1000)]
    [TestCase("retention.on-target-percent", 1, 200)]
    [TestCase("risk.medium-findings", 1, 20)]
    [TestCase("hygiene.pushes-low", 1, 100)]
    [TestCase("hygiene.activity-days", 0, 1000)]
    [TestCase("closing.week-days", 0, 1000)]
    [TestCase("closing.checklist[0].days-before", 0, 90)]
    [TestCase("alerts.most-at-once", 1, 1000)]
    [TestCase("alerts.pipeline-change.percent", 0, 100)]
    public void A_number_is_within_its_bounds(string path, int least, int most)
    {
        // Some values within their own bounds do not go with another key's; only what is said of the bounds counts here.
        bool IsRefused(int number) => Problems(PolicyTexts.WithKey(path, FormattableString.Invariant($"{number}")))
            .Any(problem => problem.Contains($"{path}: ") && (problem.Contains($" from {least} to {most}") || problem.Contains("is no month")));

        Assert.That((IsRefused(least - 1), IsRefused(least), IsRefused(most), IsRefused(most + 1)), Is.EqualTo((true, false, false, true)));
    }

    [TestCase("pov.effective-on", "2000-01-01", "1999-12-31")]
    [TestCase("pov.effective-on", "2099-12-31", "2100-01-01")]
    public void A_date_is_within_the_century(string path, string inside, string outside)
    {
        Assert.That(Problems(PolicyTexts.WithKey(path, inside)), Is.Empty);
        Assert.That(Problems(PolicyTexts.WithKey(path, outside)), Has.Length.EqualTo(1));
    }

    [TestCase("stages[0].name")]
    [TestCase("pov.work.outcome")]
    public void A_text_has_at_most_255_characters(string path)
    {
        Assert.That(Problems(PolicyTexts.WithKey(path, new string('x', 255))), Is.Empty);
        Assert.That(Problems(PolicyTexts.WithKey(path, new string('x', 256))).Single(), Does.Contain("has 256 characters; expected a "));
    }

    [Test]
    public void A_band_may_hold_a_single_probability() =>
        Assert.That(Problems(PolicyTexts.WithKey("forecast.probability-bands.Commit", "{ from: 90, to: 90 }")), Is.Empty);

    [Test]
    public void A_file_has_at_most_a_million_characters()
    {
        string OfLength(int length) => Least + new string('#', length - Least.Length);

        Assert.That(Problems(OfLength(1_000_000)), Is.Empty);
        Assert.That(Problems(OfLength(1_000_001)), Is.EqualTo(["p.yaml:1:1: the file has 1,000,001 characters; a policy has at most 1,000,000"]));
    }

    [Test]
    public void A_file_is_nested_at_most_20_deep()
    {
        // The file itself is the first level.
        string Nested(int levels) => $"{Least}deep: {new string('[', levels - 1)}{new string(']', levels - 1)}";

        Assert.That(Problems(Nested(20)).Single(), Does.Contain("deep: unknown key"));
        Assert.That(Problems(Nested(21)), Is.EqualTo(["p.yaml:5:26: nested more than 20 deep; a policy is far flatter"]));
    }

    [Test]
    public void A_file_has_at_most_100_000_values()
    {
        // The map, the key stages and its list, and for each of three stages a map, two keys and two values; then k and its list.
        const int Others = 3 + (3 * 5) + 2;
        string OfSize(int values) => $"{Least}k: [{string.Join(",", Enumerable.Repeat("1", values - Others))}]";

        Assert.That(Problems(OfSize(100_000)).Single(), Does.Contain("k: unknown key"));
        Assert.That(Problems(OfSize(100_001)).Single(), Does.EndWith("more than 100,000 values, counting what aliases stand for; a policy is far smaller"));
    }

    /// <summary>Ten lists of ten of each other: a few lines that stand for ten thousand million values.</summary>
    [Test]
    public void Aliases_count_as_what_they_stand_for()
    {
        string Line(int n, string item) => $"k{n}: &a{n} [{string.Join(",", Enumerable.Repeat(item, 10))}]\n";
        var bomb = string.Concat(Enumerable.Range(0, 10).Select(n => Line(n, n == 0 ? "1" : $"*a{n - 1}")));

        Assert.That(Problems(bomb).Single(), Does.EndWith("more than 100,000 values, counting what aliases stand for; a policy is far smaller"));
    }
}
