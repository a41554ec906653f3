using SalesRules.Notifications.Messages;

namespace SalesRules.Notifications.Channels;

/// <summary>A way to reach people.</summary>
public interface IChannel
{
    /// <summary>Its key in the settings: <c>Channels:NAME</c>.</summary>
    string Name { get; }

    /// <summary>Whether its addresses are mail addresses, so that everybody can be reached whose mail address is known.</summary>
    bool TakesMailAddresses => false;

    /// <summary>
    /// One try to deliver, with no repeats within: when to try again, and where else, is <see cref="Deliveries.DeliveryPlan"/>'s. Where the
    /// outcome is unclear, such as a lost reply, the verdict is to try again: at least once, and the key tells the reader of a repeat.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller gave up. Nothing else is thrown for what goes wrong outside.</exception>
    Task<Verdict> SendAsync(Message message, Recipient recipient, CancellationToken cancellationToken);
}
