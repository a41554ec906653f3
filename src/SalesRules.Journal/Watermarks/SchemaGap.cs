namespace SalesRules.Journal.Watermarks;

/// <summary>Parts of the org's schema that were lost while records were decided: once one is back, they are decided again.</summary>
/// <param name="Parts">Stable names of what was lost.</param>
/// <param name="Since">No record that was decided without them changed before that, but open ones.</param>
public sealed record SchemaGap(IReadOnlyList<string> Parts, DateTimeOffset Since);
