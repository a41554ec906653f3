namespace SalesRules.Notifications.Channels;

/// <summary>What became of one try to deliver. Reasons are sentences for the person who must act; no secret stands in them.</summary>
public abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>The counterpart has confirmed that it took the message.</summary>
    public sealed record Delivered : Verdict;

    /// <summary>It failed, or its outcome is unclear, in a way that may pass.</summary>
    /// <param name="After">How long the counterpart asks us to wait; null: it did not say.</param>
    public sealed record RetryLater(TimeSpan? After, string Reason) : Verdict;

    /// <summary>A repeat would fail as well: somebody must change something first.</summary>
    public sealed record Refused(string Reason) : Verdict;
}
