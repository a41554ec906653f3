using System.Diagnostics;

namespace SalesRules.EndToEnd.Tests.Deliveries;

/// <summary>
/// Told at least once, shown once: the process that tells people is killed with SIGKILL at every point at which it waits for somebody else,
/// as its own traces and its counterparts see them, and another one goes on. Every message has come, all of its copies are alike, and they
/// carry one key. Without SALESRULES_LONG=1 the points at which nothing is written are left out.
/// </summary>
[Platform(Exclude = "Win", Reason = "The processes are killed by a signal.")]
internal sealed class KilledDeliveryTests
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("SALESRULES_LONG") == "1";

    private static IEnumerable<DatabaseKind> Databases => IsLong ? Enum.GetValues<DatabaseKind>() : [DatabaseKind.Sqlite];

    [TestCaseSource(nameof(Databases))]
    public async Task Killed_at_any_point_nothing_is_lost_and_every_repeat_carries_the_same_key(DatabaseKind database)
    {
        var watch = Stopwatch.StartNew();
        await using var site = await DeliverySite.StartAsync(database);
        await site.RaiseAsync();
        var points = await site.CountAsync();
        Assert.That(points, Is.SupersetOf(new[] { "before journal.write", "before journal.commit", "after journal.write", "before System.Net.Http.HttpRequestOut" }));
        Assert.That(site.MailCommands, Has.Count.EqualTo(2 * 7), "two mails: GREETING, EHLO, MAIL, RCPT, DATA, END, QUIT");
        Assert.That(site.Fault(), Is.Null);

        List<(string Name, Func<Task> DieAsync)> deaths =
        [
            .. points.Select((name, index) => (name, index)).Where(point => IsLong || !point.name.EndsWith("journal.read", StringComparison.Ordinal))
                .Select(point => ($"{point.index + 1}. {point.name}", (Func<Task>)(() => site.DieAtAsync(point.index + 1)))),
            .. site.MailCommands.Select((command, index) => ($"mail command {index + 1}, {command}", (Func<Task>)(() => site.DieAtMailCommandAsync(index + 1)))),
            ("call to the webhook", site.DieAtWebhookAsync),
        ];
        foreach (var (name, dieAsync) in deaths)
        {
            await site.RaiseAsync();
            await dieAsync();
            await site.FinishAsync();
            Assert.That(site.Fault(), Is.Null, name);
            Assert.That(await site.OpenMessagesAsync(), Is.Zero, name);
        }

        await TestContext.Out.WriteLineAsync($"{database}: {deaths.Count} deaths, {site.Repeats} repeats under the same key, {watch.Elapsed.TotalSeconds:0} s");
        Assert.That(site.Repeats, Is.InRange(1, 3 * deaths.Count), "a death between a message and its receipt repeats it");
    }
}
