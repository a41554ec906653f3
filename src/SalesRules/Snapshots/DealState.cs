namespace SalesRules.Snapshots;

/// <summary>A deal's state after one change: a row of OpportunityHistory, the first of which is its creation. Null means empty or not given.</summary>
/// <param name="At">When the change was made, UTC.</param>
/// <param name="StageName">The stage's name in the org.</param>
public sealed record DealState(DateTimeOffset At, string StageName)
{
    public decimal? Amount { get; init; }

    /// <summary>Per cent.</summary>
    public decimal? Probability { get; init; }

    public DateOnly? CloseDate { get; init; }

    public ForecastCategory? Category { get; init; }

    /// <summary>Who made the change.</summary>
    public SalesforceId? By { get; init; }
}
