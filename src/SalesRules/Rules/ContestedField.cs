using SalesRules.Snapshots;

namespace SalesRules.Rules;

/// <summary>
/// A field that the service corrected and that was set back, again and again, while no score changed: a tug-of-war. It is left
/// alone until the evidence changes (design 3.4, promise 6).
/// </summary>
/// <param name="Field">The org's API name.</param>
/// <param name="To">What the service had corrected it to, each time.</param>
/// <param name="Rounds">How often.</param>
/// <param name="By">Who changed the deal last; null: unknown.</param>
public sealed record ContestedField(string Field, FieldValue To, int Rounds, SalesforceId? By);
