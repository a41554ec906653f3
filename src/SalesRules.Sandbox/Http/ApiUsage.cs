namespace SalesRules.Sandbox.Http;

/// <summary>Counts the calls of the last 24 hours, by the hour, against the org's allowance.</summary>
internal sealed class ApiUsage(TimeProvider clock, int allowed)
{
    private const int Hours = 24;
    private readonly Lock gate = new();
    private readonly (long Hour, int Calls)[] buckets = new (long, int)[Hours];

    public int Allowed => allowed;

    /// <summary>Calls that count as used although nobody made them here: those of the org's other integrations.</summary>
    public int UsedByOthers { get; set; }

    /// <summary>Calls served within the last 24 hours.</summary>
    public int Used
    {
        get
        {
            lock (gate)
                return UsedIn(ThisHour());
        }
    }

    /// <summary>Counts a call, unless the allowance is used up; returns the calls used, this one included.</summary>
    public bool TryCount(out int used)
    {
        lock (gate)
        {
            var hour = ThisHour();
            used = UsedIn(hour);
            if (used >= allowed)
                return false;
            ref var bucket = ref buckets[hour % Hours];
            bucket = bucket.Hour == hour ? (hour, bucket.Calls + 1) : (hour, 1);
            used++;
            return true;
        }
    }

    /// <summary>Lets others use up what is more than this many calls.</summary>
    public void Leave(int calls)
    {
        lock (gate)
            UsedByOthers += Math.Max(0, allowed - UsedIn(ThisHour()) - calls);
    }

    private long ThisHour() => clock.GetUtcNow().ToUnixTimeSeconds() / 3600;

    private int UsedIn(long hour) => UsedByOthers + buckets.Where(bucket => bucket.Hour > hour - Hours).Sum(bucket => bucket.Calls);
}
