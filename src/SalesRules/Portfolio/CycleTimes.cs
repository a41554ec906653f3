namespace SalesRules.Portfolio;

/// <summary>How long sales take, from creation to close, of the deals won within twelve months (B 1.5; P: 90 days enterprise, 30 SMB).</summary>
/// <param name="Segments">Those that have won deals, by name; deals without a segment come first.</param>
public sealed record CycleTimes(IReadOnlyList<CycleTime> Segments)
{
    /// <summary>Gathers the won deals.</summary>
    internal sealed class Builder(PortfolioScope scope)
    {
        // "" stands for no segment.
        private readonly SortedDictionary<string, (DayCounts Days, int Implausible)> segments = new(StringComparer.Ordinal);

        public void Add(PortfolioDeal deal)
        {
            if (!deal.IsWon || !scope.IsRecent(deal.Record.CloseDate))
                return;
            if (!segments.TryGetValue(deal.Segment ?? "", out var counts))
                counts = (new DayCounts(), 0);
            if (deal.CreatedOn is { } created && created <= deal.Record.CloseDate)
                counts.Days.Add(deal.Record.CloseDate.Value.DayNumber - created.DayNumber);
            else
                counts.Implausible++;
            segments[deal.Segment ?? ""] = counts;
        }

        public CycleTimes Build() => new(
            [.. segments.Select(segment => new CycleTime(
                segment.Key.Length == 0 ? null : segment.Key,
                segment.Value.Days.Count,
                segment.Value.Days.Median,
                segment.Value.Implausible,
                scope.Settings.CycleTargets.TryGetValue(segment.Key, out var target) ? target : null))]);
    }
}

/// <summary>The cycle of one segment.</summary>
/// <param name="Segment">Null: deals without a segment.</param>
/// <param name="Deals">The won deals that it rests on.</param>
/// <param name="MedianDays">Null when there is none.</param>
/// <param name="Implausible">Won deals left out: created after they closed, or nobody knows when.</param>
/// <param name="TargetDays">Null: the policy has no target for it.</param>
public sealed record CycleTime(string? Segment, int Deals, decimal? MedianDays, int Implausible, int? TargetDays);
