using System.Globalization;
using SalesRules.Journal.Messages;

namespace SalesRules.Host.Alerts;

/// <summary>The outbox in words, and what of it an operator must look at.</summary>
internal static class MessageTrouble
{
    /// <summary>How long one that was given up is told.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    /// <summary>"3 waiting, the oldest since 2026-03-02 08:00 UTC, 0 given up."</summary>
    public static string InWords(MessageCounts counts) => string.Create(
        CultureInfo.InvariantCulture,
        $"{counts.Waiting:N0} waiting{(counts.OldestWaiting is { } oldest ? string.Create(CultureInfo.InvariantCulture, $", the oldest since {oldest:yyyy-MM-dd HH:mm} UTC") : "")}, {counts.GivenUp:N0} given up.");

    /// <summary>What is wrong and what to do; null: nothing is.</summary>
    public static string? Of(MessageCounts counts, DateTimeOffset now)
    {
        if (counts.LastGivenUpAt > now - Remembered)
            return "A message was given up within the last day: `salesrules alerts list --state given-up` says why.";
        return counts.Late > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{counts.Late:N0} of them could not be delivered for more than a day: `salesrules alerts list --state waiting` says why.")
            : null;
    }
}
