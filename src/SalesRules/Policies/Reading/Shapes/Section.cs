using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace SalesRules.Policies.Reading.Shapes;

/// <summary>A part of the policy file: a map with keys that we know. Nothing behind the key leaves everything at its default.</summary>
internal abstract class Section<T> : Shape<T>, ISection
{
    public abstract IReadOnlyList<Key> Keys { get; }

    public override string Expected => $"a map with the keys {string.Join(", ", Keys.Select(key => key.Name))}";

    protected virtual IReadOnlyList<NoSetting> NoSettings => [];

    /// <summary>Makes the part of the policy, and reports what is wrong between its keys. Every required key has been read.</summary>
    protected abstract T Build(SectionValues values);

    public override bool TryRead(Value value, [MaybeNullWhen(false)] out T result)
    {
        result = default;
        var before = value.Problems.Count;
        if (Entries.Of(value, StringComparer.Ordinal) is not { } entries)
        {
            RefuseKind(value);
            return false;
        }

        var values = new SectionValues(value, Keys);
        foreach (var entry in entries)
        {
            if (!values.Read(entry))
                value.KeyOf(entry).Refuse(UnknownKey(entry.Key.Text));
        }

        values.ReportMissing();
        if (values.HaveAllRequired)
            result = Build(values);
        return values.HaveAllRequired && value.Problems.Count == before;
    }

    public override JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = false };
        var required = Keys.Where(key => key.IsRequired).Select(key => (JsonNode)key.Name).ToArray();
        if (required.Length == 0)
            OrNull.Of(schema);
        else
            schema["required"] = new JsonArray(required);
        schema["properties"] = new JsonObject(Keys.Select(key => KeyValuePair.Create(key.Name, (JsonNode?)SchemaOf(key))));
        return schema;
    }

    public override JsonNode? Written(T value) => null;

    private static JsonObject SchemaOf(Key key)
    {
        var schema = key.Shape.Schema();
        schema["description"] = key.Meaning;
        if (key.WrittenDefault is { } otherwise)
            schema["default"] = otherwise;
        return schema;
    }

    private string UnknownKey(string name)
    {
        var noSetting = NoSettings.FirstOrDefault(sealedOne => name.Contains(sealedOne.Word, StringComparison.OrdinalIgnoreCase));
        if (noSetting is not null)
            return $"unknown key: {noSetting.Sentence}";
        var nearest = Wording.DidYouMean(name, Keys.Select(key => key.Name));
        return nearest.Length > 0 ? $"unknown key{nearest}" : $"unknown key; expected one of {string.Join(", ", Keys.Select(key => key.Name))}";
    }
}
