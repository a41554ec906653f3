namespace SalesRules.EndToEnd.Tests.Histories;

/// <summary>
/// One clock for org and service that stands still unless a history moves it. What waits for a while, such as a repeat or a lock's
/// pause, goes on at once, that much later; limits of time are never reached.
/// </summary>
internal sealed class HistoryClock(DateTimeOffset start) : TimeProvider
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private long ticks = start.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);

    /// <summary>For the next history, whatever time it was.</summary>
    public void JumpTo(DateTimeOffset instant) => Interlocked.Exchange(ref ticks, instant.UtcTicks);

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Pause(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>A pause is over as soon as it begins; a limit never comes.</summary>
    private sealed class Pause(HistoryClock clock, Action goOn) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime < TimeSpan.Zero || dueTime > LongestPause)
                return true;
            clock.Advance(dueTime);
            ThreadPool.QueueUserWorkItem(_ => goOn());
            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
