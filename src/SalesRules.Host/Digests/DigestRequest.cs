using SalesRules.Digests;
using SalesRules.Snapshots;

namespace SalesRules.Host.Digests;

/// <summary>Which digest, of what.</summary>
/// <param name="Team">Only deals of this user and of those whom they manage; null: everybody's.</param>
internal sealed record DigestRequest(DigestKind Kind, DateOnly Today, DateOnly Since, SalesforceId? Team = null);
