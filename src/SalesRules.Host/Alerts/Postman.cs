using SalesRules.Journal;
using SalesRules.Journal.Messages;
using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Deliveries;
using SalesRules.Notifications.Recipients;

namespace SalesRules.Host.Alerts;

/// <summary>
/// Sends what is due in the outbox: claims it, asks the recipient's delivery plan for the channel, tries once, and takes the try down. A try
/// that nobody could take down is made again, under the same key.
/// </summary>
internal sealed partial class Postman(RunJournal journal, RecipientBook recipients, ChannelBook channels, TimeProvider time, ILogger<Postman> logger)
{
    /// <summary>So many messages are sent side by side.</summary>
    private const int AtOnce = 8;

    /// <summary>Longer than the longest time that a channel may be given for a try, which is five minutes.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(6);

    /// <summary>Sends until nothing is due any more.</summary>
    /// <param name="patience">When that long has passed nothing more is begun; null: whatever it takes.</param>
    public async Task<PostTally> SendDueAsync(string orgId, TimeSpan? patience, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var tally = PostTally.None;
        while (patience is null || time.GetElapsedTime(began) < patience)
        {
            var claimed = await journal.ClaimDueAsync(orgId, time.GetUtcNow(), Claim, AtOnce, cancellationToken);
            if (claimed.Count == 0)
                break;
            foreach (var one in await Task.WhenAll(claimed.Select(message => SendAsync(message, cancellationToken))))
                tally += one;
        }

        return tally;
    }

    private async Task<PostTally> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var letter = LetterJson.Read(message.Content);
        if (recipients.Find(letter.Profile) is not { } profile)
            return await GiveUpAsync(message, $"Recipients has no {letter.Profile} any more");
        switch (Next(profile, letter, message))
        {
            case DeliveryStep.Send(var channel, var at) when at <= time.GetUtcNow():
                return await TryAsync(profile, channels.Find(channel)!, letter, message, cancellationToken);
            case DeliveryStep.Send(_, var at):
                await journal.PostponeAsync(message, at, CancellationToken.None);
                return PostTally.None;
            case DeliveryStep.GivenUp(var reasons):
                return await GiveUpAsync(message, string.Join(' ', reasons));
            default:
                throw new InvalidOperationException($"The message {message.Key} waits although it was delivered.");
        }
    }

    private async Task<PostTally> TryAsync(RecipientProfile profile, IChannel channel, Letter letter, OutgoingMessage message, CancellationToken cancellationToken)
    {
        // Who dies from here on, until the try is taken down, may have sent: the claim runs out, and the message goes out again.
        var attempt = (await VerdictAsync(channel, letter, To(profile, channel, letter), message, cancellationToken)).ToAttempt(channel.Name, time.GetUtcNow());
        var after = message with { Attempts = [.. message.Attempts, attempt] };
        var step = Next(profile, letter, after);
        var (state, nextAt) = step switch
        {
            DeliveryStep.Send send => (MessageState.Waiting, send.At),
            DeliveryStep.Done => (MessageState.Delivered, attempt.At),
            _ => (MessageState.GivenUp, attempt.At),
        };
        // Not cancelled by a stop: the try was made, and whoever starts next should know.
        if (!await journal.AttemptAsync(message, attempt, state, nextAt, CancellationToken.None))
            ClaimLost(message.Key, message.Recipient);
        if (step is DeliveryStep.GivenUp given)
            GivenUp(message.Key, message.Recipient, string.Join(' ', given.Reasons));
        return new PostTally(state == MessageState.Delivered ? 1 : 0, state == MessageState.GivenUp || attempt.Outcome == AttemptOutcome.Delivered ? 0 : 1, state == MessageState.GivenUp ? 1 : 0);
    }

    private async Task<Verdict> VerdictAsync(IChannel channel, Letter letter, Recipient to, OutgoingMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return await channel.SendAsync(letter.Message, to, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Whether it arrived is not known. It is given back, so that whoever starts next need not wait for the claim to run out.
            await journal.PostponeAsync(message, time.GetUtcNow(), CancellationToken.None);
            throw;
        }
        catch (Exception problem)
        {
            // Nobody foresaw it. One message must not hold up the others; it is tried again, and given up in the end.
            Unforeseen(problem, channel.Name, message.Key);
            return new Verdict.RetryLater(null, $"Channel {channel.Name}: an unforeseen {problem.GetType().Name}; the log has the details.");
        }
    }

    private async Task<PostTally> GiveUpAsync(OutgoingMessage message, string reason)
    {
        GivenUp(message.Key, message.Recipient, reason);
        await journal.GiveUpAsync(message, CancellationToken.None);
        return new PostTally(0, 0, 1);
    }

    /// <summary>What was tried before somebody put the message back into the queue counts no more.</summary>
    private static DeliveryStep Next(RecipientProfile profile, Letter letter, OutgoingMessage message)
    {
        var again = message.Attempts.LastOrDefault(attempt => attempt.Outcome == AttemptOutcome.Requeued);
        var tries = again is null ? message.Attempts : message.Attempts.SkipWhile(attempt => attempt != again).Skip(1);
        return profile.Plan.Next(message.Key, again?.At ?? message.MadeAt, [.. tries.Select(attempt => attempt.ToAttempt())], profile.MayDisturb(letter.Message.Level));
    }

    private static Recipient To(RecipientProfile profile, IChannel channel, Letter letter)
    {
        var own = profile.At(channel.Name).Address;
        return new Recipient(letter.Recipient, own is null && channel.TakesMailAddresses ? letter.Address : own, letter.Address);
    }

    [LoggerMessage(EventId = 371, Level = LogLevel.Error, Message = "The message {Key} for {Recipient} is given up: {Reason}")]
    private partial void GivenUp(string key, string recipient, string reason);

    [LoggerMessage(EventId = 372, Level = LogLevel.Warning, Message = "The message {Key} for {Recipient} took so long to send that another process has taken it over: it may arrive twice, under the same key")]
    private partial void ClaimLost(string key, string recipient);

    [LoggerMessage(EventId = 373, Level = LogLevel.Error, Message = "Channel {Channel} failed in a way that nobody foresaw with the message {Key}")]
    private partial void Unforeseen(Exception problem, string channel, string key);
}
