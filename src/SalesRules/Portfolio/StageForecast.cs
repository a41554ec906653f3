namespace SalesRules.Portfolio;

/// <summary>
/// The stage-weighted forecast by month of close (B 12.2): each open deal counts with the probability of its stage, whatever its
/// category. Months that are over hold deals whose close date is past.
/// </summary>
/// <param name="Months">In their order; months without deals are left out.</param>
/// <param name="WithoutMonth">Open deals without a close date: in no month.</param>
public sealed record StageForecast(IReadOnlyList<MonthForecast> Months, Money WithoutMonth)
{
    /// <summary>Gathers the deals.</summary>
    internal sealed class Builder
    {
        private readonly SortedDictionary<DateOnly, Dictionary<string, Money>> months = [];
        private Money withoutMonth;

        public void Add(PortfolioDeal deal)
        {
            if (!deal.IsOpen)
                return;
            if (deal.Record.CloseDate is not { } close)
            {
                withoutMonth = deal.AddedTo(withoutMonth);
                return;
            }

            var month = new DateOnly(close.Year, close.Month, 1);
            if (!months.TryGetValue(month, out var stages))
                months[month] = stages = new Dictionary<string, Money>(StringComparer.Ordinal);
            var stage = deal.Stage?.Name ?? "";
            stages[stage] = deal.AddedTo(stages.GetValueOrDefault(stage));
        }

        public StageForecast Build(StageProbabilities probabilities) => new(
            [.. months.Select(month => Forecast(month.Key, month.Value, probabilities))], withoutMonth);

        private static MonthForecast Forecast(DateOnly month, Dictionary<string, Money> stages, StageProbabilities probabilities)
        {
            var known = stages.Where(stage => probabilities.Of(stage.Key) is not null).ToList();
            return new MonthForecast(
                month,
                known.Aggregate(new Money(), (sum, stage) => sum + stage.Value),
                known.Sum(stage => (stage.Value.Amount ?? 0) * probabilities.Of(stage.Key)!.Value),
                stages.Where(stage => probabilities.Of(stage.Key) is null).Aggregate(new Money(), (sum, stage) => sum + stage.Value));
        }
    }
}

/// <summary>The open deals that are to close in one month.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Money">Their amounts.</param>
/// <param name="KnownWeighted">The sum of the known amounts times the probabilities of their stages.</param>
/// <param name="WithoutProbability">Deals in a stage that has no probability: in neither sum.</param>
public sealed record MonthForecast(DateOnly Month, Money Money, decimal KnownWeighted, Money WithoutProbability)
{
    /// <summary>The weighted sum; null when no amount is known.</summary>
    public decimal? Weighted => Money.Amount is null ? null : KnownWeighted;
}
