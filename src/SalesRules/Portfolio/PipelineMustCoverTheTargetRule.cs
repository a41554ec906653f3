using SalesRules.Decisions;

namespace SalesRules.Portfolio;

/// <summary>
/// Every owner and every team has qualified pipeline for several times what is left of the quarter's target. Source: P "Maintain 3x pipeline
/// coverage"; B 1.5; catalogue section 12.
/// </summary>
public sealed class PipelineMustCoverTheTargetRule : IPortfolioRule
{
    public string Id => "portfolio.coverage-low";

    public string Condition => "the qualified open pipeline of the fiscal quarter is less than {portfolio.coverage-goal} times what is left of the quota; where that is known and not reached";

    public Severity Severity => Severity.Medium;

    public IReadOnlyList<string> Settings { get; } =
        ["portfolio.coverage-goal", "portfolio.qualified-from", "portfolio.quotas", "business.fiscal-year-starts-in"];

    /// <summary>One for each part whose coverage is known and below the goal.</summary>
    public IEnumerable<PortfolioFinding> Apply(Slicing slicing, IEnumerable<PortfolioSlice> slices) =>
        from slice in slices
        where slice.Key.Length > 0 && slice.Coverage.IsLow
        let coverage = slice.Coverage
        let message = FormattableString.Invariant(
            $"{slice.Name} has {coverage.Qualified.Amount:N0} of qualified pipeline ({coverage.Qualified.Deals:N0} deals) for {coverage.Remaining:N0} that is left of the quarter's target: {coverage.Coverage:0.0}x, the goal is {coverage.Goal:0.0}x.")
        select new PortfolioFinding(Id, Severity, slicing, slice.Key, slice.Name, coverage.Coverage!.Value, coverage.Goal, message);
}
