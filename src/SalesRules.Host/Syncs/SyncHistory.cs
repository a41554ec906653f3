using SalesRules.Salesforce.Connection.SignIn;

namespace SalesRules.Host.Syncs;

/// <summary>
/// What the syncs of this process came to, for the health page. The journal has every run that began; a sync that could not
/// even sign in stands only here.
/// </summary>
internal sealed class SyncHistory
{
    private volatile SyncOutcome? last;
    private volatile string? running;
    private volatile OrgIdentity? org;

    /// <summary>Told whenever a sync has ended.</summary>
    public event Action? SyncEnded;

    /// <summary>The org that was signed in to; null: no sign-in has succeeded yet.</summary>
    public OrgIdentity? Org => org;

    /// <summary>The last that ended; null: none has yet.</summary>
    public SyncOutcome? Last => last;

    /// <summary>The cause of the one that runs now; null: none does.</summary>
    public string? Running => running;

    public void SignedIn(OrgIdentity identity) => org = identity;

    public void Started(string cause) => running = cause;

    public void Ended(SyncOutcome outcome)
    {
        last = outcome;
        running = null;
        SyncEnded?.Invoke();
    }
}
