using SalesRules.Alerts;
using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

/// <summary>One key for each kind of alert; a kind left out keeps its own words.</summary>
internal sealed class AlertTextsSection : Section<IReadOnlyDictionary<AlertKind, AlertTemplates>>
{
    private static readonly Dictionary<AlertKind, Key<AlertTemplates>> ByKind = AlertKinds.All.ToDictionary(
        kind => kind,
        kind => new Key<AlertTemplates>(kind.Name(), new AlertTextSection(kind), AlertTexts.Defaults[kind],
            $"The words of {kind.Name()}. In braces: {string.Join(", ", AlertPlaceholder.Of(kind).Select(one => one.Name))}."));

    public override IReadOnlyList<Key> Keys { get; } = [.. ByKind.Values];

    protected override IReadOnlyDictionary<AlertKind, AlertTemplates> Build(SectionValues values) =>
        ByKind.Where(pair => values.IsGiven(pair.Value)).ToDictionary(pair => pair.Key, pair => values.Get(pair.Value));
}
