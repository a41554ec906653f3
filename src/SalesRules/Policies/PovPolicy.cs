using SalesRules.Snapshots;

namespace SalesRules.Policies;

/// <summary>The settings of the POV gate, catalogue section 3. The hard floors O = 2 and Q = 2 are not among them.</summary>
public sealed record PovPolicy
{
    /// <summary>The motions that pass through the gate.</summary>
    public IReadOnlySet<Motion> GatedMotions { get; init; } = new HashSet<Motion> { Motion.NewBusiness, Motion.Expansion };

    /// <summary>Where a deal goes back to when its history names no stage; null only when the policy maps no stage to pov.</summary>
    public string? ReturnStage { get; init; }

    /// <summary>Deals that entered pov before this day are flagged, never moved; null: the gate has always been in force.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>The longest POV, in days from start to end (P: 60).</summary>
    public int MaximumDays { get; init; } = 60;

    /// <summary>A deferral is stale after more than this many days without a new score.</summary>
    public int StaleDeferralDays { get; init; } = 14;

    /// <summary>How many POVs may run at once; null: no limit.</summary>
    public int? Capacity { get; init; }

    /// <summary>How many POVs one SE may run at once; null: no limit.</summary>
    public int? CapacityPerSe { get; init; }

    /// <summary>What to do about a pillar that falls short, in one sentence each.</summary>
    public required IReadOnlyDictionary<Pillar, string> Work { get; init; }

    /// <summary>What to do when the floors hold but the total is under 6.</summary>
    public required string TotalWork { get; init; }

    /// <summary>What to do when pillars are unscored.</summary>
    public required string ScoreWork { get; init; }
}
