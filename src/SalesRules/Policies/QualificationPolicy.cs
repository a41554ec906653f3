namespace SalesRules.Policies;

/// <summary>The settings of catalogue section 9.</summary>
public sealed record QualificationPolicy
{
    /// <summary>Intent of so many points, of 9, is high.</summary>
    public int IntentHigh { get; init; } = 7;

    /// <summary>Intent of so many points is medium; below it is low.</summary>
    public int IntentMedium { get; init; } = 4;

    /// <summary>From so many points of readiness on, of 8, the plan is closed.</summary>
    public int Ready { get; init; } = 7;
}
