namespace SalesRules.Sandbox.Tests.Faults;

/// <summary>A clock whose timers go off when a test says so.</summary>
internal sealed class ManualTimers(DateTimeOffset now) : TimeProvider
{
    private readonly TaskCompletionSource<TimeSpan> created = new();
    private Action fire = () => { };

    public Task<TimeSpan> NextTimer => created.Task;

    public override DateTimeOffset GetUtcNow() => now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == Timeout.InfiniteTimeSpan)
            return base.CreateTimer(callback, state, dueTime, period);
        fire = () => callback(state);
        created.TrySetResult(dueTime);
        return base.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, period);
    }

    public void Fire() => fire();
}
