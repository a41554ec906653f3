using System.Globalization;
using SalesRules.Policies;
using SalesRules.Portfolio;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Portfolio;

/// <summary>Deals and settings for the tests of the figures: a Friday in the second quarter of 2026.</summary>
internal static class Portfolios
{
    public static readonly DateOnly Today = new(2026, 5, 15);

    public static PortfolioPolicy Settings { get; } = new() { Target = new QuarterAmounts(null, 750_000, null, null) };

    public static Opportunity Deal(int number, string stage = "Discovery", decimal? amount = null, string? close = "2026-06-15", string? category = null) => new()
    {
        Id = IdOf(number),
        OwnerId = ADeal.Owner,
        OwnerName = "Dana Fox",
        OwnerManagerId = ADeal.Manager,
        StageName = stage,
        Amount = amount,
        CloseDate = close is null ? null : Day(close),
        ForecastCategoryName = category,
        IsClosed = stage.StartsWith("Closed", StringComparison.Ordinal),
        IsWon = stage == "Closed Won",
    };

    public static SalesforceId IdOf(int number) => SalesforceId.Parse(string.Create(CultureInfo.InvariantCulture, $"006{number:D12}"));

    /// <summary>The deal with a history: each state is a day and what it changes of the state before.</summary>
    public static Opportunity With(this Opportunity deal, params IReadOnlyList<DealState> states) =>
        deal with { States = states, StageHistory = StageHistories.FromStates(states) };

    /// <summary>A state at noon of a day; a close date makes it a whole one.</summary>
    public static DealState State(string day, string stage, decimal? amount = null, decimal? probability = null, string close = "2026-06-15", ForecastCategory? category = null) =>
        new(ADeal.Noon(Day(day)), stage) { Amount = amount, Probability = probability, CloseDate = Day(close), Category = category, By = ADeal.Owner };

    public static PortfolioScope Scope(PortfolioPolicy? settings = null, string? since = null, DateOnly? today = null) => new(
        TestPolicy.Default with { Portfolio = settings ?? Settings },
        today ?? Today,
        since is null ? PortfolioScope.UsualReview(today ?? Today) : Day(since));

    public static PortfolioReport Of(IEnumerable<Opportunity> deals, PortfolioPolicy? settings = null, Slicing? by = null, string? since = null)
    {
        var builder = new PortfolioBuilder(Scope(settings, since), by);
        foreach (var deal in deals)
            builder.Add(deal);
        return builder.Build();
    }

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
