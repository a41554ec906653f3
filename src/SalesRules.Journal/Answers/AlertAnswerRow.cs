using SalesRules.Journal.Database;

namespace SalesRules.Journal.Answers;

/// <summary>A row of alert_answers with its alert.</summary>
internal sealed record AlertAnswerRow
{
    public string AlertKey { get; init; } = "";

    public string Recipient { get; init; } = "";

    public bool IsUseful { get; init; }

    public string AnsweredAt { get; init; } = "";

    public string? Content { get; init; }

    public AlertAnswer ToAnswer() => new(AlertKey, Recipient, IsUseful, Stored.Instant(AnsweredAt), Content);
}
