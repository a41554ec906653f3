using SalesRules.Notifications.Channels;

namespace SalesRules.Notifications.Deliveries;

/// <summary>How a recipient is reached: which channel next, and when. Pure: the tries so far in, the next step out.</summary>
/// <param name="QuietHours">Null: the recipient may be disturbed at any time.</param>
public sealed record DeliveryPlan(Escalation Escalation, Backoff Backoff, QuietHours? QuietHours = null)
{
    /// <summary>How long a message is tried at all, from its first try on, while its channels fail in a way that may pass.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromDays(3);

    /// <param name="key">The message's.</param>
    /// <param name="due">When the message was made.</param>
    /// <param name="attempts">Every try for this message and recipient, in order.</param>
    /// <param name="mayDisturb">True: it goes out at any time, such as an urgent message to somebody on call.</param>
    public DeliveryStep Next(string key, DateTimeOffset due, IReadOnlyList<Attempt> attempts, bool mayDisturb = false)
    {
        if (attempts.Any(attempt => attempt.Verdict is Verdict.Delivered))
            return new DeliveryStep.Done();
        if ((Escalation.Next(attempts) ?? FirstOfThoseThatMayPass(key, due, attempts)) is not { } channel)
            return new DeliveryStep.GivenUp([.. Escalation.Channels.Select(given => Reason(Escalation.Of(attempts, given)))]);
        var at = Earliest(key, due, attempts, Escalation.Of(attempts, channel));
        // A channel whose wait ran out while another was tried is due at once.
        if (attempts.Count > 0 && at < attempts[^1].At)
            at = attempts[^1].At.ToUniversalTime();
        return new DeliveryStep.Send(channel, mayDisturb || QuietHours is null ? at : QuietHours.NextAllowed(at));
    }

    /// <summary>
    /// Where no channel is left that has not failed often, an outage of all is more likely than an end of each: those that did not refuse
    /// are tried on in turn, as their waits run out.
    /// </summary>
    private string? FirstOfThoseThatMayPass(string key, DateTimeOffset due, IReadOnlyList<Attempt> attempts) =>
        attempts[^1].At - attempts[0].At >= Patience
            ? null
            : Escalation.Channels.Select(channel => (Channel: channel, Tries: Escalation.Of(attempts, channel)))
                .Where(one => !one.Tries.Any(attempt => attempt.Verdict is Verdict.Refused))
                .OrderBy(one => Earliest(key, due, attempts, one.Tries)).FirstOrDefault().Channel;

    // The first try through a channel does not wait for the failures of another.
    private DateTimeOffset Earliest(string key, DateTimeOffset due, IReadOnlyList<Attempt> all, IReadOnlyList<Attempt> ofChannel)
    {
        if (ofChannel.Count == 0)
            return (all.Count == 0 ? due : all[^1].At).ToUniversalTime();
        var asked = (ofChannel[^1].Verdict as Verdict.RetryLater)?.After;
        return ofChannel[^1].At.ToUniversalTime() + Backoff.After(key, ofChannel.Count, asked);
    }

    private static string Reason(IReadOnlyList<Attempt> attempts) => attempts[^1].Verdict switch
    {
        Verdict.RetryLater later => later.Reason,
        Verdict.Refused refused => refused.Reason,
        _ => "",
    };
}
