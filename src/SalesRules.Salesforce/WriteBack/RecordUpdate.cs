using SalesRules.Snapshots;

namespace SalesRules.Salesforce.WriteBack;

/// <summary>New values for one record. Null clears a field; a field that is not named keeps its value.</summary>
/// <param name="Id">The record.</param>
/// <param name="Values">Values by the org's API name.</param>
public sealed record RecordUpdate(SalesforceId Id, IReadOnlyDictionary<string, FieldValue> Values);
