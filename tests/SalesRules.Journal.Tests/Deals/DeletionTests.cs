using SalesRules.Journal.Deals;
using SalesRules.Journal.Leases;
using SalesRules.Journal.Runs;
using SalesRules.Journal.Watermarks;
using SalesRules.Snapshots;

namespace SalesRules.Journal.Tests.Deals;

/// <summary>What the journal takes down of deals that the org has deleted.</summary>
[OnEachDatabase]
public sealed class DeletionTests(DatabaseKind database)
{
    private const string Stream = "Opportunity deletions";
    private static readonly DateTimeOffset Version = new(2026, 3, 5, 12, 0, 0, TimeSpan.Zero);
    private static readonly SalesforceId Stranger = SalesforceId.Parse("006000000000099");

    private JournalBench bench = null!;

    [SetUp]
    public async Task OpenAsync() => bench = await JournalBench.OpenAsync(database);

    [TearDown]
    public async Task CloseAsync() => await bench.DisposeAsync();

    [Test]
    public async Task A_deletion_is_counted_once_and_only_of_a_deal_that_is_known()
    {
        var deal = await DecideAsync(Version);

        var first = await SeeAsync(Version.AddHours(1), deal, Stranger);
        var again = await SeeAsync(Version.AddHours(1), deal, Stranger);

        Assert.That((first, again), Is.EqualTo((1, 0)));
        Assert.That((await RememberAsync(deal)).DeletedAt, Is.EqualTo(Version.AddHours(1)));
    }

    [TestCase(120, 1)]
    [TestCase(121, 0)]
    public async Task A_deal_that_was_decided_in_a_version_later_than_its_deletion_has_come_back_but_for_a_difference_of_clocks(int secondsLater, int counted)
    {
        var deal = await DecideAsync(Version.AddSeconds(secondsLater));

        Assert.That(await SeeAsync(Version, deal), Is.EqualTo(counted));
    }

    [Test]
    public async Task A_deal_that_is_decided_again_lives_and_its_memory_is_what_it_was()
    {
        var deal = await DecideAsync(Version);
        var before = await RememberAsync(deal);
        await SeeAsync(Version.AddHours(1), deal);

        await DecideAsync(Version.AddHours(2));

        var after = await RememberAsync(deal);
        Assert.That((after.DeletedAt, after.DecisionId), Is.EqualTo(((DateTimeOffset?)null, before.DecisionId)));
        Assert.That((await bench.Journal.DealHistoryAsync(JournalBench.Org, deal)).Decisions, Has.Count.EqualTo(1), "nothing new was decided");
    }

    [Test]
    public async Task How_far_the_org_has_told_is_kept_and_never_moves_back()
    {
        await SeeAsync(Version);
        await bench.Journal.SeeDeletionsAsync(await bench.StartAsync(), Stream, [], Mark(Version.AddDays(-1)));

        Assert.That((await bench.Journal.WatermarkAsync(JournalBench.Org, Stream))!.Modstamp, Is.EqualTo(Version));
    }

    [Test]
    public async Task What_was_left_unsettled_is_not_dropped_by_it()
    {
        await DecideAsync(Version);
        var before = await bench.Journal.RevisitsAsync(JournalBench.Org);

        await SeeAsync(Version);

        Assert.That(await bench.Journal.RevisitsAsync(JournalBench.Org), Is.EqualTo(before));
    }

    [Test]
    public async Task A_run_that_was_fenced_off_takes_nothing_down()
    {
        var late = await bench.StartAsync();
        await bench.LetLeasesRunOutAsync();
        await using var other = await bench.OpenNodeAsync();
        await using var lease = await other.AcquireLeaseAsync(JournalBench.Org, TimeSpan.FromMinutes(1));

        await Assert.ThrowsAsync<FencedOffException>(() => bench.Journal.SeeDeletionsAsync(late, Stream, [], Mark(Version)));
    }

    private async Task<SalesforceId> DecideAsync(DateTimeOffset version)
    {
        var deal = TestDeals.Deal() with { SystemModstamp = version };
        await bench.RunAsync(deal);
        return deal.Id;
    }

    private async Task<int> SeeAsync(DateTimeOffset at, params SalesforceId[] deals)
    {
        var run = await bench.StartAsync();
        var gone = await bench.Journal.SeeDeletionsAsync(run, Stream, [.. deals.Select(deal => new SeenDeletion(deal, at))], Mark(at));
        await bench.Journal.FinishRunAsync(run, new RunResult { Status = RunStatus.Complete });
        return gone;
    }

    private static Watermark Mark(DateTimeOffset at) => new(at, null, "sha256:0", new DateOnly(2026, 3, 5));

    private async Task<DealMemory> RememberAsync(SalesforceId deal) => (await bench.Journal.RememberAsync(JournalBench.Org, [deal]))[deal];
}
