using SalesRules.Policies;
using SalesRules.Portfolio;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Portfolio;

public class StepConversionTests
{
    /// <summary>B 2.2: 1,000 leads, 180 qualified, 72 discoveries, 45 proposals, 18 won, each at its baseline.</summary>
    [TestCase(FunnelStep.LeadToQualification, 180, 1000, "18")]
    [TestCase(FunnelStep.QualificationToDiscovery, 72, 180, "40")]
    [TestCase(FunnelStep.DiscoveryToCommercial, 45, 72, "62.5")]
    [TestCase(FunnelStep.CommercialToWon, 18, 45, "40")]
    public void The_books_funnel_converts_at_its_baselines_and_below_its_targets(FunnelStep step, int converted, int entered, string percent)
    {
        var conversion = Of(step, converted, entered);

        Assert.That(conversion.Converted.Share * 100, Is.EqualTo(decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.That(conversion.Verdict, Is.EqualTo(BenchmarkVerdict.BelowTarget));
    }

    [TestCase(39, 100, BenchmarkVerdict.BelowBaseline)]
    [TestCase(40, 100, BenchmarkVerdict.BelowTarget)]
    [TestCase(44, 100, BenchmarkVerdict.BelowTarget)]
    [TestCase(45, 100, BenchmarkVerdict.OnTarget)]
    [TestCase(50, 100, BenchmarkVerdict.OnTarget)]
    [TestCase(51, 100, BenchmarkVerdict.AboveTarget)]
    [TestCase(9, 20, BenchmarkVerdict.OnTarget)]
    [TestCase(9, 19, null, Description = "too few to judge")]
    public void A_rate_is_judged_by_baseline_and_target(int converted, int entered, BenchmarkVerdict? verdict) =>
        Assert.That(Of(FunnelStep.QualificationToDiscovery, converted, entered).Verdict, Is.EqualTo(verdict));

    [TestCase(10, 9, null)]
    [TestCase(10, 10, BenchmarkVerdict.BelowBaseline)]
    public void Deals_that_have_only_just_entered_are_not_held_against_the_step(int converted, int lost, BenchmarkVerdict? verdict) =>
        Assert.That((Of(FunnelStep.QualificationToDiscovery, converted, 500) with { Lost = lost }).Verdict, Is.EqualTo(verdict));

    [TestCase(10, 20, 30, false)]
    [TestCase(11, 20, 30, true, Description = "55 % were lost, 50 are allowed")]
    [TestCase(10, 20, 31, true, Description = "31 days, 30 are allowed")]
    [TestCase(9, 19, 31, null)]
    public void Guardrails_limit_what_is_lost_and_how_long_it_takes(int lost, int entered, int days, bool? isOff)
    {
        var step = Of(FunnelStep.CommercialToWon, entered - lost, entered) with { Lost = lost, MedianDays = days, Benchmark = new StepBenchmark(40, 42, 45, 50, 30) };

        Assert.That(step.IsOffRails, Is.EqualTo(isOff));
    }

    [Test]
    public void A_step_counts_who_took_it_who_was_lost_before_it_and_who_is_still_on_the_way()
    {
        var steps = Portfolios.Of(
        [
            Deal(1, "Solution", ("2026-02-01", "Qualification"), ("2026-02-11", "Discovery"), ("2026-03-01", "Solution")),
            Deal(2, "Commercial", ("2026-02-01", "Qualification"), ("2026-02-21", "Commercial")),
            Deal(3, "Closed Lost", ("2026-02-01", "Qualification"), ("2026-02-15", "Closed Lost")),
            Deal(4, "Qualification", ("2026-05-01", "Qualification")),
            Deal(5, "Closed Won", ("2025-05-14", "Qualification"), ("2025-06-01", "Discovery"), ("2026-02-01", "Closed Won")),
        ]).Whole.Conversion.Steps;

        var first = steps[1];
        Assert.That((first.Converted, first.Lost, first.Pending, first.MedianDays), Is.EqualTo((new Rate(2, 4), 1, 1, 15m)), "deal 2 skipped discovery; deal 5 entered a day too early");
        Assert.That((steps[2].Converted, steps[2].Pending, steps[2].Lost), Is.EqualTo((new Rate(1, 2), 1, 0)));
        Assert.That((steps[3].Converted, steps[3].Pending), Is.EqualTo((new Rate(0, 1), 1)));
    }

    [Test]
    public void A_last_move_that_is_not_documented_is_left_out_of_the_step_that_it_took()
    {
        var moved = Deal(1, "Discovery", ("2026-02-01", "Qualification"), ("2026-02-11", "Discovery"));
        StepConversion First(Opportunity deal, string stage = "Discovery") =>
            Portfolios.Of([deal with { StageName = stage, StageChangeReason = "They asked for a demo", NextStep = deal.NextStep }]).Whole.Conversion.Steps[1];

        var (documented, bare) = (First(moved with { NextStep = "Demo on Friday" }), First(moved with { NextStep = " " }));

        Assert.That((documented.Converted, documented.Undocumented), Is.EqualTo((new Rate(1, 1), 0)));
        Assert.That((bare.Converted, bare.Undocumented, bare.WhyUnknown), Is.EqualTo((new Rate(0, 0), 1, "every deal that entered qualification within twelve months left it without a documented reason and next step")));
        Assert.That(First(moved with { NextStep = null, IsClosed = true, IsWon = true }, "Closed Won").Undocumented, Is.Zero, "nobody fills the next step of a closed deal");
    }

    [Test]
    public void What_cannot_be_said_says_why()
    {
        string?[] Why(params Opportunity[] deals) => [.. Portfolios.Of(deals).Whole.Conversion.Steps.Select(step => step.WhyUnknown)];

        Assert.That(Why(Portfolios.Deal(1)), Is.EqualTo(["leads are not read", "no stage history", "no stage history", "no stage history"]));
        Assert.That(Why(Deal(1, "Commercial", ("2026-02-01", "Commercial"))), Is.EqualTo(
            ["leads are not read", "no deal entered qualification within twelve months", "no deal entered discovery within twelve months", null]));
    }

    private static StepConversion Of(FunnelStep step, int converted, int entered) =>
        new(step, new PortfolioPolicy().Benchmarks[step], new Rate(converted, entered), entered - converted, null, LeastDeals: 20, WhyUnknown: null);

    private static Opportunity Deal(int number, string stage, params (string Day, string Stage)[] entries) =>
        (Portfolios.Deal(number, stage) with { StageChangeReason = "Said so", NextStep = "Meet" }).With([.. entries.Select(entry => Portfolios.State(entry.Day, entry.Stage))]);
}
