namespace SalesRules.Journal.Messages;

/// <summary>A message that is to reach one recipient.</summary>
/// <param name="Key">The message's: with the recipient it says which message this is, however often it is queued.</param>
/// <param name="Recipient">Whom it is for, by a name that stays the same.</param>
/// <param name="Content">All that is needed to send it, as JSON: each try sends the same.</param>
public sealed record QueuedMessage(string Key, string Recipient, string Content);

/// <summary>A message that tells alerts.</summary>
/// <param name="Alerts">The keys of the alerts; at least one.</param>
public sealed record RoutedMessage(QueuedMessage Message, params IReadOnlyList<string> Alerts);
