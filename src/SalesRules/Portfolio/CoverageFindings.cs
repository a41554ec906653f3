using SalesRules.Decisions;

namespace SalesRules.Portfolio;

/// <summary><c>portfolio.coverage-low</c> (catalogue section 12; P "Maintain 3x pipeline coverage"): per owner and per team.</summary>
internal static class CoverageFindings
{
    public const string RuleId = "portfolio.coverage-low";

    /// <summary>One for each part whose coverage is known and below the goal.</summary>
    public static IEnumerable<PortfolioFinding> Of(Slicing slicing, IEnumerable<PortfolioSlice> slices) =>
        from slice in slices
        where slice.Key.Length > 0 && slice.Coverage.IsLow
        let coverage = slice.Coverage
        let message = FormattableString.Invariant(
            $"{slice.Name} has {coverage.Qualified.Amount:N0} of qualified pipeline ({coverage.Qualified.Deals:N0} deals) for {coverage.Remaining:N0} that is left of the quarter's target: {coverage.Coverage:0.0}x, the goal is {coverage.Goal:0.0}x.")
        select new PortfolioFinding(RuleId, Severity.Medium, slicing, slice.Key, slice.Name, coverage.Coverage!.Value, coverage.Goal, message);
}
