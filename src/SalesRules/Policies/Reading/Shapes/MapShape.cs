using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace SalesRules.Policies.Reading.Shapes;

/// <summary>A map whose keys are names of the organisation's or of the product's lists. Nothing behind the key is an empty map.</summary>
/// <param name="comparer">When two keys are the same.</param>
internal sealed class MapShape<T>(ScalarShape<string> keys, Shape<T> values, StringComparer comparer) : Shape<IReadOnlyDictionary<string, T>>
{
    public override string Expected => $"a map; keys: {keys.Expected}; values: {values.Expected}";

    public override JsonObject Schema() => new()
    {
        ["type"] = new JsonArray("object", "null"),
        ["propertyNames"] = keys.Schema(),
        ["additionalProperties"] = values.Schema(),
    };

    public override JsonNode Written(IReadOnlyDictionary<string, T> value) =>
        new JsonObject(value.Select(pair => KeyValuePair.Create(pair.Key, values.Written(pair.Value))));

    public override bool TryRead(Value value, [MaybeNullWhen(false)] out IReadOnlyDictionary<string, T> result)
    {
        result = null;
        var before = value.Problems.Count;
        if (Entries.Of(value, comparer) is not { } entries)
        {
            RefuseKind(value);
            return false;
        }

        var read = new Dictionary<string, T>(comparer);
        foreach (var entry in entries)
        {
            // Both sides are read, so that both sides' problems are told.
            var keyIsRead = keys.TryRead(value.KeyOf(entry), out var key);
            if (values.TryRead(value.Member(entry), out var one) && keyIsRead)
                read[key!] = one;
        }

        result = read;
        return value.Problems.Count == before;
    }
}
