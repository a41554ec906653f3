using SalesRules.Decisions;

namespace SalesRules.Cards;

/// <summary>How far a number is from the one that is asked for.</summary>
/// <param name="Rule">The rule that asks.</param>
/// <param name="Missing">What is missing: needs minus value.</param>
public sealed record Margin(string Rule, string Field, decimal Value, decimal Needs, decimal Missing)
{
    /// <summary>Of every finding, each number seen beside the number needed, where the two differ: what lacks nothing has no margin.</summary>
    public static IReadOnlyList<Margin> Of(Decision decision) =>
    [
        .. from finding in decision.Findings
           from seen in finding.Evidence
           where seen.Value.AsNumber is not null && seen.Needs.AsNumber is not null && seen.Value != seen.Needs
           select new Margin(finding.Rule, seen.Field, seen.Value.AsNumber!.Value, seen.Needs.AsNumber!.Value, seen.Needs.AsNumber.Value - seen.Value.AsNumber.Value),
    ];
}
