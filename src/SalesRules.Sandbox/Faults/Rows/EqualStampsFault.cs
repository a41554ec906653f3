using SalesRules.Sandbox.Faults.Scripts;

namespace SalesRules.Sandbox.Faults.Rows;

/// <summary>Every transaction within a span gets the stamp of its first one: SystemModstamp no longer tells saves apart.</summary>
public sealed record EqualStampsFault : RowFault
{
    /// <summary>How long saves share one stamp; required.</summary>
    public TimeSpan Span { get; init; }

    /// <summary>The stamp for a transaction that starts now.</summary>
    internal DateTimeOffset StampFor(ArmedFault armed, DateTimeOffset now)
    {
        if (armed.HeldStamp is not { } held || now >= held + Span || now < held)
            armed.HeldStamp = now;
        return armed.HeldStamp!.Value;
    }

    internal override void Check(FaultProblems problems)
    {
        base.Check(problems);
        if (Span <= TimeSpan.Zero)
            problems.Add(nameof(Span), "is required: how long saves share one stamp, such as 1m");
        if (Where.Ids.Count > 0 || Where.Share is not null)
            problems.Of(nameof(Where)).Add(nameof(Where.Ids), $"and share choose rows, and {Kind} gives its stamp to whole transactions");
    }
}
