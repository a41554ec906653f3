using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SalesRules.Notifications.Deliveries;

/// <summary>How long to wait after a failure: twice as long each time, up to a limit, and spread so that many messages do not return at once.</summary>
/// <param name="First">The wait after the first failure.</param>
/// <param name="Longest">No wait is longer, except where a counterpart asks for more.</param>
public sealed record Backoff(TimeSpan First, TimeSpan Longest)
{
    /// <summary>30 seconds, then a minute, two, four, up to an hour.</summary>
    public static Backoff Default { get; } = new(TimeSpan.FromSeconds(30), TimeSpan.FromHours(1));

    /// <summary>However long a counterpart asks us to wait, we ask again once a day.</summary>
    public static readonly TimeSpan LongestAsked = TimeSpan.FromDays(1);

    // A wait is between four fifths and all of what the doubling gives.
    private const int SpreadParts = 5;

    /// <param name="key">The message's: the same message waits equally long whoever computes it, others do not.</param>
    /// <param name="failures">How often it has failed, 1 or more.</param>
    /// <param name="asked">How long the counterpart asks us to wait; null: it did not say.</param>
    public TimeSpan After(string key, int failures, TimeSpan? asked = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(failures, 1);
        var wait = Spread(Doubled(failures - 1), key, failures);
        var least = asked < LongestAsked ? asked.Value : asked is null ? TimeSpan.Zero : LongestAsked;
        return wait > least ? wait : least;
    }

    private TimeSpan Doubled(int times)
    {
        var wait = First;
        for (; times > 0 && wait < Longest; times--)
            wait = wait > Longest / 2 ? Longest : wait * 2;
        return wait < Longest ? wait : Longest;
    }

    private static TimeSpan Spread(TimeSpan wait, string key, int failures)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\n{failures}"));
        var share = BinaryPrimitives.ReadUInt16BigEndian(hash);
        var spread = wait.Ticks / SpreadParts;
        return TimeSpan.FromTicks(wait.Ticks - (long)(spread * (decimal)share / ushort.MaxValue));
    }
}
