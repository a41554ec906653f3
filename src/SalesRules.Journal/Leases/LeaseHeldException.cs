namespace SalesRules.Journal.Leases;

/// <summary>Another run, here or on another node, may write for this org now. The message says whose, and until when.</summary>
public sealed class LeaseHeldException : JournalException
{
    public LeaseHeldException()
    {
    }

    public LeaseHeldException(string message)
        : base(message)
    {
    }

    public LeaseHeldException(string message, Exception? inner)
        : base(message, inner)
    {
    }

    /// <summary>When the lease runs out unless it is renewed, by the clock of leases. A later look that finds it moved knows that the holder lives.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>How long that is from when it was asked for.</summary>
    public TimeSpan Remaining { get; init; }
}
