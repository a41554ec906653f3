using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Saving;

/// <summary>
/// One transaction: everything in it carries the same whole-second stamp and happens together. A record that fails leaves no
/// trace of itself; whether the others stand is the caller's choice (<see cref="Savepoint"/>).
/// </summary>
public sealed partial class OrgTransaction
{
    internal OrgTransaction(Org org, string userId, DateTimeOffset stamp)
    {
        Org = org;
        UserId = userId;
        Stamp = stamp;
    }

    public Org Org { get; }
    public OrgStore Store => Org.Store;

    /// <summary>The user who saves: creator, modifier and default owner.</summary>
    public string UserId { get; }

    /// <summary>The second at which the transaction started.</summary>
    public DateTimeOffset Stamp { get; }

    public DateOnly Today => DateOnly.FromDateTime(Stamp.UtcDateTime);
}
