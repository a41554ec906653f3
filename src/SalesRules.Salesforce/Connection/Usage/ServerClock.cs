namespace SalesRules.Salesforce.Connection.Usage;

/// <summary>
/// The server's time, learnt from the Date header of its replies. Reads of changes end by this clock: a local clock that
/// runs ahead would skip rows for good.
/// </summary>
public sealed class ServerClock(TimeProvider time)
{
    private long offsetTicks;

    /// <summary>The server's time now: never ahead of it, at most about two seconds behind. The local time until a reply was seen.</summary>
    public DateTimeOffset Now => time.GetUtcNow().AddTicks(Volatile.Read(ref offsetTicks));

    internal void Observe(DateTimeOffset serverDate) => Volatile.Write(ref offsetTicks, (serverDate - time.GetUtcNow()).Ticks);
}
