using Microsoft.Extensions.Logging;
using SalesRules.Notifications.Messages;

namespace SalesRules.Notifications.Channels;

/// <summary>A channel whose tries are logged: which channel, which message by its key, what became of it and how long it took.</summary>
internal sealed partial class LoggedChannel(IChannel channel, TimeProvider time, ILogger<LoggedChannel> logger) : IChannel
{
    public string Name => channel.Name;

    public bool TakesMailAddresses => channel.TakesMailAddresses;

    public async Task<Verdict> SendAsync(Message message, Recipient recipient, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var verdict = await channel.SendAsync(message, recipient, cancellationToken);
        Log(verdict, message.Key, (long)time.GetElapsedTime(start).TotalMilliseconds);
        return verdict;
    }

    private void Log(Verdict verdict, string key, long milliseconds)
    {
        switch (verdict)
        {
            case Verdict.Delivered:
                Delivered(Name, key, milliseconds);
                break;
            case Verdict.RetryLater later:
                FailedForNow(Name, key, milliseconds, later.Reason);
                break;
            case Verdict.Refused refused:
                RefusedForGood(Name, key, milliseconds, refused.Reason);
                break;
        }
    }

    [LoggerMessage(EventId = 4001, Level = LogLevel.Information, Message = "Channel {Channel} delivered {Key} in {Milliseconds} ms")]
    private partial void Delivered(string channel, string key, long milliseconds);

    [LoggerMessage(EventId = 4002, Level = LogLevel.Warning, Message = "Channel {Channel} failed to deliver {Key} for now, after {Milliseconds} ms: {Reason}")]
    private partial void FailedForNow(string channel, string key, long milliseconds, string reason);

    [LoggerMessage(EventId = 4003, Level = LogLevel.Error, Message = "Channel {Channel} refused {Key} for good, after {Milliseconds} ms: {Reason}")]
    private partial void RefusedForGood(string channel, string key, long milliseconds, string reason);
}
