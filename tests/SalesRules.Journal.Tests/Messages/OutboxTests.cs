using SalesRules.Journal.Messages;

namespace SalesRules.Journal.Tests.Messages;

[OnEachDatabase]
public sealed class OutboxTests(DatabaseKind database)
{
    private static readonly TimeSpan Term = TimeSpan.FromMinutes(6);

    private JournalBench bench = null!;

    [SetUp]
    public async Task OpenAsync() => bench = await JournalBench.OpenAsync(database);

    [TearDown]
    public async Task CloseAsync() => await bench.DisposeAsync();

    [Test]
    public async Task Queuing_twice_is_once_and_the_first_content_stays()
    {
        await QueueAsync("a");
        await bench.Journal.QueueAsync(JournalBench.Org, [new QueuedMessage("a", "ana", "other"), new QueuedMessage("a", "ben", "{}")]);

        var all = await bench.Journal.MessagesAsync(JournalBench.Org, null, 10);
        Assert.That(all.Select(message => (message.Recipient, message.Content)), Is.EquivalentTo(new[] { ("ana", "{}"), ("ben", "{}") }));
    }

    [Test]
    public async Task What_is_due_is_claimed_once_the_longest_due_first()
    {
        await QueueAsync("late");
        bench.Clock.Advance(TimeSpan.FromSeconds(-1));
        await QueueAsync("early");
        bench.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.That((await ClaimAsync(1)).Single().Key, Is.EqualTo("early"));
        Assert.That((await ClaimAsync(9)).Single().Key, Is.EqualTo("late"));
        Assert.That(await ClaimAsync(9), Is.Empty);
    }

    [Test]
    public async Task A_message_is_not_due_a_millisecond_early()
    {
        await QueueAsync("a");
        var message = (await ClaimAsync()).Single();
        await bench.Journal.PostponeAsync(message, bench.Clock.Now.AddMinutes(1));

        bench.Clock.Advance(TimeSpan.FromMinutes(1) - TimeSpan.FromMilliseconds(1));
        Assert.That(await ClaimAsync(), Is.Empty);
        bench.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.That(await ClaimAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_message_that_waits_for_a_part_of_a_millisecond_is_not_due_before_it()
    {
        await QueueAsync("a");
        await bench.Journal.PostponeAsync((await ClaimAsync()).Single(), bench.Clock.Now.AddMilliseconds(5).AddTicks(1));

        bench.Clock.Advance(TimeSpan.FromMilliseconds(5));
        Assert.That(await ClaimAsync(), Is.Empty);
        bench.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.That(await ClaimAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_failed_try_is_kept_and_the_message_waits_for_the_next()
    {
        await QueueAsync("a");
        var failed = new MessageAttempt("mail", bench.Clock.Now, AttemptOutcome.RetryLater, TimeSpan.FromSeconds(90), "The mail server says \"later\".");

        Assert.That(await bench.Journal.AttemptAsync((await ClaimAsync()).Single(), failed, MessageState.Waiting, bench.Clock.Now.AddSeconds(90)), Is.True);

        Assert.That(await ClaimAsync(), Is.Empty);
        bench.Clock.Advance(TimeSpan.FromSeconds(90));
        Assert.That((await ClaimAsync()).Single().Attempts, Is.EqualTo(new[] { failed }));
    }

    [TestCase(MessageState.Delivered)]
    [TestCase(MessageState.GivenUp)]
    public async Task A_message_that_has_ended_is_never_claimed_again(MessageState end)
    {
        await QueueAsync("a");
        var attempt = new MessageAttempt("mail", bench.Clock.Now, AttemptOutcome.Delivered);
        await bench.Journal.AttemptAsync((await ClaimAsync()).Single(), attempt, end, bench.Clock.Now);

        bench.Clock.Advance(TimeSpan.FromDays(400));
        Assert.That(await ClaimAsync(), Is.Empty);
        var ended = (await bench.Journal.MessagesAsync(JournalBench.Org, end, 10)).Single();
        Assert.That((ended.Attempts.Single(), ended.Claim, ended.EndedAt), Is.EqualTo((attempt, (string?)null, bench.Clock.Now.AddDays(-400))));
    }

    [Test]
    public async Task A_claim_that_ran_out_lets_the_next_one_in_and_its_late_word_is_not_heard()
    {
        await QueueAsync("a");
        var slow = (await ClaimAsync()).Single();
        await LetClaimsRunOutAsync();
        var quick = (await ClaimAsync()).Single();

        var attempt = new MessageAttempt("mail", bench.Clock.Now, AttemptOutcome.RetryLater, null, "slow");
        Assert.That(await bench.Journal.AttemptAsync(slow, attempt, MessageState.Waiting, bench.Clock.Now), Is.False);
        Assert.That(await bench.Journal.AttemptAsync(quick, attempt with { Outcome = AttemptOutcome.Delivered }, MessageState.Delivered, bench.Clock.Now), Is.True);
        Assert.That((await bench.Journal.MessagesAsync(JournalBench.Org, null, 10)).Single().State, Is.EqualTo(MessageState.Delivered));
    }

    [Test]
    public async Task A_claim_that_ran_out_and_that_nobody_took_still_has_its_word()
    {
        await QueueAsync("a");
        var claimed = (await ClaimAsync()).Single();
        await LetClaimsRunOutAsync();

        Assert.That(await bench.Journal.GiveUpAsync(claimed), Is.True);
        Assert.That(await bench.Journal.GiveUpAsync(claimed), Is.False, "it has ended");
    }

    [Test]
    public async Task Two_openings_that_claim_at_the_same_time_never_get_the_same()
    {
        const int many = 60;
        await bench.Journal.QueueAsync(JournalBench.Org, [.. Enumerable.Range(0, many).Select(number => new QueuedMessage($"m{number}", "ana", "{}"))]);
        await using var other = await bench.OpenNodeAsync();

        var claimed = await Task.WhenAll(ClaimAllAsync(bench.Journal), ClaimAllAsync(other), ClaimAllAsync(other));

        Assert.That(claimed.SelectMany(keys => keys).Order(), Is.EqualTo(Enumerable.Range(0, many).Select(number => $"m{number}").Order()));
    }

    [Test]
    public async Task Messages_are_counted_by_what_became_of_them()
    {
        Assert.That(await CountsAsync(), Is.EqualTo(new MessageCounts(0, 0, 0, 0, null, null, null)));
        var start = bench.Clock.Now;
        await QueueAsync("a", "b", "c", "d");
        var claimed = await ClaimAsync(2);
        await bench.Journal.AttemptAsync(claimed[0], new MessageAttempt("mail", start, AttemptOutcome.Delivered), MessageState.Delivered, start);
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await bench.Journal.GiveUpAsync(claimed[1]);

        Assert.That(await CountsAsync(), Is.EqualTo(new MessageCounts(2, 1, 1, 0, start, start, start.AddMinutes(1))));
        Assert.That(await CountsAsync("00D000000000002EAA"), Is.EqualTo(new MessageCounts(0, 0, 0, 0, null, null, null)));
    }

    [Test]
    public async Task What_was_to_go_out_a_day_ago_is_late_and_what_waits_for_a_morning_is_not()
    {
        await QueueAsync("failed", "stuck", "held back");
        var claimed = (await ClaimAsync()).ToDictionary(message => message.Key);
        var failed = new MessageAttempt("mail", bench.Clock.Now, AttemptOutcome.RetryLater, null, "down");
        await bench.Journal.AttemptAsync(claimed["failed"], failed, MessageState.Waiting, bench.Clock.Now.AddDays(3));
        await bench.Journal.PostponeAsync(claimed["stuck"], bench.Clock.Now);
        await bench.Journal.PostponeAsync(claimed["held back"], bench.Clock.Now.AddDays(3));

        bench.Clock.Advance(TimeSpan.FromDays(1));
        Assert.That((await CountsAsync()).Late, Is.Zero);
        bench.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.That((await CountsAsync()).Late, Is.EqualTo(2));
    }

    private Task<MessageCounts> CountsAsync(string org = JournalBench.Org) => bench.Journal.MessageCountsAsync(org, bench.Clock.Now);

    private Task QueueAsync(params string[] keys) =>
        bench.Journal.QueueAsync(JournalBench.Org, [.. keys.Select(key => new QueuedMessage(key, "ana", "{}"))]);

    private Task<IReadOnlyList<OutgoingMessage>> ClaimAsync(int count = 10) => bench.Journal.ClaimDueAsync(JournalBench.Org, bench.Clock.Now, Term, count);

    private Task<object?> LetClaimsRunOutAsync() => bench.Database.AskAsync("update messages set claimed_until = '2000-01-01T00:00:00.000Z' where claimed_until is not null");

    private async Task<List<string>> ClaimAllAsync(RunJournal journal)
    {
        var keys = new List<string>();
        while (await journal.ClaimDueAsync(JournalBench.Org, bench.Clock.Now, Term, 3) is { Count: > 0 } claimed)
            keys.AddRange(claimed.Select(message => message.Key));
        return keys;
    }
}
