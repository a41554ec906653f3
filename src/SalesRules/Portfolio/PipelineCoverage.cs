using SalesRules.Policies;

namespace SalesRules.Portfolio;

/// <summary>
/// Whether there is enough to win what is left of the target (P "3x quota"; B 1.2, 1.5): qualified open pipeline of the quarter,
/// unweighted, over the target less what is won. Not to be confused with <see cref="WeightedForecast.Cover"/>.
/// </summary>
/// <param name="Qualified">Open deals that close in the quarter, by the policy's qualified-from, not in Omitted.</param>
/// <param name="Won">Won in the quarter.</param>
/// <param name="Goal">How many times the pipeline should cover the rest.</param>
public sealed record PipelineCoverage(Money Qualified, Money Won, PeriodTarget Target, decimal Goal)
{
    /// <summary>What is left to win; 0 or less once the target is reached; null when the target or what was won is not known.</summary>
    public decimal? Remaining => Target.Quarter - Won.Amount;

    public bool IsTargetReached => Remaining <= 0;

    /// <summary>How many times; null when the target is reached or something is not known.</summary>
    public decimal? Coverage => Remaining > 0 ? Qualified.Amount / Remaining : null;

    /// <summary>Below the goal; false when coverage is not known.</summary>
    public bool IsLow => Coverage < Goal;

    /// <summary>Why <see cref="Coverage"/> is null.</summary>
    public string? WhyUnknown =>
        Coverage is not null ? null : IsTargetReached ? "the target is reached" : Target.WhyUnknown ?? Won.WhyUnknown ?? Qualified.WhyUnknown;

    /// <summary>Gathers the deals.</summary>
    internal sealed class Builder(PortfolioScope scope)
    {
        private Money qualified;
        private Money won;

        public void Add(PortfolioDeal deal)
        {
            if (!scope.Quarter.Contains(deal.Record.CloseDate))
                return;
            if (deal.IsWon)
                won = deal.AddedTo(won);
            else if (deal.IsOpen && IsQualified(deal, scope.Policy))
                qualified = deal.AddedTo(qualified);
        }

        public PipelineCoverage Build(PeriodTarget target) => new(qualified, won, target, scope.Settings.CoverageGoal);

        private static bool IsQualified(PortfolioDeal deal, Policy policy) =>
            deal.Stage is { IsClosed: false } stage
            && policy.Stages.IsBy(stage, policy.Portfolio.QualifiedFrom)
            && deal.Record.Category != Snapshots.ForecastCategory.Omitted;
    }
}
