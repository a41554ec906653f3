using SalesRules.Digests;
using SalesRules.Schemas;
using SalesRules.Snapshots;

namespace SalesRules.Host.Digests;

/// <summary>A digest of an org, and what could not be read for it.</summary>
/// <param name="Org">The org's id.</param>
/// <param name="InstanceUrl">Where its record pages live.</param>
/// <param name="Trends">The score history of the deals that it looks at closely.</param>
/// <param name="Problems">Records, and what stands beside them, that could not be read.</param>
internal sealed record DigestReading(
    Digest Digest, string Org, Uri InstanceUrl, IReadOnlyDictionary<SalesforceId, ScoreTrend> Trends, IReadOnlyList<string> Problems, IReadOnlyList<DriftNote> Drift)
{
    /// <summary>Whether something is missing, so that sums may be too small.</summary>
    public bool IsPartial => Problems.Count > 0 || Drift.Any(note => !note.IsWarning);
}
