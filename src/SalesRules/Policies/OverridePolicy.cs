namespace SalesRules.Policies;

/// <summary>The settings of forecast holds, catalogue section 15.</summary>
public sealed record OverridePolicy
{
    /// <summary>A hold ends at most this many days after it was set.</summary>
    public int MaximumDays { get; init; } = 14;

    /// <summary>After so many corrections of a field that were set back each time, it is left alone.</summary>
    public int TugOfWarRounds { get; init; } = 3;

    /// <summary>Roles whose users may hold any deal's category, beside the owner's managers.</summary>
    public IReadOnlySet<string> Roles { get; init; } = new HashSet<string>();
}
