namespace SalesRules.Alerts;

/// <summary>What an alert says before its reasons.</summary>
public sealed record AlertText(string Title, string Sentence);
