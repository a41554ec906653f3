namespace SalesRules.Journal.Answers;

/// <summary>What somebody thought of an alert.</summary>
/// <param name="AlertKey">The alert's.</param>
/// <param name="Recipient">Who was asked, by the name that the alert's message was sent to.</param>
/// <param name="Alert">The alert as JSON; null: the journal does not know it, as after a lost journal.</param>
public sealed record AlertAnswer(string AlertKey, string Recipient, bool IsUseful, DateTimeOffset AnsweredAt, string? Alert);
