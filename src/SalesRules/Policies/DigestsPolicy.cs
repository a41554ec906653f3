using SalesRules.Digests;

namespace SalesRules.Policies;

/// <summary>What digests show, in which words, and who gets them (catalogue section 14).</summary>
public sealed record DigestsPolicy
{
    /// <summary>How many top deals the pipeline pre-read names (P: 5).</summary>
    public int Top { get; init; } = 5;

    /// <summary>How many deals at risk it names.</summary>
    public int AtRisk { get; init; } = 10;

    /// <summary>How many slipping deals it names.</summary>
    public int Slipping { get; init; } = 10;

    /// <summary>How many deals every other list names.</summary>
    public int Listed { get; init; } = 10;

    /// <summary>How many open actions are named.</summary>
    public int Actions { get; init; } = 10;

    /// <summary>How many reasons are named with their money.</summary>
    public int Reasons { get; init; } = 8;

    /// <summary>An override that ends within so many days is due.</summary>
    public int OverrideDays { get; init; } = 7;

    /// <summary>The small words, by key.</summary>
    public IReadOnlyDictionary<string, DigestTemplate> Words { get; init; } =
        DigestWording.Words.ToDictionary(word => word.Key, word => DigestTemplate.Of(word.Value, DigestWording.WordNames.GetValueOrDefault(word.Key) ?? []), StringComparer.Ordinal);

    public IReadOnlyDictionary<DigestKind, DigestTexts> Texts { get; init; } = Enum.GetValues<DigestKind>().ToDictionary(kind => kind, DigestWording.Of);
}
