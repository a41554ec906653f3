using SalesRules.Journal.Runs;

namespace SalesRules.Journal.Messages;

/// <summary>An alert as the journal keeps it.</summary>
/// <param name="Run">The run that found it; null: it was found outside of one.</param>
/// <param name="Content">The alert as JSON.</param>
/// <param name="RoutedAt">When its messages were made; null: not yet.</param>
public sealed record RaisedAlert(string Key, RunId? Run, string Content, DateTimeOffset RaisedAt, DateTimeOffset? RoutedAt);
