namespace SalesRules.Policies;

/// <summary>The settings of catalogue section 11. Changes are in per cent against the week or period before.</summary>
public sealed record RetentionPolicy
{
    /// <summary>Usage that fell by so many per cent or more in each of two weeks is high where a milestone is overdue too (B 11.1).</summary>
    public int BigDropPercent { get; init; } = 40;

    /// <summary>Usage that fell by so many per cent or more in each of two weeks is medium.</summary>
    public int DropPercent { get; init; } = 20;

    /// <summary>A milestone of time to value is overdue from so many days after its date.</summary>
    public int MilestoneOverdueDays { get; init; } = 14;

    /// <summary>Tickets that rose by so many per cent or more are medium while answers get slower.</summary>
    public int TicketsPercent { get; init; } = 50;

    /// <summary>A period met the agreed outcome from so many per cent of its target on (B 11.2).</summary>
    public int OnTargetPercent { get; init; } = 90;
}
