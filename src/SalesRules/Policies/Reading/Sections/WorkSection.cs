using SalesRules.Policies.Reading.Shapes;
using SalesRules.Snapshots;

namespace SalesRules.Policies.Reading.Sections;

/// <summary>One text for each pillar, for a total under 6 and for unscored pillars; one left out keeps its default.</summary>
internal sealed class WorkSection : Section<PovWork>
{
    private static readonly TextShape Subject = new(TextShape.SalesforceLength);

    private static readonly Dictionary<Pillar, Key<string>> ByPillar = Pillars.All.ToDictionary(
        pillar => pillar,
        pillar => new Key<string>(KeyOf(pillar), Subject, PovWork.Default.ByPillar[pillar], $"When {pillar} falls short."));

    private static readonly Key<string> Total = new("total", Subject, PovWork.Default.Total,
        "When the floors hold but the total is under 6.");

    private static readonly Key<string> Unscored = new("unscored", Subject, PovWork.Default.Unscored,
        "When pillars are unscored.");

    public override IReadOnlyList<Key> Keys { get; } = [.. ByPillar.Values, Total, Unscored];

    protected override PovWork Build(SectionValues values) =>
        new(ByPillar.ToDictionary(pair => pair.Key, pair => values.Get(pair.Value)), values.Get(Total), values.Get(Unscored));

    private static string KeyOf(Pillar pillar) => pillar.Name().ToLowerInvariant();
}
