using SalesRules.Policies;

namespace SalesRules.Portfolio;

/// <summary>What is to be booked, as far as the policy says so.</summary>
/// <param name="Quarter">In the quarter that is forecast; null: not known.</param>
/// <param name="ToDate">In the fiscal year's quarters up to and including that one.</param>
/// <param name="Year">In the whole fiscal year.</param>
/// <param name="WhyUnknown">Why the quarter's is not known; null when it is.</param>
public sealed record PeriodTarget(decimal? Quarter, decimal? ToDate, decimal? Year, string? WhyUnknown)
{
    /// <summary>The target of a quarter from the amounts of its year.</summary>
    /// <param name="whyUnknown">What to say where the amounts do not know the quarter.</param>
    public static PeriodTarget Of(QuarterAmounts amounts, FiscalQuarter quarter, string whyUnknown)
    {
        var toDate = Enumerable.Range(1, quarter.Number).Aggregate((decimal?)0, (sum, number) => sum + amounts.Of(number));
        return new PeriodTarget(amounts.Of(quarter.Number), toDate, amounts.Year, amounts.Of(quarter.Number) is null ? whyUnknown : null);
    }
}
