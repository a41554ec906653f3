namespace SalesRules.Sandbox.Http;

/// <summary>What the org has served: an exact count, and the latest calls one by one.</summary>
public sealed class ApiCallLog
{
    private const int Kept = 10_000;
    private readonly Lock gate = new();
    private readonly Queue<ApiCall> latest = new();
    private long count;

    /// <summary>Data API calls since the start; a composite call counts once.</summary>
    public long Count => Interlocked.Read(ref count);

    /// <summary>The last ten thousand calls, the oldest first.</summary>
    public IReadOnlyList<ApiCall> Latest
    {
        get
        {
            lock (gate)
                return [.. latest];
        }
    }

    /// <summary>Forgets the latest calls, so that a test sees only its own; the count goes on.</summary>
    public void Clear()
    {
        lock (gate)
            latest.Clear();
    }

    internal void Add(ApiCall call)
    {
        lock (gate)
        {
            count++;
            latest.Enqueue(call);
            if (latest.Count > Kept)
                latest.Dequeue();
        }
    }
}
