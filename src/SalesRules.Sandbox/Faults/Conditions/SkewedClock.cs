namespace SalesRules.Sandbox.Faults.Conditions;

/// <summary>The org's clock: the real one, off by what a fault says.</summary>
internal sealed class SkewedClock(TimeProvider inner) : TimeProvider
{
    private long skewTicks;

    /// <summary>How far the org is ahead; negative when it is behind.</summary>
    public TimeSpan Skew
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref skewTicks));
        set => Interlocked.Exchange(ref skewTicks, value.Ticks);
    }

    public override TimeZoneInfo LocalTimeZone => inner.LocalTimeZone;
    public override long TimestampFrequency => inner.TimestampFrequency;

    /// <summary>The time without the skew.</summary>
    public DateTimeOffset TrueNow => inner.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + Skew;

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        inner.CreateTimer(callback, state, dueTime, period);
}
