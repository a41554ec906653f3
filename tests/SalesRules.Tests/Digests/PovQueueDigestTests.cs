using SalesRules.Digests;

namespace SalesRules.Tests.Digests;

public class PovQueueDigestTests
{
    private static readonly ADeal Approved = ADeal.InStage("Technical Validation").Scored(2, 2, 2, 2, 1);

    [Test]
    public void Approved_POVs_wait_by_total_then_amount()
    {
        var digest = Of(
            Approved.With(record => record with { Amount = 10 }).Decided(1),
            Approved.With(record => record with { Amount = 20 }).Decided(2),
            Approved.Scored(2, 2, 2, 2, 2).With(record => record with { Amount = 5 }).Decided(3));

        Assert.That(digest.Waiting.Numbers(), Is.EqualTo([3, 2, 1]));
    }

    [TestCase(0, 1, 0)]
    [TestCase(1, 0, 1)]
    public void A_POV_runs_from_its_start_on(int daysAhead, int running, int waiting)
    {
        var digest = Of(Approved.With(record => record with { PovStart = ADeal.Today.AddDays(daysAhead), PovEnd = ADeal.Today.AddDays(40) }).Decided(1));

        Assert.That((digest.Running.Total.Deals, digest.Waiting.Total.Deals), Is.EqualTo((running, waiting)));
    }

    [TestCase("POV", 14, true)]
    [TestCase("POV", 15, false)]
    [TestCase("Technical Validation", 14, true)]
    [TestCase("Technical Validation", 15, false)]
    [TestCase("Technical Validation", -1, true)]
    public void A_running_POV_ends_in_whatever_stage_it_runs(string stage, int days, bool ends)
    {
        var digest = Of(Approved.With(record => record with { StageName = stage, PovStart = ADeal.Today.AddDays(-30), PovEnd = ADeal.Today.AddDays(days) }).Decided(1));

        Assert.That(digest.Ending.Numbers(), ends ? Is.EqualTo([1]) : Is.Empty);
        Assert.That(digest.Running.Numbers(), Is.EqualTo([1]));
    }

    [Test]
    public void A_deferral_is_named_once_somebody_asks_and_counted_before()
    {
        var deferred = Approved.Scored(1, 2, 2, 2, 2);
        var digest = Of(deferred.Decided(1), deferred.With(record => record with { PovRequestedOn = ADeal.Today }).Decided(2));

        Assert.That((digest.Deferred.Numbers(), digest.NotAsked.Deals), Is.EqualTo((new[] { 2 }, 1)));
    }

    [Test]
    public void Hours_without_an_approval_are_told()
    {
        var digest = Of(Approved.Scored(1, 2, 2, 2, 2).With(record => record with { PovStart = ADeal.Today }).Decided(1));

        Assert.That(digest.Unapproved.Numbers(), Is.EqualTo([1]));
    }

    [Test]
    public void An_approval_that_today_would_not_be_made_is_told_and_deferred_no_more()
    {
        var digest = Of(ADeal.InStage("POV").Scored(1, 2, 2, 2, 2).With(record => record with { PovApprovedOn = ADeal.Noon(ADeal.Today.AddDays(-9)) }).Decided(1));

        Assert.That((digest.Dropped.Numbers(), digest.Deferred.Total.Deals), Is.EqualTo((new[] { 1 }, 0)));
    }

    [Test]
    public void A_renewal_has_no_gate() => Assert.That(Of(ADeal.Renewal.Decided(1)).Waiting.Total.Deals, Is.Zero);

    private static PovQueueDigest Of(params DigestDeal[] deals) => Digests.Of<PovQueueDigest>(DigestKind.Pov, Digests.Scope(), deals);
}
