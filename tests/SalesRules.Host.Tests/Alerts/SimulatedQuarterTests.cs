using SalesRules.Host.Alerts;
using SalesRules.Journal.Messages;
using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Deliveries;

namespace SalesRules.Host.Tests.Alerts;

/// <summary>
/// A quarter of messages: three people with two channels each and hours of their own, every channel down for an hour, and the process killed
/// fifty times in the middle of a try, with the message taken or not. Nothing is lost, and by key everybody is shown each message once.
/// </summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SimulatedQuarterTests
{
    private const int Days = 91;
    private const int Kills = 50;
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private readonly HashSet<int> deaths = [];
    private TaskCompletionSource died = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int tries;

    [TestCase(1)]
    [TestCase(2)]
    public async Task Killed_fifty_times_and_with_each_channel_down_for_an_hour_nothing_is_lost_and_nothing_shown_twice(int seed)
    {
        var random = new Random(seed);
        MovingClock? clock = null;
        var start = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
        // From when a day's messages are made, on a day on which everybody works.
        var outages = new[] { "slack", "mail", "hook" }.ToDictionary(name => name, _ => start.AddDays((7 * random.Next(1, 12)) + random.Next(5)).Date.AddHours(8));
        List<IChannel> channels = [.. outages.Keys.Select(name => new MortalChannel(name, () => clock!.Now.UtcDateTime >= outages[name] && clock.Now.UtcDateTime < outages[name].AddHours(1), Dies))];
        await using var office = await PostOffice.OpenAsync(DatabaseKind.Sqlite, channels);
        clock = office.Clock;
        var people = new[]
        {
            PostOffice.Person("owner", new QuietHours(Berlin, new TimeOnly(20, 0), new TimeOnly(7, 0)), "slack", "mail"),
            PostOffice.Person("vp-sales", new QuietHours(Berlin, default, default), "mail", "hook"),
            PostOffice.Person("warehouse", null, "hook"),
        };
        var sent = new List<(string Recipient, string Key)>();
        // At a try among the first half of all: later ones may not come.
        while (deaths.Count < Kills)
            deaths.Add(random.Next(1, Days * 8));

        var postman = office.Postman(people);
        for (var day = 0; day < Days; day++)
        {
            foreach (var person in people)
            {
                string[] keys = [.. Enumerable.Range(0, random.Next(2, 7)).Select(number => $"risk/{day}/{number}")];
                await office.QueueAsync(person.Name, keys);
                sent.AddRange(keys.Select(key => (person.Name, key)));
            }

            for (var end = start.AddDays(day + 1); clock.Now < end;)
            {
                postman = await RoundAsync(office, postman, people);
                var next = (await office.Journal.MessageCountsAsync(PostOffice.Org, clock.Now)).NextAt;
                var wake = clock.Now + TimeSpan.FromMinutes(1);
                // As the service does: when something is due, at once; a claim of a dead process runs out meanwhile.
                clock.Now = next is null ? end : next > wake ? Earlier(next.Value, end) : Earlier(wake, end);
            }
        }

        await office.PassAsync(TimeSpan.FromDays(4), postman);

        var messages = await office.Journal.MessagesAsync(PostOffice.Org, null, int.MaxValue);
        Assert.That(messages.Select(message => message.State), Is.All.EqualTo(MessageState.Delivered));
        var taken = channels.Cast<MortalChannel>().SelectMany(channel => channel.Taken).ToList();
        var shown = taken.DistinctBy(one => one).ToList();
        await TestContext.Out.WriteLineAsync($"seed {seed}: {sent.Count} messages, {tries} tries, {deaths.Count(death => death <= tries)} deaths, {messages.Sum(message => message.Attempts.Count) - messages.Count} tries that an outage failed; {taken.Count} taken by channels, of them {taken.Count - shown.Count} repeats under the same key; lost {sent.Except(shown).Count()}, shown twice by key {shown.Count - sent.Count}");
        Assert.That(deaths.Count(death => death <= tries), Is.EqualTo(Kills), "every death was died");
        Assert.That(messages.SelectMany(message => message.Attempts).Where(attempt => attempt.Outcome == AttemptOutcome.RetryLater).Select(attempt => attempt.Channel).Distinct(), Is.EquivalentTo(outages.Keys), "every outage was met");
        Assert.That(shown, Is.EquivalentTo(sent));
        Assert.That(taken.Count - shown.Count, Is.LessThanOrEqualTo(Kills), "only a death in the middle of a try repeats one");
    }

    /// <summary>A round of the process, or as much of it as it lives for; then another process goes on.</summary>
    private async Task<Postman> RoundAsync(PostOffice office, Postman postman, SalesRules.Notifications.Recipients.RecipientProfile[] people)
    {
        died = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var round = postman.SendDueAsync(PostOffice.Org, null, default);
        if (await Task.WhenAny(round, died.Task) != round)
            return office.Postman(people);
        await round;
        return postman;
    }

    private bool Dies()
    {
        if (!deaths.Contains(Interlocked.Increment(ref tries)))
            return false;
        died.TrySetResult();
        return true;
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    /// <summary>A channel in whose middle the process can die: whoever waits for it then waits for ever, which is all that can be seen of it.</summary>
    private sealed class MortalChannel(string name, Func<bool> isDown, Func<bool> dies) : IChannel
    {
        public string Name => name;

        public System.Collections.Concurrent.ConcurrentQueue<(string Recipient, string Key)> Taken { get; } = new();

        public Task<Verdict> SendAsync(SalesRules.Notifications.Messages.Message message, Recipient recipient, CancellationToken cancellationToken)
        {
            var dead = dies();
            // Half of the deaths come before the message is taken, half behind it.
            if (!isDown() && (!dead || message.Key[^1] % 2 == 0))
                Taken.Enqueue((recipient.Name, message.Key));
            return dead ? new TaskCompletionSource<Verdict>().Task : Task.FromResult<Verdict>(isDown() ? new Verdict.RetryLater(null, "down") : new Verdict.Delivered());
        }
    }
}
