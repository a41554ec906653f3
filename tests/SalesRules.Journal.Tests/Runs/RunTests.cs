using SalesRules.Journal.Runs;

namespace SalesRules.Journal.Tests.Runs;

[OnEachDatabase]
public sealed class RunTests(DatabaseKind database)
{
    private JournalBench bench = null!;

    [SetUp]
    public async Task OpenAsync() => bench = await JournalBench.OpenAsync(database);

    [TearDown]
    public async Task CloseAsync() => await bench.DisposeAsync();

    [Test]
    public async Task A_run_is_kept_with_its_start_and_its_result()
    {
        var id = RunId.Of(bench.Clock.Now, "abc");
        var start = new RunStart { Id = id, OrgId = JournalBench.Org, Kind = RunKind.Apply, PolicyHash = "sha256:1", AsOf = new DateOnly(2026, 3, 1) };
        await bench.Journal.StartRunAsync(start, await bench.LeaseAsync());
        bench.Clock.Advance(TimeSpan.FromMinutes(5));
        var result = new RunResult
        {
            Status = RunStatus.Partial,
            Read = 7,
            Evaluated = 6,
            Planned = 5,
            Written = 4,
            Refused = 1,
            Deferred = 2,
            ApiCalls = 9,
            Sentence = "One was refused.",
        };
        await bench.Journal.FinishRunAsync(id, result);

        Assert.That(await bench.Journal.RunAsync(id), Is.EqualTo(new RunSummary(
            id,
            JournalBench.Org,
            RunKind.Apply,
            "sha256:1",
            new DateOnly(2026, 3, 1),
            new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2026, 3, 2, 8, 5, 0, TimeSpan.Zero),
            result)));
    }

    [Test]
    public async Task A_run_that_has_ended_does_not_end_again()
    {
        var run = await bench.StartAsync();
        await bench.FinishAsync(run);
        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.FinishAsync(run));
    }

    [Test]
    public async Task A_run_cannot_end_as_running()
    {
        var run = await bench.StartAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => bench.Journal.FinishRunAsync(run, new RunResult { Status = RunStatus.Running }));
    }

    [Test]
    public async Task A_run_that_nobody_started_is_unknown()
    {
        var stranger = RunId.Parse("never-started");
        Assert.That(await bench.Journal.RunAsync(stranger), Is.Null);
        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.FinishAsync(stranger));
    }

    [Test]
    public async Task The_last_runs_of_an_org_come_newest_first()
    {
        var first = await bench.StartAsync();
        var second = await bench.StartAsync();
        var third = await bench.StartAsync();
        await bench.StartAsync("00D000000000002EAA");
        Assert.That((await bench.Journal.RunsAsync(JournalBench.Org, 2)).Select(run => run.Id), Is.EqualTo(new[] { third, second }));
        Assert.That((await bench.Journal.RunsAsync(JournalBench.Org, 9)).Select(run => run.Id), Is.EqualTo(new[] { third, second, first }));
    }

    [Test]
    public async Task A_run_that_this_process_has_under_way_is_not_interrupted_by_the_next()
    {
        var first = await bench.StartAsync();
        await bench.StartAsync();
        Assert.That((await bench.Journal.RunAsync(first))!.Status, Is.EqualTo(RunStatus.Running));
    }

    [Test]
    public void Names_of_runs_sort_as_time_does_and_differ_within_an_instant()
    {
        var at = bench.Clock.Now;
        var other = RunId.New(at);
        Assert.Multiple(() =>
        {
            Assert.That(RunId.Of(at, "abc").Value, Is.EqualTo("20260302-080000000-abc"));
            Assert.That(RunId.Of(at, "zzz"), Is.LessThan(RunId.Of(at.AddMilliseconds(1), "aaa")));
            Assert.That(RunId.New(at), Is.Not.EqualTo(other));
        });
    }

    [TestCase("20260302-080000000-abc", true)]
    [TestCase("", false)]
    [TestCase(null, false)]
    [TestCase("with space", false)]
    [TestCase("../up", false)]
    public void What_a_person_types_is_read_or_refused(string? text, bool isName) => Assert.That(RunId.TryParse(text, out _), Is.EqualTo(isName));

    [Test]
    public async Task A_policy_is_kept_once_under_its_hash()
    {
        await bench.Journal.RememberPolicyAsync("sha256:1", "a: 1");
        await bench.Journal.RememberPolicyAsync("sha256:1", "a: 1");
        await Assert.MultipleAsync(async () =>
        {
            Assert.That(await bench.Journal.PolicyAsync("sha256:1"), Is.EqualTo("a: 1"));
            Assert.That(await bench.Journal.PolicyAsync("sha256:2"), Is.Null);
        });
    }
}
