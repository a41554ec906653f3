using SalesRules.Journal.Database;

namespace SalesRules.Journal.Messages;

/// <summary>A row of messages.</summary>
internal sealed record MessageRow
{
    public string OrgId { get; init; } = "";

    public string MessageKey { get; init; } = "";

    public string Recipient { get; init; } = "";

    public string Content { get; init; } = "";

    public string MadeAt { get; init; } = "";

    public string State { get; init; } = "";

    public string NextAt { get; init; } = "";

    public string? ClaimedUntil { get; init; }

    public string? ClaimedBy { get; init; }

    public string Attempts { get; init; } = "";

    public string? EndedAt { get; init; }

    public bool TellsAlerts { get; init; }

    /// <summary>Where it was looked for by an alert that it tells.</summary>
    public string? AlertKey { get; init; }

    public OutgoingMessage ToMessage() => new(
        OrgId, MessageKey, Recipient, Content, Stored.Instant(MadeAt), Stored.Value<MessageState>(State), Stored.Instant(NextAt), ClaimedBy,
        Stored.InstantOrNull(ClaimedUntil), MessageAttempt.Read(Attempts), Stored.InstantOrNull(EndedAt))
    { TellsAlerts = TellsAlerts || AlertKey is not null };
}
