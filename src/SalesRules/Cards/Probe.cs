using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Cards;

/// <summary>The deal with one thing changed by one step: a field, or the day.</summary>
/// <param name="Words">What is changed, for a person: "MIQL_Leadership__c = 2", "in 3 days".</param>
/// <param name="Field">The org's name of the changed field; null: only the day is another.</param>
/// <param name="To">The value it would have; a text that is filled in stands for any.</param>
/// <param name="Days">How many days later it is.</param>
/// <param name="IsStandIn">Whether <paramref name="To"/> stands for whatever a person would fill in.</param>
public sealed record Probe(string Words, string? Field, FieldValue To, int Days, bool IsStandIn, Opportunity Opportunity, DealContext Context);
