using SalesRules.Decisions;

namespace SalesRules.Portfolio;

/// <summary>All figures of a portfolio.</summary>
/// <param name="Whole">Of all deals.</param>
/// <param name="By">What <see cref="Slices"/> are cut by; null: there are none.</param>
/// <param name="Probabilities">Of the whole org, whatever the slicing: a rep has no probabilities of their own.</param>
/// <param name="Findings">What should be looked into, by owner and by team.</param>
public sealed record PortfolioReport(
    PortfolioScope Scope,
    PortfolioSlice Whole,
    Slicing? By,
    IReadOnlyList<PortfolioSlice> Slices,
    StageProbabilities Probabilities,
    StageAging StageAging,
    IReadOnlyList<PortfolioFinding> Findings)
{
    /// <summary>The whole first, then its parts.</summary>
    public IEnumerable<PortfolioSlice> AllSlices => Slices.Prepend(Whole);
}

/// <summary>A finding about an owner or a team: no deal has it.</summary>
/// <param name="Rule">Rule id of the catalogue.</param>
/// <param name="Of">Owner or team.</param>
/// <param name="Key">The user's id.</param>
/// <param name="Value">What was seen.</param>
/// <param name="Needs">What it should be.</param>
/// <param name="Message">One sentence.</param>
public sealed record PortfolioFinding(string Rule, Severity Severity, Slicing Of, string Key, string Name, decimal Value, decimal Needs, string Message);
