using System.Text.Json.Nodes;
using SalesRules.Digests;
using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

/// <summary>The small words of every digest.</summary>
internal sealed class DigestWordsSection : Section<IReadOnlyDictionary<string, DigestTemplate>>
{
    private static readonly IReadOnlyList<Key<DigestTemplate>> Words =
    [
        .. new DigestsPolicy().Words.Select(word => new Key<DigestTemplate>(
            word.Key, new DigestTemplateShape(DigestWording.WordNames.GetValueOrDefault(word.Key) ?? []), word.Value, "One of the small words.")),
    ];

    public override IReadOnlyList<Key> Keys => Words;

    public override JsonNode Written(IReadOnlyDictionary<string, DigestTemplate> value) =>
        new JsonObject(value.Select(word => KeyValuePair.Create(word.Key, (JsonNode?)word.Value.Text)));

    protected override IReadOnlyDictionary<string, DigestTemplate> Build(SectionValues values) =>
        Words.ToDictionary(word => word.Name, values.Get, StringComparer.Ordinal);
}
