using SalesRules.Journal.Slots;

namespace SalesRules.Journal.Tests.Slots;

/// <summary>The words of the settings over time.</summary>
[OnEachDatabase]
public sealed class ScheduleTermsTests(DatabaseKind database)
{
    private JournalBench bench = null!;

    [SetUp]
    public async Task OpenAsync() => bench = await JournalBench.OpenAsync(database);

    [TearDown]
    public async Task CloseAsync() => await bench.DisposeAsync();

    [Test]
    public async Task A_new_schedule_is_due_from_now_on_and_a_start_with_the_same_words_changes_nothing()
    {
        var first = bench.Clock.Now;
        await SetAsync(("nightly", "30 2 * * *"));
        bench.Clock.Advance(TimeSpan.FromDays(1));

        Assert.That(await SetAsync(("nightly", "30 2 * * *")), Is.Empty);
        Assert.That((await AccountAsync("nightly")).Terms, Is.EqualTo(new[] { new ScheduleTerms("nightly", "30 2 * * *", "Europe/Berlin", first) }));
    }

    [Test]
    public async Task Changed_words_end_the_old_ones_which_stay_known_with_their_zone()
    {
        var first = bench.Clock.Now;
        await SetAsync(("nightly", "30 2 * * *"));
        bench.Clock.Advance(TimeSpan.FromDays(1));
        var ended = await SetAsync(("nightly", "0 3 * * *"));

        var old = new ScheduleTerms("nightly", "30 2 * * *", "Europe/Berlin", first, bench.Clock.Now, TermsEnd.Changed);
        Assert.That(ended, Is.EqualTo(new[] { old }));
        var account = await AccountAsync("nightly");
        Assert.That(account.Terms, Is.EqualTo(new[] { old, new ScheduleTerms("nightly", "0 3 * * *", "Europe/Berlin", bench.Clock.Now) }));
        Assert.That(account.InForce!.Cron, Is.EqualTo("0 3 * * *"));
    }

    [TestCase(true, TermsEnd.Disabled)]
    [TestCase(false, TermsEnd.Removed)]
    public async Task A_schedule_that_the_settings_disable_or_no_longer_have_stays_known_and_nothing_of_it_is_in_force(bool isDisabled, TermsEnd why)
    {
        await SetAsync(("nightly", "30 2 * * *"));
        bench.Clock.Advance(TimeSpan.FromDays(1));
        await bench.Journal.SetTermsAsync([], isDisabled ? ["nightly"] : [], bench.Clock.Now);

        var account = await AccountAsync("nightly");
        Assert.That((account.InForce, account.Terms.Single().EndedBy, account.Terms.Single().EndedAt), Is.EqualTo(((ScheduleTerms?)null, why, bench.Clock.Now)));
    }

    [Test]
    public async Task Words_changed_twice_in_one_instant_are_the_last_ones()
    {
        await SetAsync(("nightly", "30 2 * * *"));
        await SetAsync(("nightly", "0 3 * * *"));

        Assert.That((await AccountAsync("nightly")).InForce!.Cron, Is.EqualTo("0 3 * * *"));
    }

    [Test]
    public async Task Nodes_that_start_at_once_agree()
    {
        await SetAsync(("nightly", "30 2 * * *"));
        var nodes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => bench.OpenNodeAsync()));
        bench.Clock.Advance(TimeSpan.FromHours(1));

        await Task.WhenAll(nodes.Select((node, i) => Task.Run(() => node.SetTermsAsync([Terms("nightly", $"{i} 3 * * *")], [], bench.Clock.Now.AddSeconds(i)))));

        Assert.That((await AccountAsync("nightly")).Terms.Count(terms => terms.IsInForce), Is.EqualTo(1));
        foreach (var node in nodes)
            await node.DisposeAsync();
    }

    private Task<IReadOnlyList<ScheduleTerms>> SetAsync(params (string Name, string Cron)[] schedules) =>
        bench.Journal.SetTermsAsync([.. schedules.Select(schedule => Terms(schedule.Name, schedule.Cron))], [], bench.Clock.Now);

    private ScheduleTerms Terms(string name, string cron) => new(name, cron, "Europe/Berlin", bench.Clock.Now);

    private async Task<ScheduleAccount> AccountAsync(string name) => (await bench.Journal.ScheduleAccountsAsync()).Single(account => account.Schedule == name);
}
