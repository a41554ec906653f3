using SalesRules.Portfolio;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Portfolio;

public class StageAgingTests
{
    private static readonly DateOnly Today = ADeal.Today;

    [Test]
    public void Twenty_stays_give_percentile_median_and_count_and_nineteen_give_nothing()
    {
        Assert.That(Aging(Enumerable.Range(1, 20)).Find("Discovery", "Enterprise"), Is.EqualTo(new StageAge("Discovery", "Enterprise", 15, 10.5m, 20)));
        Assert.That(Aging(Enumerable.Range(1, 19)).Find("Discovery", "Enterprise"), Is.Null);
    }

    [Test]
    public void A_segment_is_asked_for_by_itself_and_deals_without_one_are_a_group()
    {
        var aging = Built(builder =>
        {
            for (var i = 0; i < 20; i++)
            {
                builder.Add(Stay("Discovery", 10), "Enterprise");
                builder.Add(Stay("Discovery", 3), null);
            }
        });

        Assert.That(aging.Find("Discovery", "Enterprise")!.Percentile75Days, Is.EqualTo(10));
        Assert.That(aging.Find("Discovery", null)!.Percentile75Days, Is.EqualTo(3));
        Assert.That(aging.Find("Discovery", "Commercial"), Is.Null);
        Assert.That(aging.Find("discovery", null), Is.Not.Null, "a stage is known whatever its case");
        Assert.That(aging.Find(null, null), Is.Null);
    }

    [Test]
    public void A_stage_that_was_entered_again_has_two_stays()
    {
        var history = new[] { Entry("Discovery", 100), Entry("Solution", 90), Entry("Discovery", 60), Entry("POV", 40), Entry("Closed Won", 10) };
        var aging = Built(builder => builder.Add(history, null), leastStays: 1);

        Assert.That(aging.All.Select(age => (age.StageName, age.Stays, age.MedianDays)), Is.EqualTo(new[]
        {
            ("Discovery", 2, 15m),
            ("POV", 1, 30m),
            ("Solution", 1, 30m),
        }));
    }

    [TestCase(12, 1, Description = "left twelve months ago to the day")]
    [TestCase(13, 0)]
    public void Only_stays_that_ended_within_twelve_months_count(int monthsAgo, int stays)
    {
        var left = ADeal.Noon(Today.AddMonths(-monthsAgo));
        var aging = Built(builder => builder.Add([new StageEntry("Discovery", left.AddDays(-5), null), new StageEntry("POV", left, null)], null), leastStays: 1);

        Assert.That(aging.All, Has.Count.EqualTo(stays));
    }

    [TestCase(24, 1)]
    [TestCase(25, 0)]
    public void Of_other_months_it_is_the_same(int monthsAgo, int stays)
    {
        var left = ADeal.Noon(Today.AddMonths(-monthsAgo));
        var aging = Built(builder => builder.Add([new StageEntry("Discovery", left.AddDays(-5), null), new StageEntry("POV", left, null)], null), leastStays: 1, months: 24);

        Assert.That(aging.All, Has.Count.EqualTo(stays));
    }

    [Test]
    public void The_stay_that_goes_on_is_not_completed_and_a_move_after_today_has_not_happened()
    {
        Assert.That(Built(builder => builder.Add([Entry("Discovery", 400)], null), leastStays: 1).All, Is.Empty);
        Assert.That(Built(builder => builder.Add([Entry("Discovery", 30), Entry("POV", -1)], null), leastStays: 1).All, Is.Empty);
    }

    [Test]
    public void A_reopened_deals_stay_in_a_closed_stage_and_one_in_an_unmapped_stage_are_left_out()
    {
        var history = new[] { Entry("Closed Lost", 50), Entry("Nobody knows", 30), Entry("Discovery", 20), Entry("POV", 10) };

        Assert.That(Built(builder => builder.Add(history, null), leastStays: 1).All.Select(age => age.StageName), Is.EqualTo(["Discovery"]));
    }

    [Test]
    public void Days_begin_in_the_policys_time_zone()
    {
        // 23:00 and 01:00 in Berlin: two hours, and a day apart.
        var entered = new DateTimeOffset(2026, 2, 10, 22, 0, 0, TimeSpan.Zero);
        var history = new[] { new StageEntry("Discovery", entered, null), new StageEntry("POV", entered.AddHours(2), null) };
        var builder = new StageAgingBuilder(TestPolicy.Default.Stages, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), Today, leastStays: 1, months: 12);
        builder.Add(history, null);

        Assert.That(builder.Build().All.Single().MedianDays, Is.EqualTo(1));
    }

    [TestCase(15, false)]
    [TestCase(16, true)]
    public void Beyond_the_percentile_a_deal_is_aging(int days, bool isAging) => Assert.That(new StageAge("POV", null, 15, 5, 20).IsAging(days), Is.EqualTo(isAging));

    [Test]
    public void Without_history_nothing_is_known() => Assert.That(StageAging.None.Find("Discovery", null), Is.Null);

    private static StageAging Aging(IEnumerable<int> days) => Built(builder =>
    {
        foreach (var one in days)
            builder.Add(Stay("Discovery", one), "Enterprise");
    });

    private static StageAging Built(Action<StageAgingBuilder> add, int leastStays = 20, int months = 12)
    {
        var builder = new StageAgingBuilder(TestPolicy.Default.Stages, TimeZoneInfo.Utc, Today, leastStays, months);
        add(builder);
        return builder.Build();
    }

    private static StageEntry[] Stay(string stage, int days) => [Entry(stage, 30 + days), Entry("Closed Won", 30)];

    private static StageEntry Entry(string stage, int daysAgo) => new(stage, ADeal.Noon(Today.AddDays(-daysAgo)), null);
}
