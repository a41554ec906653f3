namespace SalesRules.Notifications.Deliveries;

/// <summary>What to do next for a message to a recipient.</summary>
public abstract record DeliveryStep
{
    private DeliveryStep()
    {
    }

    /// <summary>Nothing: it was delivered.</summary>
    public sealed record Done : DeliveryStep;

    /// <summary>Send it, at that instant or as soon after it as possible.</summary>
    /// <param name="At">In UTC; not before the recipient may be disturbed.</param>
    public sealed record Send(string Channel, DateTimeOffset At) : DeliveryStep;

    /// <summary>Tell an operator: every channel of the recipient refuses, or has failed for days.</summary>
    /// <param name="Reasons">The last one of each channel.</param>
    public sealed record GivenUp(IReadOnlyList<string> Reasons) : DeliveryStep;
}
