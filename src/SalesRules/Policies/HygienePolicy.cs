using System.Text.RegularExpressions;
using SalesRules.Snapshots;

namespace SalesRules.Policies;

/// <summary>The settings of catalogue section 8, but for the closing week.</summary>
public sealed record HygienePolicy
{
    private static readonly Dictionary<StageType, IReadOnlyList<string>> DefaultFields = new()
    {
        [StageType.Qualification] = ["AccountId", "Type", "CloseDate", "LeadSource"],
        [StageType.Discovery] = ["Amount"],
        [StageType.TechnicalValidation] = ["Segment__c"],
    };

    /// <summary>The minimum viable set: the fields that a deal has by a stage of the type.</summary>
    public IReadOnlyDictionary<StageType, IReadOnlyList<string>> MinimumFields
    {
        get;
        init => (field, Required) = (value, Found(value));
    } = DefaultFields;

    /// <summary>The same, with the fields found in the catalogue: every deal is asked for them.</summary>
    internal IReadOnlyList<RequiredFields> Required { get; private init; } = Found(DefaultFields);

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

    private static IReadOnlyList<RequiredFields> Found(IReadOnlyDictionary<StageType, IReadOnlyList<string>> sets) =>
        [.. sets.Select(set => new RequiredFields(set.Key, [.. set.Value.Select(OpportunityFields.Get)]))];
}
