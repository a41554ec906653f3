namespace SalesRules.Journal.Messages;

/// <summary>How one try to send a message ended.</summary>
public enum AttemptOutcome
{
    Delivered,

    /// <summary>It failed, or nobody knows, in a way that may pass.</summary>
    RetryLater,

    /// <summary>A repeat would fail as well.</summary>
    Refused,

    /// <summary>No try: a person put the message back into the queue after it was given up. What was tried before counts no more.</summary>
    Requeued,
}
