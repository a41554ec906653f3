using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Backtests;

/// <summary>One way in which a policy warns of a deal: by a kind of decision, or by the finding of a rule.</summary>
/// <param name="Name">A kind's words, or a rule's id.</param>
/// <param name="IsRule">Whether it is a rule.</param>
public readonly record struct Warning(string Name, bool IsRule) : IComparable<Warning>
{
    /// <summary>Any of the next three.</summary>
    public static Warning Any { get; } = new("any", false);

    /// <summary>The decision lowers the forecast category.</summary>
    public static Warning Demoted { get; } = new("demoted", false);

    /// <summary>The POV gate defers the deal.</summary>
    public static Warning Gated { get; } = new("gated", false);

    /// <summary>The deal is at risk: high or medium.</summary>
    public static Warning Flagged { get; } = new("flagged", false);

    /// <summary>The kinds, in the order of reports.</summary>
    public static IReadOnlyList<Warning> Kinds { get; } = [Any, Demoted, Gated, Flagged];

    /// <summary>How a decision warns of an open deal; a closed one is not warned of.</summary>
    public static IEnumerable<Warning> Of(Opportunity opportunity, Decision decision)
    {
        if (!decision.IsOpen)
            yield break;
        var demoted = opportunity.Category is { } category && decision.Forecast.Proposed < category;
        var gated = decision.Pov is { Path: null };
        if (demoted || gated || decision.Risk.IsAtRisk)
            yield return Any;
        if (demoted)
            yield return Demoted;
        if (gated)
            yield return Gated;
        if (decision.Risk.IsAtRisk)
            yield return Flagged;
        foreach (var rule in decision.Findings.Select(finding => finding.Rule).Distinct())
            yield return new Warning(rule, true);
    }

    /// <summary>Kinds in their order, then rules by id.</summary>
    public int CompareTo(Warning other) => IsRule != other.IsRule
        ? IsRule.CompareTo(other.IsRule)
        : IsRule ? string.CompareOrdinal(Name, other.Name) : Place(this).CompareTo(Place(other));

    public static bool operator <(Warning left, Warning right) => left.CompareTo(right) < 0;

    public static bool operator >(Warning left, Warning right) => left.CompareTo(right) > 0;

    public static bool operator <=(Warning left, Warning right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Warning left, Warning right) => left.CompareTo(right) >= 0;

    private static int Place(Warning kind) => Kinds.Index().First(known => known.Item == kind).Index;
}
