using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Portfolio;

/// <summary>What the figures look at: the policy, the business day and the periods that follow from it. Windows include both ends.</summary>
/// <param name="Since">The day of the last review, from which movement is told.</param>
/// <param name="IntegrationUser">Whose changes are ours and no person's; null: not known.</param>
public sealed record PortfolioScope(Policy Policy, DateOnly Today, DateOnly Since, SalesforceId? IntegrationUser = null)
{
    /// <summary>Rates, and how long stays last, are taken from so many months.</summary>
    internal const int WindowMonths = 12;

    /// <summary>The quarter that is forecast.</summary>
    public FiscalQuarter Quarter { get; } = FiscalQuarter.Of(Policy.Fiscal, Today);

    /// <summary>The last whole quarter: what was forecast of it can be compared with what came.</summary>
    public FiscalQuarter LastQuarter { get; } = FiscalQuarter.Of(Policy.Fiscal, Policy.Fiscal.QuarterStart(Today).AddDays(-1));

    /// <summary>The first day of the twelve months up to today from which rates are taken.</summary>
    public DateOnly WindowStart { get; } = Today.AddMonths(-WindowMonths);

    /// <summary>The first day of the month: probabilities are those of this day and stand for the whole month.</summary>
    public DateOnly MonthStart { get; } = new(Today.Year, Today.Month, 1);

    /// <summary>A review a week ago, unless the caller knows better.</summary>
    public static DateOnly UsualReview(DateOnly today) => today.AddDays(-7);

    public PortfolioPolicy Settings => Policy.Portfolio;

    /// <summary>Whether it lies within the twelve months up to today.</summary>
    public bool IsRecent(DateOnly? day) => day >= WindowStart && day <= Today;
}
