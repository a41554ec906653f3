using SalesRules.Policies.Reading.Shapes;
using SalesRules.Snapshots;

namespace SalesRules.Policies.Reading.Sections;

/// <summary>One key for each category; a category left out keeps its own weight.</summary>
internal sealed class CategoryWeightsSection : Section<IReadOnlyDictionary<ForecastCategory, decimal>>
{
    private static readonly Dictionary<ForecastCategory, Key<decimal>> ByCategory = new PortfolioPolicy().CategoryWeights.ToDictionary(
        pair => pair.Key,
        pair => new Key<decimal>(pair.Key.Name(), new PercentShape(), pair.Value, $"Of the amount of a deal in {pair.Key.Name()}."));

    public override IReadOnlyList<Key> Keys { get; } = [.. ByCategory.OrderByDescending(pair => pair.Key).Select(pair => pair.Value)];

    protected override IReadOnlyDictionary<ForecastCategory, decimal> Build(SectionValues values) =>
        ByCategory.ToDictionary(pair => pair.Key, pair => values.Get(pair.Value));
}
