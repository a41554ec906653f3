using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules.Forecast;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Forecast;

public class CommitMustCloseThisQuarterRuleTests
{
    private static readonly DateOnly QuarterEnd = new(2026, 3, 31);

    [Test]
    public void The_last_day_of_the_quarter_is_this_quarter() => Assert.That(Closing(QuarterEnd).Ask<CommitMustCloseThisQuarterRule>(), Says.Nothing);

    [Test]
    public void The_day_after_is_not()
    {
        var finding = Closing(QuarterEnd.AddDays(1)).Finding<CommitMustCloseThisQuarterRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.Medium));
            Assert.That(finding.Message, Is.EqualTo("Commit means this quarter, which ends on 2026-03-31; the deal closes on 2026-04-01."));
            Assert.That(finding.Fix, Is.EqualTo([new Fix("CloseDate", FieldValue.Of(QuarterEnd))]));
            Assert.That(finding.Changes, Is.Empty);
        }
    }

    [Test]
    public void A_date_in_the_past_is_not_beyond_the_quarter() => Assert.That(Closing(new DateOnly(2020, 1, 1)).Ask<CommitMustCloseThisQuarterRule>(), Says.Nothing);

    [Test]
    public void The_quarter_is_the_policys()
    {
        var deal = Closing(new DateOnly(2026, 4, 30)).Under(policy => policy with { Fiscal = new FiscalCalendar(2) });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(deal.Ask<CommitMustCloseThisQuarterRule>(), Says.Nothing);
            Assert.That(deal.With(it => it with { CloseDate = new DateOnly(2026, 5, 1) }).Ask<CommitMustCloseThisQuarterRule>(), Says.Something);
        }
    }

    [TestCase("Most Likely")]
    [TestCase("Best Case")]
    [TestCase("Pipeline")]
    public void Other_categories_may_close_later(string category) =>
        Assert.That(Closing(QuarterEnd.AddDays(1)).Forecast(category).Ask<CommitMustCloseThisQuarterRule>(), Says.Nothing);

    [Test]
    public void Closed_deals_are_left_alone() =>
        Assert.That(Closing(QuarterEnd.AddDays(1)).With(it => it with { StageName = "Closed Won" }).Ask<CommitMustCloseThisQuarterRule>(), Says.Nothing);

    [Test]
    public void Without_a_close_date_it_cannot_be_told() =>
        Assert.That(Closing(QuarterEnd).With(it => it with { CloseDate = null }).Ask<CommitMustCloseThisQuarterRule>(), Says.Unknown);

    [Test]
    public void Without_a_category_it_cannot_be_told() => Assert.That(Closing(QuarterEnd).Forecast(null).Ask<CommitMustCloseThisQuarterRule>(), Says.Unknown);

    private static ADeal Closing(DateOnly day) => ADeal.InStage("Discovery").Scored(2, 2, 2, 2, 2).Forecast("Commit").With(it => it with { CloseDate = day });
}
