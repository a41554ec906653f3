using SalesRules.Snapshots;

namespace SalesRules.Policies;

/// <summary>
/// How much a single run may correct of what people own before a person has to approve it: a mistyped threshold moves half a
/// pipeline, evidence does not (design 3.4, promise 5). Fields that the service owns do not count.
/// </summary>
public sealed record ChangeBudget
{
    /// <summary>Corrected deals in per cent of the open ones; null: no limit.</summary>
    public decimal? OpenDeals { get; init; } = 25;

    /// <summary>Money that leaves a category in per cent of the open money in it; null: no limit.</summary>
    public decimal? MoneyMoved { get; init; } = 50;

    /// <summary>Corrected deals of one owner; null: no limit.</summary>
    public int? DealsPerOwner { get; init; } = 50;

    /// <summary>Leads that a run may give an owner; null: no limit.</summary>
    public int? Leads { get; init; } = 500;

    /// <summary>A run that corrects at most this many deals is within the shares, however few are open, and needs no canary.</summary>
    public int SmallRun { get; init; } = 10;

    /// <summary>This share of the planned records, in per cent, goes out first; null: none by share.</summary>
    public decimal? CanaryPercent { get; init; }

    /// <summary>The deals of these users and of those whom they manage go out first; empty: none by team.</summary>
    public IReadOnlyList<SalesforceId> CanaryTeam { get; init; } = [];

    /// <summary>Whether anything goes first.</summary>
    public bool HasCanary => CanaryPercent > 0 || CanaryTeam.Count > 0;
}
