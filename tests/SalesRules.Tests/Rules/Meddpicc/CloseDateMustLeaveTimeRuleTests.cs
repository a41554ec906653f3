using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules.Meddpicc;

namespace SalesRules.Tests.Rules.Meddpicc;

public class CloseDateMustLeaveTimeRuleTests
{
    // Before a POV 14 + 90, in one without dates 90, in commercial 14 + 14 + 7, in commitment 7; a commercial deal 30 at most.
    [TestCase("Enterprise", "Qualification", 104)]
    [TestCase("Enterprise", "Solution", 104)]
    [TestCase("Enterprise", "POV", 90)]
    [TestCase("Enterprise", "Commercial", 35)]
    [TestCase("Enterprise", "Commitment", 7)]
    [TestCase("Commercial", "Qualification", 30)]
    [TestCase("Commercial", "POV", 30)]
    [TestCase("Commercial", "Commercial", 30)]
    [TestCase("Commercial", "Commitment", 7)]
    public void The_rest_of_the_sale_takes_so_many_days(string segment, string stage, int days)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Closing(segment, stage, days).Ask<CloseDateMustLeaveTimeRule>(), Says.Nothing);
            Assert.That(Closing(segment, stage, days - 1).Ask<CloseDateMustLeaveTimeRule>(), Says.A(Severity.Medium));
        }
    }

    [TestCase(10, 45)]
    [TestCase(0, 35)]
    [TestCase(-10, 35)]
    public void Of_a_POV_counts_what_is_left(int untilEnd, int days)
    {
        ADeal Deal(int close) => Closing("Enterprise", "POV", close).With(it => it with { PovEnd = ADeal.Today.AddDays(untilEnd) });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Deal(days).Ask<CloseDateMustLeaveTimeRule>(), Says.Nothing);
            Assert.That(Deal(days - 1).Ask<CloseDateMustLeaveTimeRule>(), Says.Something);
        }
    }

    [Test]
    public void Without_its_end_a_POV_ends_60_days_after_its_start()
    {
        var started = Closing("Enterprise", "POV", 54).With(it => it with { PovStart = ADeal.Today.AddDays(-40) });
        Assert.That(started.Finding<CloseDateMustLeaveTimeRule>().Message, Does.EndWith("a POV until 2026-03-22 and 35 days to the signature."));
    }

    [Test]
    public void It_says_the_steps_and_not_a_day_that_moves()
    {
        var finding = Closing("Enterprise", "Commercial", 20).Finding<CloseDateMustLeaveTimeRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("The close date 2026-03-22 leaves less time than the rest of the sale takes: 35 days."));
            Assert.That(finding.Evidence.Single().Field, Is.EqualTo("CloseDate"));
        }
    }

    [Test]
    public void The_most_that_a_sale_takes_is_said_too()
    {
        var deal = Closing("Commercial", "POV", 20).With(it => it with { PovEnd = ADeal.Today.AddDays(5) });
        Assert.That(deal.Finding<CloseDateMustLeaveTimeRule>().Message, Does.EndWith("a POV until 2026-03-07 and 35 days to the signature, 30 days at most."));
    }

    [Test]
    public void An_unknown_segment_cannot_be_told() => Assert.That(Closing("Government", "Solution", 0).Ask<CloseDateMustLeaveTimeRule>(), Says.Unknown);

    [Test]
    public void A_segment_without_days_is_not_asked() => Assert.That(Closing("Midmarket", "Solution", 0).Ask<CloseDateMustLeaveTimeRule>(), Says.Nothing);

    [Test]
    public void Without_a_close_date_nothing_is_unrealistic() =>
        Assert.That(Closing("Enterprise", "Solution", 0).With(it => it with { CloseDate = null }).Ask<CloseDateMustLeaveTimeRule>(), Says.Nothing);

    [Test]
    public void The_days_are_the_policys()
    {
        var days = new Dictionary<string, DaysLeft> { ["midmarket"] = new() { Cfo = 21 } };
        var deal = Closing("Midmarket", "Commitment", 20).Under(policy => policy with { Meddpicc = policy.Meddpicc with { DaysLeft = days } });
        Assert.That(deal.Ask<CloseDateMustLeaveTimeRule>(), Says.Something);
    }

    private static ADeal Closing(string segment, string stage, int inDays) =>
        ADeal.InStage(stage).With(it => it with { Segment = segment, CloseDate = ADeal.Today.AddDays(inDays) });
}
