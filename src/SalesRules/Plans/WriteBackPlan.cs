namespace SalesRules.Plans;

/// <summary>A plan as a file holds it: which org it was made for, by which policy, and every record that it would touch.</summary>
public sealed record WriteBackPlan
{
    /// <summary>The 18-character id of the org.</summary>
    public required string OrgId { get; init; }

    public required string PolicyHash { get; init; }

    /// <summary>The business date that it was decided for.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What the org lacked when the plan was made, a sentence each: the rules named there had no say in it.</summary>
    public IReadOnlyList<string> Drift { get; init; } = [];

    public required IReadOnlyList<PlannedRecord> Records { get; init; }

    public PlanTotals Totals()
    {
        var totals = new PlanTotals();
        foreach (var record in Records)
            totals.Add(record);
        return totals;
    }
}
