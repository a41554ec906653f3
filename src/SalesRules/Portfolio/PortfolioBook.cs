using SalesRules.Policies;

namespace SalesRules.Portfolio;

/// <summary>The rules about a portfolio under one policy.</summary>
internal static class PortfolioBook
{
    /// <summary>Every one of the catalogue's, in its order.</summary>
    public static IReadOnlyList<IPortfolioRule> All { get; } = [new PipelineMustCoverTheTargetRule()];

    /// <summary>What those in force find, with the severities of the policy.</summary>
    public static IEnumerable<PortfolioFinding> Find(Policy policy, Slicing slicing, IReadOnlyCollection<PortfolioSlice> slices)
    {
        foreach (var rule in All)
        {
            if (policy.SeverityOf(rule.Id, rule.Severity) is not { } severity)
                continue;
            foreach (var finding in rule.Apply(slicing, slices))
                yield return finding with { Severity = severity };
        }
    }
}
