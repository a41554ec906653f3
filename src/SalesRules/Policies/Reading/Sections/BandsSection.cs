using SalesRules.Policies.Reading.Shapes;
using SalesRules.Snapshots;

namespace SalesRules.Policies.Reading.Sections;

/// <summary>One key for each category; a category left out keeps its own band.</summary>
internal sealed class BandsSection : Section<IReadOnlyDictionary<ForecastCategory, ProbabilityBand>>
{
    private static readonly Dictionary<ForecastCategory, Key<ProbabilityBand>> ByCategory = new ForecastPolicy().Bands.ToDictionary(
        pair => pair.Key,
        pair => new Key<ProbabilityBand>(pair.Key.Name(), new BandSection(), pair.Value, $"The probabilities that fit {pair.Key.Name()}."));

    public override IReadOnlyList<Key> Keys { get; } = [.. ByCategory.OrderByDescending(pair => pair.Key).Select(pair => pair.Value)];

    protected override IReadOnlyDictionary<ForecastCategory, ProbabilityBand> Build(SectionValues values) =>
        ByCategory.ToDictionary(pair => pair.Key, pair => values.Get(pair.Value));
}
