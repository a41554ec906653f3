using SalesRules.Notifications.Channels;

namespace SalesRules.Notifications.Deliveries;

/// <summary>The channels of a recipient in order. One that refuses for good, or fails too often, is given up for the next.</summary>
public sealed class Escalation
{
    /// <param name="channels">Each once; at least one.</param>
    /// <param name="mostFailures">How often a channel may fail before the next one's turn, 1 or more.</param>
    public Escalation(IReadOnlyList<string> channels, int mostFailures = 5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(mostFailures, 1);
        if (channels.Count == 0 || channels.Distinct(StringComparer.OrdinalIgnoreCase).Count() < channels.Count)
            throw new ArgumentException("A recipient has at least one channel, and each only once.", nameof(channels));
        (Channels, MostFailures) = ([.. channels], mostFailures);
    }

    public IReadOnlyList<string> Channels { get; }

    public int MostFailures { get; }

    /// <summary>Whose turn it is after the tries that were made; null: every channel is given up.</summary>
    public string? Next(IReadOnlyList<Attempt> attempts) => Channels.FirstOrDefault(channel => !IsGivenUp(Of(attempts, channel)));

    /// <summary>The tries through one channel, in their order.</summary>
    internal static IReadOnlyList<Attempt> Of(IReadOnlyList<Attempt> attempts, string channel) =>
        [.. attempts.Where(attempt => attempt.Channel.Equals(channel, StringComparison.OrdinalIgnoreCase))];

    private bool IsGivenUp(IReadOnlyList<Attempt> attempts) =>
        attempts.Any(attempt => attempt.Verdict is Verdict.Refused) || attempts.Count(attempt => attempt.Verdict is Verdict.RetryLater) >= MostFailures;
}
