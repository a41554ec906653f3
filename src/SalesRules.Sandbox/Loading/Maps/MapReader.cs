using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Loading.Maps;

/// <summary>Reads a map and checks it against the org's schema. Everything that is wrong with it is told at once.</summary>
internal sealed class MapReader(MapContext context)
{
    public static DataMap Read(string path, OrgSchema schema, LoadProblems problems)
    {
        var root = MapFile.Read(path, problems);
        var map = new MapReader(new MapContext(path, schema, problems)).Read(root);
        problems.ThrowIfAny();
        return map;
    }

    private DataMap Read(MapNode root)
    {
        var map = new MapObject(root, context);
        var stages = map.Find("stages") is null ? null : new StageListReader(context).Read(map.Items("stages"));
        var sources = Sources(map.NeedMembers("sources"));
        var records = Records(map.NeedMembers("records"), [.. sources.Select(source => source.Name)], sources);
        map.RefuseOtherKeys();
        return new DataMap(stages, sources, records, context.ColumnUses);
    }

    private List<SourceMap> Sources(IReadOnlyList<MapNode> nodes)
    {
        var sources = new List<SourceMap>();
        foreach (var node in nodes)
            sources.Add(Source(node, [.. sources.Select(source => source.Name)]));
        if (sources.Count(source => source.File is null) > 1)
            context.Problem(sources.Last(source => source.File is null).At, "Only one source may leave out its file: it is the one that the load is started with.");
        return sources;
    }

    private SourceMap Source(MapNode node, IReadOnlyList<string> before)
    {
        var map = new MapObject(node, context);
        // What a source lets a name stand for is made of its own columns, so it cannot go round in circles.
        var values = new ValueReader(context, node.Name, [], fromFile: true) { Sources = before };
        var source = new SourceMap(
            node.Name,
            map.Text("file"),
            map.Text("dateFormat"),
            map.Word("brokenRows", "refuse", "skip") == "skip",
            map.Members("let").DistinctBy(member => member.Name).ToDictionary(member => member.Name, values.Read),
            node);
        map.RefuseOtherKeys();
        return source;
    }

    private List<RecordMap> Records(IReadOnlyList<MapNode> nodes, IReadOnlyList<string> sourceNames, List<SourceMap> sources)
    {
        var records = new List<RecordMap>();
        foreach (var node in nodes)
        {
            var map = new MapObject(node, context);
            var source = map.NeedText("from") ?? "";
            var let = sources.FirstOrDefault(candidate => candidate.Name == source)?.Let.Keys.ToArray();
            if (let is null)
                context.Problem(node, $"{node.Key}.from: there is no source called \"{source}\"; there are {string.Join(", ", sourceNames)}.");
            var hasKey = map.Find("key") is not null;
            var values = new ValueReader(context, source, let ?? [], fromFile: false)
            {
                Sources = sourceNames,
                // A record may look up others of its own set, as an account does its parent.
                RecordSets = [.. records.Where(earlier => earlier.Key is not null).Select(earlier => earlier.Name), .. hasKey ? [node.Name] : Array.Empty<string>()],
            };
            if (Record(node, map, source, values) is { } record)
                records.Add(record);
            map.RefuseOtherKeys();
        }
        return records;
    }

    private RecordMap? Record(MapNode node, MapObject map, string source, ValueReader values)
    {
        var key = map.Find("key") is { } keyNode ? values.Read(keyNode) : null;
        var keepsFirst = map.Word("repeatedKeys", "refuse", "keepFirst") == "keepFirst";
        var history = map.Items("history").Select(item => History(item, values)).ToArray();
        var objectName = map.NeedText("object") ?? "";
        var type = context.Schema.Find(objectName);
        if (type is null)
            context.Problem(node, $"{node.Key}.object: the org has no object {objectName}.");
        var fields = map.NeedMembers("fields").DistinctBy(member => member.Name).Select(member => Field(member, type, values)).OfType<FieldMap>().ToArray();
        if (history.Length > 0 && type is { Name: not "Opportunity" })
            context.Problem(node, $"{node.Key}.history: only opportunities keep a stage history.");
        return type is null ? null : new RecordMap(node.Name, type, source, key, keepsFirst, fields, history);
    }

    private FieldMap? Field(MapNode node, SObjectType? type, ValueReader values)
    {
        var value = values.Read(node);
        if (type is null)
            return null;
        var field = type.FindStored(node.Name);
        if (field is null || field.Calculated || field.AutoNumber || field.Type == FieldType.Id)
            context.Problem(node, $"{node.Key}: {type.Name} has no field {node.Name} that can be loaded.");
        return field is null ? null : new FieldMap(field, value);
    }

    private HistoryMap History(MapNode node, ValueReader values)
    {
        var map = new MapObject(node, context);
        var history = new HistoryMap(values.Read(map.Need("on")), values.Read(map.Need("stage")));
        map.RefuseOtherKeys();
        return history;
    }
}
