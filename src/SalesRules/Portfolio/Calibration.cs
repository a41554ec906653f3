namespace SalesRules.Portfolio;

/// <summary>
/// Whether probabilities mean what they say (B 1.5: "if deals marked 70 % close at 40 %, your forecasting model needs adjustment"):
/// of the deals that closed within twelve months, those that were marked with a probability while open, and the share that was won.
/// A deal counts once in each band that it stood in.
/// </summary>
/// <param name="Bands">Tens of per cent that have deals: 70 is 70 to below 80.</param>
/// <param name="WithoutHistory">Closed deals whose probabilities nobody kept.</param>
public sealed record Calibration(IReadOnlyList<CalibrationBand> Bands, int WithoutHistory)
{
    private const int BandWidth = 10;

    /// <summary>Gathers the closed deals.</summary>
    internal sealed class Builder(PortfolioScope scope)
    {
        private readonly SortedDictionary<int, (decimal Marked, Rate Won)> bands = [];
        private int withoutHistory;

        public void Add(PortfolioDeal deal)
        {
            if (deal.Status is not (DealStatus.Won or DealStatus.Lost) || !scope.IsRecent(deal.Record.CloseDate))
                return;
            if (deal.States is not { } states)
            {
                withoutHistory++;
                return;
            }

            var marked = states
                .Where(state => PortfolioDeal.StatusIn(state.StageName, scope.Policy.Stages) == DealStatus.Open)
                .Select(state => state.Probability).OfType<decimal>().Where(percent => percent is >= 0 and <= 100)
                .GroupBy(percent => (int)percent / BandWidth * BandWidth);
            foreach (var band in marked)
            {
                var sum = bands.GetValueOrDefault(band.Key);
                bands[band.Key] = (sum.Marked + band.Average(), sum.Won.Plus(deal.IsWon));
            }
        }

        public Calibration Build() => new(
            [.. bands.Select(band => new CalibrationBand(band.Key, band.Value.Marked / band.Value.Won.Of, band.Value.Won, scope.Settings.LeastDeals))], withoutHistory);
    }
}

/// <summary>The deals that were marked with a probability of one band.</summary>
/// <param name="FromPercent">Where the band of ten begins.</param>
/// <param name="MarkedPercent">The mean of what they were marked with.</param>
public sealed record CalibrationBand(int FromPercent, decimal MarkedPercent, Rate Won, int LeastDeals)
{
    /// <summary>Whether the mark lies outside what chance explains; null of too few deals.</summary>
    public bool? IsOff => Won.Of < LeastDeals ? null : !Won.Interval!.Value.Contains(MarkedPercent / 100);
}
