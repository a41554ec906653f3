using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules.Meddpicc;
using SalesRules.Snapshots;

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
        Assert.That(started.Finding<CloseDateMustLeaveTimeRule>().Lasting.Message, Does.EndWith("a POV until 2026-03-22 and 35 days to the signature."));
    }

    [Test]
    public void On_the_day_it_says_segment_days_and_the_earliest_close_which_is_the_fix()
    {
        var deal = Closing("Enterprise", "Commercial", 20);
        var finding = deal.Finding<CloseDateMustLeaveTimeRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("The close date 2026-03-22 leaves less time than the rest of the sale takes in segment enterprise: 35 days, to 2026-04-06 at the earliest."));
            Assert.That(finding.Evidence[0], Is.EqualTo(new Evidence("CloseDate", FieldValue.Of("2026-03-22"), FieldValue.Of("2026-04-06"))));
            Assert.That(finding.Evidence[1].Field, Is.EqualTo("Segment__c"));
            Assert.That(finding.Fix, Is.EqualTo([new Fix("CloseDate", FieldValue.Of("2026-04-06"))]));
        }
    }

    [TestCase(35, false)]
    [TestCase(34, true)]
    public void The_fix_clears_it_and_a_day_less_does_not(int days, bool found)
    {
        var earliest = DateOnly.Parse(Closing("Enterprise", "Commercial", 20).Finding<CloseDateMustLeaveTimeRule>().Fix.Single().To.AsText!, null);

        Assert.That(earliest, Is.EqualTo(ADeal.Today.AddDays(35)));
        Assert.That(Closing("Enterprise", "Commercial", days).Ask<CloseDateMustLeaveTimeRule>(), found ? Says.Something : Says.Nothing);
    }

    [Test]
    public void What_lasts_says_the_steps_and_no_day_that_moves()
    {
        var lasting = Closing("Enterprise", "Commercial", 20).Finding<CloseDateMustLeaveTimeRule>().Lasting;

        Assert.That(lasting.Message, Is.EqualTo("The close date 2026-03-22 leaves less time than the rest of the sale takes in segment enterprise: 35 days."));
        Assert.That(lasting.Fix, Is.Empty);
    }

    [Test]
    public void The_most_that_a_sale_takes_is_said_too()
    {
        var deal = Closing("Commercial", "POV", 20).With(it => it with { PovEnd = ADeal.Today.AddDays(5) });
        Assert.That(deal.Finding<CloseDateMustLeaveTimeRule>().Lasting.Message, Does.EndWith("a POV until 2026-03-07 and 35 days to the signature, 30 days at most."));
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
