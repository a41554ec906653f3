using SalesRules.Journal.Pauses;

namespace SalesRules.Journal.Tests.Pauses;

public sealed class PauseTests
{
    private JournalBench bench = null!;

    [SetUp]
    public async Task OpenAsync() => bench = await JournalBench.OpenAsync();

    [TearDown]
    public async Task CloseAsync() => await bench.DisposeAsync();

    [Test]
    public async Task A_paused_schedule_stands_still_with_reason_and_owner_and_the_others_go_on()
    {
        await PauseAsync("nightly-sync");

        Assert.That((await bench.Journal.PauseOfAsync("nightly-sync"))!.ToString(), Is.EqualTo("paused by Dana Fox since 2026-03-02 08:00 UTC: quarter end"));
        Assert.That(await bench.Journal.PauseOfAsync("hourly-sync"), Is.Null);
        Assert.That(await bench.Journal.PauseOfAsync(null), Is.Null, "a run that a person starts");
    }

    [Test]
    public async Task The_kill_switch_stops_every_schedule_and_what_people_start()
    {
        await PauseAsync(Pause.Everything);

        Assert.That(await bench.Journal.PauseOfAsync("nightly-sync"), Is.Not.Null);
        Assert.That(await bench.Journal.PauseOfAsync(null), Is.Not.Null);
    }

    [Test]
    public async Task A_pause_ends_by_itself_when_its_end_has_come()
    {
        await PauseAsync("nightly-sync", until: bench.Clock.Now.AddMinutes(10));

        bench.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));
        Assert.That(await bench.Journal.PauseOfAsync("nightly-sync"), Is.Not.Null);
        bench.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.That(await bench.Journal.PauseOfAsync("nightly-sync"), Is.Null);
        Assert.That(await bench.Journal.ResumeAsync("nightly-sync", "Dana Fox"), Is.False, "it was over already");
    }

    [Test]
    public async Task Resuming_ends_a_pause_and_says_whether_there_was_one()
    {
        await PauseAsync("nightly-sync");

        Assert.That(await bench.Journal.ResumeAsync("nightly-sync", "Dana Fox"), Is.True);
        Assert.That(await bench.Journal.PauseOfAsync("nightly-sync"), Is.Null);
        Assert.That(await bench.Journal.ResumeAsync("nightly-sync", "Dana Fox"), Is.False);
    }

    [Test]
    public async Task A_second_pause_takes_the_place_of_the_first()
    {
        await PauseAsync("nightly-sync", until: bench.Clock.Now.AddDays(1));
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await PauseAsync("nightly-sync");

        Assert.That((await bench.Journal.PausesAsync()).Single().Until, Is.Null);
    }

    [Test]
    public async Task A_pause_outlives_the_process()
    {
        await PauseAsync(Pause.Everything);
        await bench.ReopenAsync();

        Assert.That(await bench.Journal.PausesAsync(), Has.Count.EqualTo(1));
    }

    private Task PauseAsync(string schedule, DateTimeOffset? until = null) =>
        bench.Journal.PauseAsync(new Pause(schedule, "quarter end", "Dana Fox", bench.Clock.Now, until));
}
