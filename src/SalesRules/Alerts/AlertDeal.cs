using SalesRules.Snapshots;

namespace SalesRules.Alerts;

/// <summary>The deal of an alert, as far as people and routes need to know it, as it stood when the alert was raised.</summary>
/// <param name="Owner">Null: the record was read without one.</param>
/// <param name="Manager">The owner's manager; null: none, or unknown.</param>
/// <param name="Motion">As the policy names it, such as <c>renewal</c>.</param>
/// <param name="Segment">As the policy names it; null: unknown.</param>
/// <param name="Amount">In the currency of Amount; null: none.</param>
public sealed record AlertDeal(
    SalesforceId Id,
    string Name,
    SalesforceId? Owner,
    SalesforceId? Manager,
    string Motion,
    string? Segment,
    decimal? Amount,
    string? Stage,
    string? Category,
    DateOnly? CloseDate);
