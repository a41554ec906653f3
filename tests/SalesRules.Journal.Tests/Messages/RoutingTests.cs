using SalesRules.Journal.Messages;

namespace SalesRules.Journal.Tests.Messages;

[OnEachDatabase]
public sealed class RoutingTests(DatabaseKind database)
{
    private JournalBench bench = null!;

    [SetUp]
    public async Task OpenAsync() => bench = await JournalBench.OpenAsync(database);

    [TearDown]
    public async Task CloseAsync() => await bench.DisposeAsync();

    [Test]
    public async Task Alerts_are_routed_together_with_their_messages()
    {
        await RaiseAsync("a", "b", "unwanted");

        Assert.That(await RouteAsync(["a", "b", "unwanted"], Tells("digest", "ana", "a", "b"), Tells("alert/a", "ben", "a")), Is.True);

        Assert.That(await bench.Journal.AlertsToRouteAsync(JournalBench.Org, 10), Is.Empty);
        var listed = (await bench.Journal.AlertsAsync(JournalBench.Org, null, unrouted: false, 10)).ToDictionary(one => one.Alert.Key, one => one.Messages.Select(message => message.Recipient));
        Assert.That(listed["a"], Is.EqualTo(new[] { "ana", "ben" }));
        Assert.That(listed["b"], Is.EqualTo(new[] { "ana" }));
        Assert.That(listed["unwanted"], Is.Empty);
    }

    [Test]
    public async Task Of_two_that_route_the_same_alert_one_does()
    {
        await RaiseAsync("a", "b");
        await using var other = await bench.OpenNodeAsync();

        var won = await Task.WhenAll(
            RouteAsync(["a", "b"], Tells("digest", "ana", "a", "b")),
            other.RouteAsync(JournalBench.Org, ["b"], [Tells("alert/b", "ana", "b")]));

        Assert.That(won.Count(one => one), Is.EqualTo(1));
        Assert.That(await bench.Journal.MessagesAsync(JournalBench.Org, null, 10), Has.Count.EqualTo(1));
        Assert.That(await bench.Journal.AlertsToRouteAsync(JournalBench.Org, 10), Has.Count.EqualTo(won[0] ? 0 : 1));
    }

    [Test]
    public async Task What_a_run_finds_is_told_when_it_is_over()
    {
        var run = await bench.StartAsync();
        await RaiseOfAsync(run.Value, "a");

        Assert.That(await bench.Journal.AlertsToRouteAsync(JournalBench.Org, 10), Is.Empty);
        await bench.FinishAsync(run);
        Assert.That((await bench.Journal.AlertsToRouteAsync(JournalBench.Org, 10)).Single().Run, Is.EqualTo(run));
    }

    [Test]
    public async Task What_a_run_that_died_has_found_is_told_once_its_lease_is_over()
    {
        var run = await bench.StartAsync();
        await RaiseOfAsync(run.Value, "a");

        await bench.ReopenAsync();

        Assert.That(await bench.Journal.AlertsToRouteAsync(JournalBench.Org, 10), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Alerts_are_listed_by_what_became_of_their_messages()
    {
        await RaiseAsync("new", "done", "stuck");
        await RouteAsync(["done", "stuck"], Tells("alert/done", "ana", "done"), Tells("alert/stuck", "ana", "stuck"));
        foreach (var message in await bench.Journal.ClaimDueAsync(JournalBench.Org, bench.Clock.Now, TimeSpan.FromMinutes(1), 10))
        {
            if (message.Key == "alert/stuck")
                await bench.Journal.GiveUpAsync(message);
            else
                await bench.Journal.AttemptAsync(message, new MessageAttempt("mail", bench.Clock.Now, AttemptOutcome.Delivered), MessageState.Delivered, bench.Clock.Now);
        }

        Assert.That(await KeysAsync(null, unrouted: true), Is.EqualTo(new[] { "new" }));
        Assert.That(await KeysAsync(MessageState.Delivered), Is.EqualTo(new[] { "done" }));
        Assert.That(await KeysAsync(MessageState.GivenUp), Is.EqualTo(new[] { "stuck" }));
        Assert.That(await KeysAsync(MessageState.Waiting), Is.Empty);
        Assert.That(await KeysAsync(null), Has.Count.EqualTo(3));
    }

    private async Task<IReadOnlyList<string>> KeysAsync(MessageState? state, bool unrouted = false) =>
        [.. (await bench.Journal.AlertsAsync(JournalBench.Org, state, unrouted, 10)).Select(one => one.Alert.Key)];

    private Task<bool> RouteAsync(IReadOnlyList<string> alerts, params RoutedMessage[] messages) => bench.Journal.RouteAsync(JournalBench.Org, alerts, messages);

    private static RoutedMessage Tells(string key, string recipient, params string[] alerts) => new(new QueuedMessage(key, recipient, "{}"), alerts);

    private Task RaiseAsync(params string[] keys) => RaiseOfAsync(null, keys);

    private async Task RaiseOfAsync(string? run, params string[] keys)
    {
        foreach (var key in keys)
        {
            await bench.Database.AskAsync(
                $"insert into alerts (org_id, alert_key, kind, run_id, content, raised_at) values ('{JournalBench.Org}', '{key}', 'deal_closed', {(run is null ? "null" : $"'{run}'")}, '{{}}', '2026-03-02T08:00:00.000Z')");
        }
    }
}
