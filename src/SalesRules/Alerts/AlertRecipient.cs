using SalesRules.Snapshots;

namespace SalesRules.Alerts;

/// <summary>Whom an alert goes to.</summary>
/// <param name="Role">The policy's word: owner, manager, or the name of a recipient in the settings.</param>
/// <param name="User">The person of the deal; null for a recipient of the settings.</param>
public sealed record AlertRecipient(string Role, SalesforceId? User);
