using System.Collections.Concurrent;
using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Messages;

namespace SalesRules.Host.Tests.Alerts;

/// <summary>A channel whose verdicts a test writes, and which remembers what it was given.</summary>
internal sealed class ScriptedChannel(string name, Func<Message, Recipient, Verdict> answer) : IChannel
{
    public string Name => name;

    public bool TakesMailAddresses => name.StartsWith("mail", StringComparison.Ordinal);

    public ConcurrentQueue<(string Key, Recipient To)> Given { get; } = new();

    public static ScriptedChannel That(string name, Func<Verdict> answers) => new(name, (_, _) => answers());

    public Task<Verdict> SendAsync(Message message, Recipient recipient, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Given.Enqueue((message.Key, recipient));
        return Task.FromResult(answer(message, recipient));
    }
}
