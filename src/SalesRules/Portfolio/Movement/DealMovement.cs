using SalesRules.Snapshots;

namespace SalesRules.Portfolio.Movement;

/// <summary>What happened to one deal in the period, step by step.</summary>
/// <param name="Moves">In the order of time.</param>
/// <param name="RoundTrips">What went away from a value and came back to it: between the two ends of the period nothing shows of them.</param>
public sealed record DealMovement(Opportunity Deal, IReadOnlyList<Move> Moves, IReadOnlyList<RoundTrip> RoundTrips)
{
    /// <summary>The most money that was in motion at once: what makes the deal worth a look.</summary>
    public decimal Stake => Moves.Max(move => Math.Abs(move.Amount));
}

/// <summary>One step of a deal.</summary>
/// <param name="Amount">What it adds to the open pipeline; for moves that change no money, the deal's amount.</param>
/// <param name="From">The value before; null: it had none.</param>
/// <param name="To">The value after.</param>
public sealed record Move(DateTimeOffset At, MovementKind Kind, decimal Amount, string? From, string? To);

/// <summary>The values that one field went through, the same one twice at least.</summary>
/// <param name="Field">API name.</param>
/// <param name="Values">In the order of time; "" is empty.</param>
public sealed record RoundTrip(string Field, IReadOnlyList<string> Values);
