using SalesRules.Decisions;
using SalesRules.Host.Portfolio;
using SalesRules.Policies;

namespace SalesRules.Host.Digests.Documents;

/// <summary>One deal as a digest shows it. What is null is not known, and every form says so.</summary>
/// <param name="Link">Its record page.</param>
internal sealed record DealLine(string Id, Uri Link, string Name)
{
    public string? Account { get; init; }

    public string? Owner { get; init; }

    public required Cell Amount { get; init; }

    public string? Stage { get; init; }

    public string? Forecast { get; init; }

    public DateOnly? Closes { get; init; }

    public required RiskLevel Risk { get; init; }

    public required MiqlScores Scores { get; init; }

    /// <summary>By which its pillars are called.</summary>
    public required Motion Motion { get; init; }

    /// <summary>The MEDDPICC letters that are not filled; null: the organisation has the fields of none.</summary>
    public IReadOnlyList<string>? Gaps { get; init; }

    /// <summary>The heaviest findings, as sentences with their rules.</summary>
    public IReadOnlyList<(string Rule, string Sentence)> Why { get; init; } = [];

    /// <summary>The smallest fix, a change each: "Leadership to 2".</summary>
    public IReadOnlyList<string> Fix { get; init; } = [];

    public string? NextStep { get; init; }

    /// <summary>What this list alone says of it.</summary>
    public IReadOnlyList<DealFact> Facts { get; init; } = [];

    /// <summary>Its score history; null: nobody has watched it.</summary>
    public ScoreTrend? Trend { get; init; }
}

/// <param name="Key">For programs.</param>
internal sealed record DealFact(string Key, string Label, string Value);
