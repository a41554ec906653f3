using SalesRules.Decisions;

namespace SalesRules.Alerts;

/// <summary>One transition that somebody should hear of, with what there is to say of it. Whom it goes to, and in which words, is the policy's.</summary>
public sealed record Alert
{
    /// <summary>
    /// Names the transition: the same one has the same key however often it is found, and another one of the same deal a different key.
    /// 1 to 150 visible ASCII characters, no space.
    /// </summary>
    public required string Key { get; init; }

    public required AlertKind Kind { get; init; }

    /// <summary>The business date on which it was found.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Null: it is about the org, not about one deal.</summary>
    public AlertDeal? Deal { get; init; }

    /// <summary>How much at risk the deal is now; for other alerts <see cref="RiskLevel.None"/>.</summary>
    public RiskLevel Risk { get; init; }

    /// <summary>Why, in the words of the findings: whole sentences, the heaviest first. Never empty.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>The rules behind it, in the order of the reasons; empty where no rule is. What feedback is about.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>What would clear it with the least change, as a sentence for its owner; null: nobody can say.</summary>
    public string? SmallestFix { get; init; }
}
