using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Plans;

/// <summary>
/// One row of MIQL_Score__c: the five scores of a deal as they stood once, who gave them when, and where the deal stood. The rows of a deal
/// are its score history in Salesforce; it moves with the deal (catalogue section 5).
/// </summary>
public sealed record ScoreRow
{
    /// <summary>The deal's id and the row's number, so that a row is written once whatever is retried, restarted or run twice.</summary>
    public required string Key { get; init; }

    public required MiqlScores Scores { get; init; }

    /// <summary>Of each pillar in their order; null: none.</summary>
    public IReadOnlyList<string?> Evidence { get; init; } = NoEvidence;

    public DateOnly? ScoredOn { get; init; }

    public SalesforceId? ScoredBy { get; init; }

    public string? Stage { get; init; }

    public string? Category { get; init; }

    /// <summary>The pillars that come from the sale which the deal renews, and that nobody has scored since.</summary>
    public PillarSet Inherited { get; init; } = PillarSet.Empty;

    /// <summary>What Source__c says: whether any of it is inherited.</summary>
    public bool IsInherited => Inherited.Count > 0;

    /// <summary>The row's number among its deal's; 0 for a row whose key is none of ours.</summary>
    public int Number => int.TryParse(Key.AsSpan(Key.LastIndexOf(Separator) + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Whether it tells the same scores, as much inherited as the other's.</summary>
    public bool TellsTheSameAs(ScoreRow other) => Scores == other.Scores && IsInherited == other.IsInherited;

    public static string KeyOf(SalesforceId deal, int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{deal}{Separator}{number}");

    private const char Separator = '/';

    private static readonly string?[] NoEvidence = [null, null, null, null, null];
}
