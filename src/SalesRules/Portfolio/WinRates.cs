namespace SalesRules.Portfolio;

/// <summary>Win rates of the deals that closed within twelve months (B 1.5 "win rate by segment and rep"; P "40 % enterprise, 20 % SMB").</summary>
/// <param name="Segments">Those that have closed deals, by name; deals without a segment come first.</param>
/// <param name="All">Of every segment: it has no target.</param>
public sealed record WinRates(IReadOnlyList<WinRate> Segments, WinRate All)
{
    /// <summary>Gathers the closed deals.</summary>
    internal sealed class Builder(PortfolioScope scope)
    {
        // "" stands for no segment.
        private readonly SortedDictionary<string, (Money Won, Money Lost)> segments = new(StringComparer.Ordinal);

        public void Add(PortfolioDeal deal)
        {
            if (deal.Status is not (DealStatus.Won or DealStatus.Lost) || !scope.IsRecent(deal.Record.CloseDate))
                return;
            var (won, lost) = segments.GetValueOrDefault(deal.Segment ?? "");
            segments[deal.Segment ?? ""] = deal.IsWon ? (deal.AddedTo(won), lost) : (won, deal.AddedTo(lost));
        }

        public WinRates Build() => new(
            [.. segments.Select(segment => new WinRate(
                segment.Key.Length == 0 ? null : segment.Key, segment.Value.Won, segment.Value.Lost, scope.Settings.WinRateTargets.TryGetValue(segment.Key, out var target) ? target : null))],
            segments.Values.Aggregate(new WinRate(null, default, default, null), (sum, one) => sum with { Won = sum.Won + one.Won, Lost = sum.Lost + one.Lost }));
    }
}

/// <summary>The closed deals of one segment.</summary>
/// <param name="Segment">Null: deals without a segment, or all of them.</param>
/// <param name="TargetPercent">Null: the policy has no target for it.</param>
public sealed record WinRate(string? Segment, Money Won, Money Lost, decimal? TargetPercent)
{
    /// <summary>Won deals of won and lost ones.</summary>
    public Rate Rate => new(Won.Deals, Won.Deals + Lost.Deals);

    /// <summary>Below its target; null without a target or a closed deal.</summary>
    public bool? IsBelowTarget => Rate.Share * 100 < TargetPercent is var below && Rate.Share is not null && TargetPercent is not null ? below : null;
}
