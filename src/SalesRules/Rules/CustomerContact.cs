using SalesRules.Snapshots;

namespace SalesRules.Rules;

/// <summary>A person at the customer who has a role in the deal.</summary>
/// <param name="AccountId">Where the person works now; null: unknown.</param>
/// <param name="LastActivityOn">The last day of any activity with the person; null: there was none.</param>
public sealed record CustomerContact(SalesforceId Id, SalesforceId? AccountId, DateOnly? LastActivityOn);

/// <summary>What people have done about a deal and will do; what the service did itself is none of it.</summary>
/// <param name="LastOn">The day of the last activity; null: there was none.</param>
/// <param name="NextMeetingOn">The day of the next meeting that is planned; null: none is.</param>
public sealed record DealActivity(DateOnly? LastOn, DateOnly? NextMeetingOn);
