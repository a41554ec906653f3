using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules;

/// <summary>The sale that a renewal renews.</summary>
/// <param name="Quantify">Its Quantify at close; null: it was not scored.</param>
/// <param name="ClosedOn">Null: unknown.</param>
public sealed record OriginalSale(SalesforceId Id, int? Quantify, DateOnly? ClosedOn)
{
    /// <summary>Its scores at close.</summary>
    public MiqlScores Scores { get; init; } = new(null, null, null, Quantify, null);

    /// <summary>Whether its scores are where the renewal begins: it was won, as new business or an expansion.</summary>
    public bool HandsOver { get; init; }
}
