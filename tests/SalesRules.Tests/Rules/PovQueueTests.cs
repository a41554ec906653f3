using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules;

public class PovQueueTests
{
    private static readonly SalesforceId[] Ids = [.. Enumerable.Range(0, 6).Select(index => SalesforceId.Parse($"006xx000003GY{index:D2}"))];

    [Test]
    public void Nobody_waits_while_there_is_room()
    {
        Assert.That(Queue(capacity: 2, null, Running(0), Approved(1)).Length, Is.Zero);
    }

    [Test]
    public void Approved_ones_wait_when_the_running_fill_the_capacity()
    {
        var queue = Queue(capacity: 1, null, Running(0), Approved(1), Approved(2, maps: 1));

        Assert.That((queue.PlaceOf(Ids[1]), queue.PlaceOf(Ids[2]), queue.PlaceOf(Ids[0])), Is.EqualTo(((int?)1, (int?)2, (int?)null)));
    }

    [Test]
    public void The_order_is_total_then_amount_then_id()
    {
        var queue = Queue(capacity: 0, null, Approved(1, maps: 1), Approved(2, amount: 10), Approved(3, amount: 20), Approved(4, amount: 10));

        Assert.That(new[] { 3, 2, 4, 1 }.Select(index => queue.PlaceOf(Ids[index])), Is.EqualTo(new int?[] { 1, 2, 3, 4 }));
    }

    [Test]
    public void A_busy_SE_makes_only_their_own_deals_wait()
    {
        var queue = Queue(null, perSe: 1, Running(0, ADeal.Stranger), Approved(1, se: ADeal.Stranger), Approved(2, se: ADeal.Director), Approved(3));

        Assert.That((queue.Length, queue.PlaceOf(Ids[1])), Is.EqualTo((1, (int?)1)));
    }

    [Test]
    public void A_deferred_deal_does_not_wait()
    {
        var deferred = Approved(1).Scored(1, 1, 1, 1, 1);

        Assert.That(Queue(capacity: 0, null, deferred).Length, Is.Zero);
    }

    private static PovQueue Queue(int? capacity, int? perSe, params ADeal[] deals)
    {
        var policy = TestPolicy.Default.Pov with { Capacity = capacity, CapacityPerSe = perSe };
        return PovQueue.Of([.. deals.Select(deal => deal.Build())], policy);
    }

    private static ADeal Approved(int index, int maps = 2, decimal? amount = null, SalesforceId? se = null) =>
        ADeal.InStage("Technical Validation").Scored(2, maps, 2, 2, 2).Forecast("Commit")
            .With(deal => deal with { Id = Ids[index], Amount = amount, PovSe = se });

    private static ADeal Running(int index, SalesforceId? se = null) =>
        Approved(index, se: se).With(deal => deal with { StageName = "POV", PovStart = ADeal.Today });
}
