namespace SalesRules.EndToEnd.Tests;

/// <summary>The org's clock: goes on with the machine's, and jumps ahead where a test wants it to.</summary>
internal sealed class OrgClock : TimeProvider
{
    private long ahead;

    public void Advance(TimeSpan by) => Interlocked.Add(ref ahead, by.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref ahead));
}
