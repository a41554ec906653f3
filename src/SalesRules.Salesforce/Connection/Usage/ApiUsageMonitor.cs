namespace SalesRules.Salesforce.Connection.Usage;

/// <summary>Keeps what the org last said about its daily allowance.</summary>
public sealed class ApiUsageMonitor
{
    private ApiUsage? current;

    /// <summary>Raised on the calling thread whenever a reply tells a new figure.</summary>
    public event Action<ApiUsage>? Changed;

    /// <summary>The last figure; null until a reply has told one.</summary>
    public ApiUsage? Current => Volatile.Read(ref current);

    internal void Observe(ApiUsage usage)
    {
        if (Interlocked.Exchange(ref current, usage) != usage)
            Changed?.Invoke(usage);
    }
}
