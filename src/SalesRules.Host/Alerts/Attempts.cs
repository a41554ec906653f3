using SalesRules.Journal.Messages;
using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Deliveries;

namespace SalesRules.Host.Alerts;

/// <summary>Tries as channels tell them and as the journal keeps them.</summary>
internal static class Attempts
{
    public static MessageAttempt ToAttempt(this Verdict verdict, string channel, DateTimeOffset at) => verdict switch
    {
        Verdict.RetryLater later => new MessageAttempt(channel, at, AttemptOutcome.RetryLater, later.After, later.Reason),
        Verdict.Refused refused => new MessageAttempt(channel, at, AttemptOutcome.Refused, null, refused.Reason),
        _ => new MessageAttempt(channel, at, AttemptOutcome.Delivered),
    };

    public static Attempt ToAttempt(this MessageAttempt attempt) => new(attempt.Channel, attempt.At, attempt.Outcome switch
    {
        AttemptOutcome.RetryLater => new Verdict.RetryLater(attempt.AskedToWait, attempt.Reason!),
        AttemptOutcome.Refused => new Verdict.Refused(attempt.Reason!),
        _ => new Verdict.Delivered(),
    });
}
