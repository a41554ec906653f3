using Microsoft.Extensions.Logging.Abstractions;
using SalesRules.Host.Alerts;
using SalesRules.Journal;
using SalesRules.Journal.Messages;
using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Deliveries;
using SalesRules.Notifications.Messages;
using SalesRules.Notifications.Recipients;

namespace SalesRules.Host.Tests.Alerts;

/// <summary>An outbox in a real database, a postman, and channels and a clock that tests move.</summary>
internal sealed class PostOffice(TestDatabase database, RunJournal journal, MovingClock clock, params IReadOnlyList<IChannel> channels) : IAsyncDisposable
{
    public const string Org = "00D000000000001EAA";

    public RunJournal Journal => journal;

    public MovingClock Clock => clock;

    public static async Task<PostOffice> OpenAsync(DatabaseKind kind, params IReadOnlyList<IChannel> channels)
    {
        var clock = new MovingClock { Now = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero) };
        var database = await TestDatabase.CreateAsync(kind);
        return new PostOffice(database, await RunJournal.OpenAsync(database.ConnectionString, clock), clock, channels);
    }

    public static RecipientProfile Person(string name, QuietHours? quiet, params string[] channels) =>
        new(name, new DeliveryPlan(new Escalation(channels), Backoff.Default, quiet), channels.ToDictionary(channel => channel, _ => (string?)null), UrgentAtAnyTime: false);

    public Postman Postman(params RecipientProfile[] people) => new(journal, new RecipientBook(people), new ChannelBook(channels), clock, NullLogger<Postman>.Instance);

    /// <summary>As another node does.</summary>
    public async Task<(RunJournal Journal, Postman Postman)> NodeAsync(params RecipientProfile[] people)
    {
        var own = await RunJournal.OpenAsync(database.ConnectionString, clock);
        return (own, new Postman(own, new RecipientBook(people), new ChannelBook(channels), clock, NullLogger<Postman>.Instance));
    }

    public Task QueueAsync(string recipient, params string[] keys) => journal.QueueAsync(
        Org, [.. keys.Select(key => new Letter(recipient, recipient, null, new Message { Key = key, Title = "At risk: Acme" }).ToQueued())]);

    public async Task<OutgoingMessage> TheMessageAsync() => (await journal.MessagesAsync(Org, null, 10)).Single();

    /// <summary>Lets the time pass, from one due try to the next, and sends each.</summary>
    public async Task PassAsync(TimeSpan span, Postman postman)
    {
        for (var end = clock.Now + span; clock.Now < end;)
        {
            await postman.SendDueAsync(Org, null, default);
            var next = (await journal.MessageCountsAsync(Org, clock.Now)).NextAt;
            clock.Now = next is { } at && at > clock.Now && at < end ? at : end;
        }

        await postman.SendDueAsync(Org, null, default);
    }

    public async ValueTask DisposeAsync()
    {
        await journal.DisposeAsync();
        await database.DisposeAsync();
    }
}
