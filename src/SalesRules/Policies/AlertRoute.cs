using SalesRules.Alerts;
using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Policies;

/// <summary>Which alerts go to whom. Everything that it asks for has to hold; a list that is empty asks for nothing.</summary>
/// <param name="To"><see cref="Owner"/>, <see cref="Manager"/>, or the name of a recipient in the settings.</param>
public sealed record AlertRoute(IReadOnlyList<AlertKind> On, IReadOnlyList<string> To)
{
    /// <summary>The deal's owner.</summary>
    public const string Owner = "owner";

    /// <summary>The manager of the deal's owner.</summary>
    public const string Manager = "manager";

    public IReadOnlyList<Motion> Motions { get; init; } = [];

    public IReadOnlyList<string> Segments { get; init; } = [];

    /// <summary>Users: their own deals, and those of everybody below them.</summary>
    public IReadOnlyList<SalesforceId> Teams { get; init; } = [];

    /// <summary>Deals of that amount or more; null: whatever the amount, and without one.</summary>
    public decimal? AmountFrom { get; init; }

    /// <summary>How much at risk the deal is.</summary>
    public IReadOnlyList<RiskLevel> Risk { get; init; } = [];

    /// <summary>Whether it asks for something of the deal: then it is for no alert about the org.</summary>
    public bool AsksOfDeal => Motions.Count > 0 || Segments.Count > 0 || Teams.Count > 0 || AmountFrom is not null || Risk.Count > 0;
}
