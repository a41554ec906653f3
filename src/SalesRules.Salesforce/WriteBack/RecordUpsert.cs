using SalesRules.Snapshots;

namespace SalesRules.Salesforce.WriteBack;

/// <summary>Values for the record with this key, which is created if there is none.</summary>
/// <param name="Key">The value of the external id.</param>
/// <param name="Values">Values by the org's API name, without the external id.</param>
public sealed record RecordUpsert(string Key, IReadOnlyDictionary<string, FieldValue> Values);
