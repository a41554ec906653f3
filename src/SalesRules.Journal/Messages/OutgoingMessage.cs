namespace SalesRules.Journal.Messages;

/// <summary>A message of the outbox, as it stands.</summary>
/// <param name="NextAt">When the next try may be made, while it waits.</param>
/// <param name="Claim">Who may send it until <paramref name="ClaimedUntil"/>; null: nobody does.</param>
/// <param name="Attempts">Every try that was made, in order.</param>
/// <param name="EndedAt">When it was delivered or given up; null: neither.</param>
public sealed record OutgoingMessage(
    string OrgId,
    string Key,
    string Recipient,
    string Content,
    DateTimeOffset MadeAt,
    MessageState State,
    DateTimeOffset NextAt,
    string? Claim,
    DateTimeOffset? ClaimedUntil,
    IReadOnlyList<MessageAttempt> Attempts,
    DateTimeOffset? EndedAt)
{
    /// <summary>Whether it tells alerts; others, such as pre-reads, stand for themselves. Known where messages are listed.</summary>
    public bool TellsAlerts { get; init; }
}
