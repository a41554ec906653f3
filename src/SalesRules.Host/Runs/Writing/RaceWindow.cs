namespace SalesRules.Host.Runs.Writing;

/// <summary>
/// Measures what promise 3 cannot close: the time from before our last look at a batch until the reply to its write. An edit of the
/// same fields within it is overwritten, because Salesforce offers a condition for single records only.
/// </summary>
internal sealed class RaceWindow(RunClock clock)
{
    private long looked = clock.Timestamp;

    /// <summary>Null: nothing went out in a batch.</summary>
    public TimeSpan? Longest { get; private set; }

    /// <summary>We look at the records: what changed before is seen.</summary>
    public void Open() => looked = clock.Timestamp;

    /// <summary>The write has its reply: what changes from now on is the newer edit.</summary>
    public void Close()
    {
        var window = clock.Since(looked);
        if (!(Longest >= window))
            Longest = window;
    }
}
