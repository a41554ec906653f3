namespace SalesRules.Notifications.Tests;

/// <summary>A clock that stands still until a test moves it. Timers run in real time.</summary>
internal sealed class FakeClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
