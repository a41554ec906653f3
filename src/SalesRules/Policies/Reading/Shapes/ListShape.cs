using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SalesRules.Policies.Reading.Yaml;

namespace SalesRules.Policies.Reading.Shapes;

/// <summary>A list of values, none of them twice. Nothing behind the key is an empty list.</summary>
/// <param name="identity">What makes two items the same, and how problems name them.</param>
internal sealed class ListShape<T>(Shape<T> item, Func<T, string> identity, StringComparer comparer, int least = 0)
    : Shape<IReadOnlyList<T>>, IListShape
{
    public Shape Item => item;

    public override string Expected => $"a list, each {item.Expected}";

    public override JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = item.Schema(), ["uniqueItems"] = true };
        if (least == 0)
            return OrNull.Of(schema);
        schema["minItems"] = least;
        return schema;
    }

    public override JsonNode Written(IReadOnlyList<T> value) => new JsonArray([.. value.Select(item.Written)]);

    public override bool TryRead(Value value, [MaybeNullWhen(false)] out IReadOnlyList<T> result)
    {
        var items = value.Node switch
        {
            ListNode list => list.Items,
            { IsNull: true } => [],
            _ => null,
        };
        result = null;
        if (items is null)
            RefuseKind(value);
        else if (items.Count < least)
            value.Refuse($"the list is empty; expected at least {least}");
        else if (Read(value, items) is { Count: var read } whole && read == items.Count)
            result = whole;
        return result is not null;
    }

    private List<T> Read(Value value, IReadOnlyList<PolicyNode> items)
    {
        var read = new List<T>();
        var lines = new Dictionary<string, int>(comparer);
        for (var i = 0; i < items.Count; i++)
        {
            var place = value.Item(items[i], i);
            if (!item.TryRead(place, out var one))
                continue;
            if (lines.TryAdd(identity(one), items[i].Line))
                read.Add(one);
            else
                place.Refuse(FormattableString.Invariant($"{Wording.Quoted(identity(one))} is listed twice; the first is on line {lines[identity(one)]}"));
        }

        return read;
    }
}
