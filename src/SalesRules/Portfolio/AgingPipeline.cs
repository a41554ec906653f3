namespace SalesRules.Portfolio;

/// <summary>Open deals beside how long stays in their stage usually last (B 12.2 "flag deals exceeding the 75th percentile").</summary>
/// <param name="Stages">By stage in the policy's order, then segment.</param>
public sealed record AgingPipeline(IReadOnlyList<AgingStage> Stages)
{
    /// <summary>Gathers the open deals.</summary>
    internal sealed class Builder(PortfolioScope scope)
    {
        private readonly Dictionary<(string Stage, string? Segment), (DayCounts Days, int Unknown)> open = [];

        public void Add(PortfolioDeal deal)
        {
            if (!deal.IsOpen || deal.Stage is not { IsClosed: false } stage)
                return;
            if (!open.TryGetValue((stage.Name, deal.Segment), out var counts))
                counts = (new DayCounts(), 0);
            if (deal.DaysInStage(scope) is { } days)
                counts.Days.Add(days);
            else
                counts.Unknown++;
            open[(stage.Name, deal.Segment)] = counts;
        }

        public AgingPipeline Build(StageAging aging) => new(
        [
            .. from stage in scope.Policy.Stages.All
               from pair in open
               where pair.Key.Stage == stage.Name
               orderby pair.Key.Segment
               let usual = aging.Find(stage.Name, pair.Key.Segment)
               let days = pair.Value.Days
               select new AgingStage(
                   stage.Name,
                   pair.Key.Segment,
                   usual,
                   days.Count,
                   pair.Value.Unknown,
                   days.Median,
                   usual is null ? null : days.Above(usual.Percentile75Days),
                   usual is null ? null : days.Above(Math.Max(usual.Percentile75Days, 3 * usual.MedianDays))),
        ]);
    }
}

/// <summary>The open deals of one stage and segment.</summary>
/// <param name="Segment">Null: deals without a segment.</param>
/// <param name="Usual">How long completed stays lasted; null of too few.</param>
/// <param name="Open">Open deals whose days in the stage are known.</param>
/// <param name="OpenUnknown">Those whose are not.</param>
/// <param name="MedianDays">Their days in the stage so far; null when none is known.</param>
/// <param name="Aging">Those beyond the 75th percentile; null where that is not known.</param>
/// <param name="Stuck">Of them, those beyond three times the median.</param>
public sealed record AgingStage(string StageName, string? Segment, StageAge? Usual, int Open, int OpenUnknown, decimal? MedianDays, int? Aging, int? Stuck);
