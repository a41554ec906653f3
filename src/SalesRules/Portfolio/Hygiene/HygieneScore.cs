using SalesRules.Snapshots;

namespace SalesRules.Portfolio.Hygiene;

/// <summary>
/// How well the records of open deals are kept (B 12.1): completeness, consistency and recency, apart and never averaged, because
/// "if a record is complete but stale, it's still a problem".
/// </summary>
/// <param name="Deals">The open deals.</param>
/// <param name="Fields">Filled, of the deals, for each field of the minimum set that the organisation has.</param>
/// <param name="Checks">Kept, of the deals that have the values, for each check.</param>
/// <param name="MedianDays">Since the last meaningful update: a change of stage, amount, probability, close date or category that a
/// person made, a logged activity, a new score. Null when no deal's is known.</param>
/// <param name="RecencyKnown">The deals whose last update is known.</param>
public sealed record HygieneScore(
    int Deals,
    IReadOnlyList<(string Name, Rate Kept)> Fields,
    IReadOnlyList<(string Name, string Means, Rate Kept)> Checks,
    decimal? MedianDays,
    int RecencyKnown)
{
    /// <summary>Filled fields of all fields of the minimum set.</summary>
    public Rate Completeness => Sum(Fields.Select(one => one.Kept));

    /// <summary>Checks that hold of all that could be made.</summary>
    public Rate Consistency => Sum(Checks.Select(one => one.Kept));

    private static Rate Sum(IEnumerable<Rate> rates) => rates.Aggregate(new Rate(), (sum, rate) => new Rate(sum.Hits + rate.Hits, sum.Of + rate.Of));

    /// <summary>Gathers the open deals.</summary>
    internal sealed class Builder(PortfolioScope scope)
    {
        private readonly IReadOnlyList<OpportunityField> fields = MinimumFields.Of(scope.Policy);
        private readonly Rate[] filled = new Rate[MinimumFields.Of(scope.Policy).Count];
        private readonly IReadOnlyList<ConsistencyCheck> checks = ConsistencyCheck.Of(scope.Policy);
        private readonly Rate[] kept = new Rate[ConsistencyCheck.Of(scope.Policy).Count];
        private readonly DayCounts days = new();
        private int deals;

        public void Add(PortfolioDeal deal)
        {
            if (!deal.IsOpen)
                return;
            deals++;
            for (var i = 0; i < filled.Length; i++)
                filled[i] = filled[i].Plus(!fields[i].ValueOf(deal.Record).IsNull);
            for (var i = 0; i < kept.Length; i++)
            {
                if (checks[i].Holds(deal, scope) is { } holds)
                    kept[i] = kept[i].Plus(holds);
            }

            if (LastUpdate.Of(deal, scope) is { } last)
                days.Add(scope.Today.DayNumber - last.DayNumber);
        }

        public HygieneScore Build() => new(
            deals,
            [.. fields.Select((field, i) => (field.ApiName, filled[i]))],
            [.. checks.Select((check, i) => (check.Name, check.Means, kept[i]))],
            days.Median,
            days.Count);
    }
}
