using System.Globalization;
using SalesRules.Journal.Database;
using SalesRules.Journal.Messages;

namespace SalesRules.Journal;

/// <summary>The outbox: messages on their way to people. Each is sent at least once, and says by its key which one it is.</summary>
public sealed partial class RunJournal
{
    /// <summary>Names this opening of the journal in its claims.</summary>
    private readonly string opening = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);

    private long claims;

    /// <summary>Queues messages, all or none. One that is queued already, by key and recipient, stays as it is: queuing twice is once.</summary>
    // Who dies before the commit has queued nothing and queues again; who dies behind it finds all of them queued.
    public Task QueueAsync(string orgId, IReadOnlyCollection<QueuedMessage> messages, CancellationToken cancellationToken = default) =>
        database.WriteAsync(statements => InsertAsync(statements, orgId, messages), cancellationToken);

    /// <summary>
    /// Takes messages of the org, and of none, whose time has come: until the claim runs out, by the journal's own clock, nobody else gets them. What a process
    /// claimed that died is due again then, or at once where this one alone has the journal's file.
    /// </summary>
    /// <param name="now">What is due then is taken, the longest due first.</param>
    /// <param name="term">Longer than a try takes.</param>
    // Who dies before the commit has claimed nothing. Who dies behind it, whether it has sent or not, leaves a claim that runs out: the
    // message is then sent again, under the same key.
    public Task<IReadOnlyList<OutgoingMessage>> ClaimDueAsync(
        string orgId, DateTimeOffset now, TimeSpan term, int count, CancellationToken cancellationToken = default) => database.WriteAsync<IReadOnlyList<OutgoingMessage>>(
        async statements =>
        {
            var serverNow = await statements.Dialect.NowAsync(statements);
            var rows = await statements.QueryAsync<MessageRow>(
                MessageStatements.Due + statements.Dialect.Hold("m", passOver: true),
                new { orgId, now = Stored.Text(now), serverNow = Stored.Text(serverNow), isAlone, ours = $"alone {opening} %", count });
            var (claim, until) = (NewClaim(), serverNow + term);
            await statements.ExecuteManyAsync(
                MessageStatements.Claim, [.. rows.Select(row => new ClaimedRow(row.OrgId, row.MessageKey, row.Recipient, claim, Stored.Text(until)))]);
            return [.. rows.Select(row => row.ToMessage() with { Claim = claim, ClaimedUntil = until })];
        },
        cancellationToken);

    /// <summary>Takes down a try of a claimed message and what is next, and gives the claim back.</summary>
    /// <param name="message">As it was claimed.</param>
    /// <param name="nextAt">When the next try may be made; for a message that has ended it means nothing.</param>
    /// <returns>False: the claim ran out and somebody else has taken the message; nothing is taken down, they see to it.</returns>
    // Who dies before the commit has perhaps sent and told nobody: the claim runs out and the message is sent again, under the same key.
    public Task<bool> AttemptAsync(
        OutgoingMessage message, MessageAttempt attempt, MessageState state, DateTimeOffset nextAt, CancellationToken cancellationToken = default) =>
        SettleAsync(message with { Attempts = [.. message.Attempts, attempt], State = state, NextAt = nextAt }, cancellationToken);

    /// <summary>Gives a claimed message back without a try: it waits until then.</summary>
    /// <returns>False: the claim ran out and somebody else has taken the message.</returns>
    public Task<bool> PostponeAsync(OutgoingMessage message, DateTimeOffset nextAt, CancellationToken cancellationToken = default) =>
        SettleAsync(message with { NextAt = nextAt }, cancellationToken);

    /// <summary>Ends a claimed message without a try: nobody can be reached by it.</summary>
    /// <returns>False: the claim ran out and somebody else has taken the message.</returns>
    public Task<bool> GiveUpAsync(OutgoingMessage message, CancellationToken cancellationToken = default) =>
        SettleAsync(message with { State = MessageState.GivenUp }, cancellationToken);

    /// <summary>Lets every message that was given up wait again, due at once: what kept them from people has been mended. Their tries stay on record.</summary>
    /// <returns>How many.</returns>
    // Who dies before the commit has changed nothing.
    public Task<int> RequeueAsync(string orgId, CancellationToken cancellationToken = default) => database.WriteAsync(
        async statements =>
        {
            var state = Stored.Name(MessageState.GivenUp);
            var again = new MessageAttempt("", clock.GetUtcNow(), AttemptOutcome.Requeued);
            var requeued = 0;
            foreach (var row in await statements.QueryAsync<MessageRow>(MessageStatements.GivenUp, new { orgId, state }))
            {
                requeued += await statements.ExecuteAsync(
                    MessageStatements.Requeue, new { row.OrgId, row.MessageKey, row.Recipient, state, Now, Attempts = MessageAttempt.Write([.. row.ToMessage().Attempts, again]) });
            }

            return requeued;
        },
        cancellationToken);

    /// <summary>The messages of the org and of none, the newest first.</summary>
    /// <param name="state">Null: of every state.</param>
    /// <param name="count">At most so many.</param>
    public Task<IReadOnlyList<OutgoingMessage>> MessagesAsync(string orgId, MessageState? state, int count, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<OutgoingMessage>>(
            async statements =>
            [
                .. (await statements.QueryAsync<MessageRow>(
                    $"{MessageStatements.Listed} {(state is null ? "" : "and m.state = @state")} order by m.made_at desc, m.message_key, m.recipient limit @count",
                    new { orgId, state = state is { } one ? Stored.Name(one) : null, count })).Select(row => row.ToMessage()),
            ],
            cancellationToken);

    public Task<MessageCounts> MessageCountsAsync(string orgId, DateTimeOffset now, CancellationToken cancellationToken = default) => database.ReadAsync(
        async statements => MessageCountRow.Sum(await statements.QueryAsync<MessageCountRow>(
            MessageStatements.Counts, new { orgId, now = Stored.Text(now), dayAgo = Stored.Text(now.AddDays(-1)) })),
        cancellationToken);

    private static Task InsertAsync(JournalSession statements, IEnumerable<NewMessage> messages) =>
        statements.ExecuteManyAsync(MessageStatements.Insert, [.. messages]);

    private Task InsertAsync(JournalSession statements, string orgId, IEnumerable<QueuedMessage> messages) =>
        InsertAsync(statements, messages.Select(message => new NewMessage(orgId, message.Key, message.Recipient, message.Content, Now)));

    private Task<bool> SettleAsync(OutgoingMessage message, CancellationToken cancellationToken) => database.WriteAsync(
        async statements => await statements.ExecuteAsync(
            MessageStatements.Settle,
            new
            {
                message.OrgId,
                message.Key,
                message.Recipient,
                message.Claim,
                state = Stored.Name(message.State),
                nextAt = Stored.Text(NotBefore(message.NextAt)),
                attempts = MessageAttempt.Write(message.Attempts),
                endedAt = message.State == MessageState.Waiting ? null : Now,
            }) == 1,
        cancellationToken);

    /// <summary>The journal keeps milliseconds: the next of them, since one too early would find that it is too early, again and again.</summary>
    private static DateTimeOffset NotBefore(DateTimeOffset instant) =>
        instant.Ticks % TimeSpan.TicksPerMillisecond is var beyond and > 0 ? instant.AddTicks(TimeSpan.TicksPerMillisecond - beyond) : instant;

    /// <summary>No two claims are alike: a late word of an earlier one is heard no more.</summary>
    private string NewClaim() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(isAlone ? "alone" : "shared")} {opening} {Interlocked.Increment(ref claims)} {Leases.LeaseHolder.ThisProcess.Host}/{Leases.LeaseHolder.ThisProcess.ProcessId}");

    private sealed record NewMessage(string OrgId, string Key, string Recipient, string Content, string Now);

    private sealed record ClaimedRow(string OrgId, string MessageKey, string Recipient, string Claim, string Until);
}
