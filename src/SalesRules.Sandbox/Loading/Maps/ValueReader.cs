using SalesRules.Sandbox.Loading.Values;

namespace SalesRules.Sandbox.Loading.Maps;

/// <summary>
/// Reads values of a map that belong to one source. A scalar stands for itself; an object has one of the keys column, value, template,
/// lookup, find or shift, and may adapt what comes of it with map, take and whenEmpty.
/// </summary>
internal sealed class ValueReader(MapContext context, string source, IReadOnlyCollection<string> let, bool fromFile)
{
    private static readonly string[] Origins = ["column", "value", "template", "lookup", "find", "shift"];

    private static readonly IMapValue Nothing = new LiteralValue(null);

    /// <summary>The record sets that may be looked up here.</summary>
    public IReadOnlyCollection<string> RecordSets { get; init; } = [];

    /// <summary>The sources in which something may be found here.</summary>
    public IReadOnlyCollection<string> Sources { get; init; } = [];

    /// <summary>The value at a node; an absent one is empty.</summary>
    public IMapValue Read(MapNode? node)
    {
        if (node is null or { IsScalar: true })
            return new LiteralValue(node?.Text);
        if (node.Kind == MapNodeKind.List)
        {
            context.Problem(node, $"{node.Key} is a list; a value is a text or an object with one of {string.Join(", ", Origins)}.");
            return Nothing;
        }
        var map = new MapObject(node, context);
        var value = Origin(map);
        value = Adapted(map, value);
        map.RefuseOtherKeys();
        return value;
    }

    private IMapValue Origin(MapObject map)
    {
        var origins = Origins.Where(origin => map.Node.Member(origin) is not null).ToArray();
        if (origins.Length != 1)
        {
            context.Problem(map.Node, $"{map.Node.Key} needs exactly one of {string.Join(", ", Origins)}.");
            foreach (var origin in Origins)
                map.Find(origin);
            return Nothing;
        }
        return origins[0] switch
        {
            "column" => Column(map),
            "template" => Template(map),
            "lookup" => Lookup(map),
            "find" => Find(map),
            "shift" => new ShiftValue(Read(map.Find("shift")), map.NeedNumber("days") ?? 0),
            _ => new LiteralValue(map.Text("value")),
        };
    }

    private ColumnValue Column(MapObject map)
    {
        var column = map.Text("column") ?? "";
        Uses(source, column, map.Node);
        return new ColumnValue(column, fromFile);
    }

    private TemplateValue Template(MapObject map)
    {
        var template = map.Text("template") ?? "";
        foreach (var column in TemplateValue.Columns(template))
            Uses(source, column, map.Node);
        return new TemplateValue(template, fromFile);
    }

    private LookupValue Lookup(MapObject map)
    {
        var recordSet = Known(map, "lookup", RecordSets, "record set with a key that comes before this one");
        return new LookupValue(recordSet, Read(map.Need("key")));
    }

    private FindValue Find(MapObject map)
    {
        var where = map.NeedText("where") ?? "";
        var column = map.NeedText("get") ?? "";
        var other = Known(map, "find", Sources, "source that comes before this one");
        if (Sources.Contains(other))
        {
            context.ColumnUses.Add(new ColumnUse(other, where, map.Node));
            context.ColumnUses.Add(new ColumnUse(other, column, map.Node));
        }
        return new FindValue(other, where, Read(map.Need("is")), column);
    }

    private string Known(MapObject map, string key, IReadOnlyCollection<string> names, string what)
    {
        var name = map.Text(key) ?? "";
        if (!names.Contains(name))
            context.Problem(map.Node, $"{map.Node.Key}: there is no {what} called \"{name}\"{(names.Count > 0 ? $"; there are {string.Join(", ", names)}" : "")}.");
        return name;
    }

    private IMapValue Adapted(MapObject map, IMapValue value)
    {
        var translations = map.Members("map").DistinctBy(member => member.Name).ToDictionary(member => member.Name, member => member.Text);
        var take = map.Word("take", AdaptedValue.FirstWord, AdaptedValue.AfterFirstWord, AdaptedValue.Address);
        var whenEmpty = map.Find("whenEmpty");
        return translations.Count == 0 && take is null && whenEmpty is null
            ? value
            : new AdaptedValue(value, translations, take, whenEmpty is null ? null : Read(whenEmpty));
    }

    private void Uses(string of, string column, MapNode at)
    {
        if (fromFile || !let.Contains(column))
            context.ColumnUses.Add(new ColumnUse(of, column, at));
    }
}
