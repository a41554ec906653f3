using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SalesRules.Policies.Reading.Yaml;

namespace SalesRules.Policies.Reading.Shapes;

/// <summary>A list of values, none of them twice. Nothing behind the key is an empty list.</summary>
/// <param name="identity">What makes two items the same, and how problems name them.</param>
/// <param name="nameKey">The key of an item behind which that stands: by it an item that cannot be read is known to be there twice all the same.</param>
internal sealed class ListShape<T>(Shape<T> item, Func<T, string> identity, StringComparer comparer, int least = 0, string? nameKey = null)
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
            var isRead = item.TryRead(place, out var one);
            if ((isRead ? identity(one!) : NameOf(items[i])) is not { } name)
                continue;
            if (!lines.TryAdd(name, items[i].Line))
                place.Refuse(FormattableString.Invariant($"{Wording.Quoted(name)} is listed twice; the first is on line {lines[name]}"));
            else if (isRead)
                read.Add(one!);
        }

        return read;
    }

    private string? NameOf(PolicyNode node) =>
        (node as MapNode)?.Entries.FirstOrDefault(entry => entry.Key.Text == nameKey)?.Value is ScalarNode { IsNull: false } name ? name.Text : null;
}
