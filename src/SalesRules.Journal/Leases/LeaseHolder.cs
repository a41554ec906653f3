using System.Globalization;
using SalesRules.Journal.Database;

namespace SalesRules.Journal.Leases;

/// <summary>The process that took a lease, for messages.</summary>
internal sealed record LeaseHolder(string Host, int ProcessId)
{
    public static LeaseHolder ThisProcess { get; } = new(Environment.MachineName, Environment.ProcessId);

    public string Since(string acquiredAt) => string.Create(
        CultureInfo.InvariantCulture, $"process {ProcessId} on {Host} at {Stored.Instant(acquiredAt):yyyy-MM-dd HH:mm:ss} UTC");
}
