namespace SalesRules.Host.Runs;

/// <summary>The time as runs use it: whole seconds, which is what Salesforce keeps, and a stopwatch.</summary>
internal sealed class RunClock(TimeProvider time)
{
    public DateTimeOffset Now
    {
        get
        {
            var now = time.GetUtcNow();
            return now.AddTicks(-(now.UtcTicks % TimeSpan.TicksPerSecond));
        }
    }

    public long Timestamp => time.GetTimestamp();

    public TimeSpan Since(long timestamp) => time.GetElapsedTime(timestamp);
}
