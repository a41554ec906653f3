using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

/// <summary>Something for each stage type; what is left out of the map is left out of the policy.</summary>
internal sealed class StageTypeShape<T>(Shape<T> values) : Shape<IReadOnlyDictionary<StageType, T>>
{
    private static readonly string[] Names = [.. StageTypes.All.Select(type => type.Name())];

    private readonly MapShape<T> map = new(new NameShape("stage type", Names, "the rule catalogue"), values, StringComparer.Ordinal);

    public override string Expected => $"a map; keys: stage types; values: {values.Expected}";

    public override JsonObject Schema() => map.Schema();

    public override JsonNode Written(IReadOnlyDictionary<StageType, T> value) => map.Written(value.ToDictionary(pair => pair.Key.Name(), pair => pair.Value));

    public override bool TryRead(Value value, [MaybeNullWhen(false)] out IReadOnlyDictionary<StageType, T> result)
    {
        var isRead = map.TryRead(value, out var named);
        result = isRead ? named!.ToDictionary(pair => StageTypes.All.First(type => type.Name() == pair.Key), pair => pair.Value) : null;
        return isRead;
    }
}
