using SalesRules.Decisions;
using SalesRules.Journal.History;
using SalesRules.Journal.Writes;
using SalesRules.Snapshots;

namespace SalesRules.Journal.Tests.Deals;

[OnEachDatabase]
public sealed class ApprovalTests(DatabaseKind database)
{
    private static readonly Opportunity InPov = TestDeals.Deal() with { StageName = "POV" };

    private JournalBench bench = null!;

    [SetUp]
    public async Task OpenAsync() => bench = await JournalBench.OpenAsync(database);

    [TearDown]
    public async Task CloseAsync() => await bench.DisposeAsync();

    [Test]
    public async Task A_deal_that_enters_pov_is_approved_from_the_scores_in_force_then()
    {
        await bench.RunAsync(TestDeals.Deal());
        var run = await bench.RunAsync(InPov.Scored(2, 0, 1, 2, 2));
        var approval = await ApprovalAsync();
        Assert.That(approval, Is.EqualTo(new ApprovalEntry(
            bench.Clock.Now, "Approved with conditions", "Executive-Led", new MiqlScores(2, 0, 1, 2, 2), IsFirstSeen: false, run, RecordedAt: bench.Clock.Now)));
    }

    [Test]
    public async Task A_deal_first_seen_in_pov_has_its_approval_marked_so()
    {
        await bench.RunAsync(InPov);
        Assert.That((await ApprovalAsync())!.IsFirstSeen, Is.True);
    }

    [Test]
    public async Task A_deal_seen_before_in_pov_only_is_still_first_seen_there()
    {
        await bench.RunAsync(InPov.Scored(1, 2, 2, 2, 2));
        await bench.RunAsync(InPov);
        Assert.That((await ApprovalAsync())!.IsFirstSeen, Is.True);
    }

    [Test]
    public async Task A_deal_before_pov_or_deferred_in_it_has_no_approval()
    {
        await bench.RunAsync(TestDeals.Deal(), (InPov with { Id = TestDeals.Id(2) }).Scored(1, 2, 2, 2, 2));
        await Assert.MultipleAsync(async () =>
        {
            Assert.That(await ApprovalAsync(1), Is.Null);
            Assert.That(await ApprovalAsync(2), Is.Null);
        });
    }

    [Test]
    public async Task An_approval_is_on_record_once_its_write_is_confirmed()
    {
        var run = await bench.StartAsync();
        await bench.DecideAsync(run, InPov);
        Assert.That((await ApprovalAsync())!.RecordedAt, Is.Null);
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await bench.SendAsync(run);
        Assert.That((await ApprovalAsync())!.RecordedAt, Is.EqualTo(bench.Clock.Now));
    }

    [Test]
    public async Task An_approval_that_was_refused_gives_way_to_the_one_that_is_made_next()
    {
        var refused = await bench.StartAsync();
        await bench.DecideAsync(refused, InPov);
        await bench.Journal.SettleAsync(refused, [WriteReceipt.Refused(InPov.Id, "X", "No.")]);
        await bench.FinishAsync(refused);

        var next = await bench.RunAsync(InPov);
        var history = await bench.Journal.DealHistoryAsync(JournalBench.Org, InPov.Id);
        Assert.That(history.Approvals.Select(approval => (approval.Run, approval.RecordedAt is not null)), Is.EqualTo(new[] { (next, true) }));
    }

    private async Task<ApprovalEntry?> ApprovalAsync(int deal = 1) => (await bench.Journal.DealHistoryAsync(JournalBench.Org, TestDeals.Id(deal))).Approval;
}
