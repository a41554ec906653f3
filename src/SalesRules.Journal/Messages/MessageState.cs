namespace SalesRules.Journal.Messages;

/// <summary>What became of a message for one recipient.</summary>
public enum MessageState
{
    /// <summary>It is to be sent, now or later.</summary>
    Waiting,

    /// <summary>A channel has confirmed that it took it.</summary>
    Delivered,

    /// <summary>Every channel of the recipient is given up: an operator must act.</summary>
    GivenUp,
}
