using SalesRules.Journal.Runs;
using SalesRules.Journal.Watermarks;

namespace SalesRules.Journal.Tests.Watermarks;

[OnEachDatabase]
public sealed class WatermarkTests(DatabaseKind database)
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private JournalBench bench = null!;
    private RunId run;

    [SetUp]
    public async Task OpenAsync()
    {
        bench = await JournalBench.OpenAsync(database);
        run = await bench.StartAsync();
    }

    [TearDown]
    public async Task CloseAsync() => await bench.DisposeAsync();

    [Test]
    public async Task A_stream_that_was_never_read_has_none() => Assert.That(await ReadAsync(), Is.Null);

    [Test]
    public async Task It_stands_where_it_was_moved_to_after_a_restart()
    {
        await MoveAsync(Mark(Noon, 7));
        await bench.ReopenAsync();
        Assert.That(await ReadAsync(), Is.EqualTo(Mark(Noon, 7)));
    }

    [Test]
    public async Task It_keeps_what_the_org_lacked_until_a_run_lacks_nothing()
    {
        await MoveAsync(Mark(Noon, null) with { Gap = new SchemaGap(["unreadable Type", "tasks"], Noon.AddDays(-1)) });
        await bench.ReopenAsync();
        var gap = (await ReadAsync())!.Gap!;
        Assert.That((string.Join(", ", gap.Parts), gap.Since), Is.EqualTo(("unreadable Type, tasks", Noon.AddDays(-1))));

        await MoveAsync(Mark(Noon, null));
        Assert.That((await ReadAsync())!.Gap, Is.Null);
    }

    [Test]
    public async Task It_moves_forwards_by_instant_and_by_id()
    {
        await Assert.MultipleAsync(async () =>
        {
            Assert.That(await MoveAsync(Mark(Noon, null)), Is.True);
            Assert.That(await MoveAsync(Mark(Noon, 7)), Is.True);
            Assert.That(await MoveAsync(Mark(Noon, 8)), Is.True);
            Assert.That(await MoveAsync(Mark(Noon.AddSeconds(1), 1)), Is.True);
            Assert.That(await ReadAsync(), Is.EqualTo(Mark(Noon.AddSeconds(1), 1)));
        });
    }

    [Test]
    public async Task It_never_moves_backwards_by_itself()
    {
        await MoveAsync(Mark(Noon, 7));
        await Assert.MultipleAsync(async () =>
        {
            Assert.That(await MoveAsync(Mark(Noon, 6)), Is.False);
            Assert.That(await MoveAsync(Mark(Noon, null)), Is.False);
            Assert.That(await MoveAsync(Mark(Noon.AddSeconds(-1), 9)), Is.False);
            Assert.That(await ReadAsync(), Is.EqualTo(Mark(Noon, 7)));
        });
    }

    [Test]
    public async Task It_moves_backwards_when_told()
    {
        await MoveAsync(Mark(Noon, 7));
        Assert.That(await bench.Journal.MoveWatermarkAsync(run, "opportunities", Mark(Noon.AddDays(-1), null), evenBackwards: true), Is.True);
        Assert.That(await ReadAsync(), Is.EqualTo(Mark(Noon.AddDays(-1), null)));
    }

    [Test]
    public async Task At_the_same_place_it_takes_the_new_policy_and_date()
    {
        await MoveAsync(Mark(Noon, 7));
        var tomorrow = Mark(Noon, 7) with { PolicyHash = "sha256:2", AsOf = new DateOnly(2026, 3, 3) };
        await MoveAsync(tomorrow);
        Assert.That(await ReadAsync(), Is.EqualTo(tomorrow));
    }

    [Test]
    public async Task Orgs_and_streams_have_their_own()
    {
        await MoveAsync(Mark(Noon, 7));
        await Assert.MultipleAsync(async () =>
        {
            Assert.That(await bench.Journal.WatermarkAsync(JournalBench.Org, "tasks"), Is.Null);
            Assert.That(await bench.Journal.WatermarkAsync("00D000000000002EAA", "opportunities"), Is.Null);
        });
    }

    private static Watermark Mark(DateTimeOffset at, int? id) =>
        new(at, id is { } number ? TestDeals.Id(number) : null, "sha256:1", new DateOnly(2026, 3, 2));

    private Task<Watermark?> ReadAsync() => bench.Journal.WatermarkAsync(JournalBench.Org, "opportunities");

    private Task<bool> MoveAsync(Watermark to) => bench.Journal.MoveWatermarkAsync(run, "opportunities", to);
}
