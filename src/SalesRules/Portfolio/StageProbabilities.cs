using SalesRules.Policies;

namespace SalesRules.Portfolio;

/// <summary>
/// How likely a deal of each stage is (B 12.2): of the deals that entered the stage in the 90 days (a setting) before the first of the month,
/// the share that had reached commitment by then. The first of the month is what locks it: the value stands for the whole month and is
/// estimated anew with the next. Where too few entered, and from commitment on, the policy's probability counts. As in the source, a deal
/// that is still on its way counts as one that did not get there: <see cref="StageProbability.Undecided"/> says how many those are.
/// </summary>
/// <param name="Stages">The open stages that the policy maps, in its order.</param>
public sealed record StageProbabilities(IReadOnlyList<StageProbability> Stages)
{
    private readonly Dictionary<string, decimal?> applied = Stages.ToDictionary(stage => stage.StageName, stage => stage.Applied, StringComparer.Ordinal);

    /// <summary>What counts for a deal of the stage, 0 to 1; null for a stage that has no probability.</summary>
    /// <param name="stageName">As the policy writes it.</param>
    public decimal? Of(string stageName) => applied.GetValueOrDefault(stageName);

    /// <summary>Gathers the histories.</summary>
    internal sealed class Builder(PortfolioScope scope)
    {
        private readonly Dictionary<string, (Rate Reached, int Undecided)> stages = new(StringComparer.Ordinal);
        private readonly DateOnly from = scope.MonthStart.AddDays(-scope.Settings.StageProbabilityDays);
        private readonly DateOnly to = scope.MonthStart.AddDays(-1);

        public void Add(PortfolioDeal deal)
        {
            if (deal.Entries is not { } entries)
                return;
            var known = entries.Select(entry => (Stage: scope.Policy.Stages.Find(entry.StageName), Day: entry.EnteredAt.DayIn(scope.Policy.TimeZone)))
                .TakeWhile(entry => entry.Day <= to).ToList();
            var last = known.FindLastIndex(entry => entry.Stage is { } stage && IsCommitted(stage));
            var isLost = known.Count > 0 && known[^1].Stage?.Type == StageType.ClosedLost;
            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (var i = 0; i < known.Count; i++)
            {
                // A deal that entered a stage twice is one deal.
                if (known[i] is not { Stage: { IsClosed: false } stage, Day: var day } || day < from || IsCommitted(stage) || !seen.Add(stage.Name))
                    continue;
                var (reached, undecided) = stages.GetValueOrDefault(stage.Name);
                stages[stage.Name] = (reached.Plus(last > i), undecided + (last > i || isLost ? 0 : 1));
            }
        }

        public StageProbabilities Build() => new(
            [.. scope.Policy.Stages.All.Where(stage => !stage.IsClosed).Select(Of)]);

        private StageProbability Of(Stage stage)
        {
            var (reached, undecided) = stages.GetValueOrDefault(stage.Name);
            var rate = IsCommitted(stage) ? (Rate?)null : reached;
            var isEstimated = scope.Settings.StageProbabilitySource == StageProbabilitySource.History && rate?.Of >= scope.Settings.LeastDeals;
            var ofPolicy = scope.Settings.StageProbabilities.TryGetValue(stage.Type, out var percent) ? percent / 100 : (decimal?)null;
            return new StageProbability(stage.Name, rate, undecided, ofPolicy, isEstimated);
        }

        /// <summary>By commitment, or won; a lost deal reached nothing.</summary>
        private bool IsCommitted(Stage stage) => stage.Type != StageType.ClosedLost && scope.Policy.Stages.IsBy(stage, StageType.Commitment);
    }
}

/// <summary>The probability of one stage.</summary>
/// <param name="Reached">Those that reached commitment, of those that entered; null for stages from commitment on, which have reached it.</param>
/// <param name="Undecided">Those that neither reached it nor were lost.</param>
/// <param name="OfPolicy">The policy's, 0 to 1; null when it has none.</param>
/// <param name="IsEstimated">Whether the estimate counts, not the policy's.</param>
public sealed record StageProbability(string StageName, Rate? Reached, int Undecided, decimal? OfPolicy, bool IsEstimated)
{
    /// <summary>Whether most of the deals are undecided, so that the share is likely too low.</summary>
    public bool IsMostlyUndecided => Reached is { Of: > 0 } reached && Undecided * 2 > reached.Of;

    /// <summary>What counts, 0 to 1.</summary>
    public decimal? Applied => IsEstimated ? Reached?.Share : OfPolicy;
}
