using System.Text.RegularExpressions;

namespace SalesRules.Policies;

/// <summary>The settings of catalogue section 8, but for the closing week.</summary>
public sealed record HygienePolicy
{
    /// <summary>The minimum viable set: the fields that a deal has by a stage of the type.</summary>
    public IReadOnlyDictionary<StageType, IReadOnlyList<string>> MinimumFields { get; init; } = new Dictionary<StageType, IReadOnlyList<string>>
    {
        [StageType.Qualification] = ["AccountId", "Type", "CloseDate", "LeadSource"],
        [StageType.Discovery] = ["Amount"],
        [StageType.TechnicalValidation] = ["Segment__c"],
    };

    /// <summary>So many pushes are low.</summary>
    public int PushesLow { get; init; } = 2;

    /// <summary>So many pushes are medium.</summary>
    public int PushesMedium { get; init; } = 4;

    /// <summary>A deal in Commit has activity at least every so many days.</summary>
    public int ActivityDaysInCommit { get; init; } = 14;

    /// <summary>Any other deal has activity at least every so many days.</summary>
    public int ActivityDays { get; init; } = 30;

    /// <summary>Two amounts within so many per cent of the larger are the same to duplicate search.</summary>
    public decimal DuplicateAmountPercent { get; init; } = 10;

    /// <summary>Two names of at least this trigram similarity, 0 to 1, are the same to duplicate search.</summary>
    public decimal DuplicateSimilarity { get; init; } = 0.8m;

    /// <summary>What a deal's name looks like; null: names are not checked.</summary>
    public Regex? NamePattern { get; init; }

    /// <summary>The name pattern in words, for people.</summary>
    public string NameHint { get; init; } = "the naming convention";
}
