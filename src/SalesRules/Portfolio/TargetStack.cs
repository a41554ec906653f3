using SalesRules.Policies;

namespace SalesRules.Portfolio;

/// <summary>
/// From a target to the deals it takes (B 1.2): target / (average deal x conversion of qualified deals), 1.2M / (60K x 20 %) = 100.
/// Each later stage needs that many times the share that reaches it: B goes on to divide by the conversions, and its 125 and 179
/// deals in later stages than 100 qualified ones cannot be.
/// </summary>
/// <param name="Target">What is to be booked; null: not known.</param>
/// <param name="AverageDeal">Null: no won deal to take it from.</param>
/// <param name="Conversion">From qualified to won, with its counts.</param>
/// <param name="Reach">The share of qualified deals that reached each later stage.</param>
public sealed record TargetStack(decimal? Target, decimal? AverageDeal, Rate Conversion, IReadOnlyList<StageReach> Reach)
{
    /// <summary>The qualified opportunities that the target takes, not rounded; null when a part is not known or nothing converts.</summary>
    public decimal? Qualified => RequiredFor(Target, AverageDeal, Conversion.Share);

    /// <summary>Why <see cref="Qualified"/> is null.</summary>
    public string? WhyUnknown => Qualified is not null ? null
        : Target is null ? "no target"
        : Conversion.Of == 0 ? "no qualified deal closed within twelve months"
        : Conversion.Hits == 0 ? "no qualified deal was won within twelve months"
        : "no won deal has an amount";

    /// <summary>B 1.2's formula.</summary>
    public static decimal? RequiredFor(decimal? target, decimal? averageDeal, decimal? conversion) =>
        averageDeal * conversion is > 0 ? target / (averageDeal * conversion) : null;

    /// <summary>The deals that have to reach a stage; never more than the qualified ones.</summary>
    public decimal? RequiredIn(StageReach reach) => Qualified * reach.Reached.Share;

    /// <summary>Gathers qualified deals that closed within twelve months: what is still open would only lower the shares.</summary>
    internal sealed class Builder(PortfolioScope scope)
    {
        private readonly SortedDictionary<StageType, int> reached = [];
        private Rate conversion;
        private Money won;

        public void Add(PortfolioDeal deal)
        {
            if (deal.Status is not (DealStatus.Won or DealStatus.Lost) || !scope.IsRecent(deal.Record.CloseDate) || deal.Entries is not { } entries)
                return;
            var stages = scope.Policy.Stages;
            var passed = entries.Select(entry => stages.Find(entry.StageName)).OfType<Stage>().Where(stage => stage.Type != StageType.ClosedLost).ToList();
            if (!passed.Exists(stage => stages.IsBy(stage, scope.Settings.QualifiedFrom)))
                return;
            conversion = conversion.Plus(deal.IsWon);
            if (deal.IsWon)
                won = deal.AddedTo(won);
            for (var type = scope.Settings.QualifiedFrom + 1; type < StageType.ClosedWon; type++)
            {
                if (stages.Has(type) && (deal.IsWon || passed.Exists(stage => stages.IsBy(stage, type))))
                    reached[type] = reached.GetValueOrDefault(type) + 1;
            }
        }

        public TargetStack Build(PeriodTarget target) => new(
            target.Quarter, won.Average, conversion, [.. reached.Select(pair => new StageReach(pair.Key, new Rate(pair.Value, conversion.Of)))]);
    }
}

/// <summary>How many qualified deals reached a stage type.</summary>
public sealed record StageReach(StageType Type, Rate Reached);
