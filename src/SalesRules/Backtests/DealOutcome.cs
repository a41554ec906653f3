namespace SalesRules.Backtests;

/// <summary>What became of a deal.</summary>
public enum OutcomeKind
{
    /// <summary>Won by the end of the quarter in which it was to close.</summary>
    Won,

    /// <summary>Lost, whenever.</summary>
    Lost,

    /// <summary>Still open when the quarter ended in which it was to close, or won after it.</summary>
    Slipped,

    /// <summary>Still open, and that quarter has not ended: not known yet.</summary>
    Open,
}

/// <summary>A deal's outcome, and until when a warning of it came in time.</summary>
/// <param name="FirstSeenOn">The first day on which it was seen open.</param>
/// <param name="DueBy">The end of the fiscal quarter in which it was to close by then; null: it had no close date.</param>
/// <param name="WarnableUntil">The last day on which a warning counts: afterwards the outcome was there for all to see.</param>
public sealed record DealOutcome(string? Name, OutcomeKind Kind, DateOnly FirstSeenOn, DateOnly? DueBy, DateOnly WarnableUntil)
{
    public bool IsKnown => Kind != OutcomeKind.Open;

    /// <summary>Whether it ended as a warning says: lost or slipped.</summary>
    public bool IsBad => Kind is OutcomeKind.Lost or OutcomeKind.Slipped;
}
