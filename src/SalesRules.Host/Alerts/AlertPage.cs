using SalesRules.Alerts;
using SalesRules.Policies;

namespace SalesRules.Host.Alerts;

/// <summary>An alert that is to be told, with its words and links.</summary>
/// <param name="Record">The deal's page in Salesforce; null: it is about the org.</param>
/// <param name="RaisedAt">When it was found.</param>
/// <param name="Policy">Whose small words are used.</param>
internal sealed record AlertPage(Alert Alert, AlertText Text, Uri? Record, DateTimeOffset RaisedAt, AlertPolicy Policy);
