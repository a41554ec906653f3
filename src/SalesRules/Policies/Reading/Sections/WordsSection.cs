using System.Text.Json.Nodes;
using SalesRules.Digests;
using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

/// <summary>The small words of every digest, or of every alert.</summary>
/// <param name="own">Our own, by their keys.</param>
/// <param name="names">What each may show in braces; those that are not here show nothing.</param>
internal sealed class WordsSection(IReadOnlyDictionary<string, DigestTemplate> own, IReadOnlyDictionary<string, IReadOnlyList<string>> names) : Section<IReadOnlyDictionary<string, DigestTemplate>>
{
    private readonly IReadOnlyList<Key<DigestTemplate>> words =
        [.. own.Select(word => new Key<DigestTemplate>(word.Key, new DigestTemplateShape(names.GetValueOrDefault(word.Key) ?? []), word.Value, "One of the small words."))];

    public override IReadOnlyList<Key> Keys => words;

    public override JsonNode Written(IReadOnlyDictionary<string, DigestTemplate> value) =>
        new JsonObject(value.Select(word => KeyValuePair.Create(word.Key, (JsonNode?)word.Value.Text)));

    protected override IReadOnlyDictionary<string, DigestTemplate> Build(SectionValues values) =>
        words.ToDictionary(word => word.Name, values.Get, StringComparer.Ordinal);
}
