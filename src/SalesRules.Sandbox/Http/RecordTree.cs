using SalesRules.Sandbox.Http.Json;
using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Http;

/// <summary>A record of a tree: its values, and the parent whose id its lookup gets; the parent is null for a root.</summary>
internal sealed record TreeRecord(string ReferenceId, SObjectType Type, IReadOnlyDictionary<string, object?> Values, TreeRecord? Parent, SObjectField? Lookup)
{
    public int Level { get; } = Parent is null ? 1 : Parent.Level + 1;
}

/// <summary>Reads the nested records of a tree call, level by level, parents before their children.</summary>
internal sealed class RecordTree(OrgSchema schema)
{
    private const int MostRecords = 200;
    private const int MostTypes = 5;
    private const int MostLevels = 5;

    private readonly Queue<(IReadOnlyDictionary<string, object?> Members, TreeRecord? Parent, ChildRelationship? Under)> waiting = new();

    public IReadOnlyList<TreeRecord> Read(ApiRequest request, SObjectType root)
    {
        var records = new List<TreeRecord>();
        Enqueue(RequestJson.ReadObject(request.Body), null, null);
        while (waiting.TryDequeue(out var next))
            records.Add(ReadRecord(next.Members, next.Parent, next.Under));
        Check(records, root);
        return records;
    }

    private TreeRecord ReadRecord(IReadOnlyDictionary<string, object?> members, TreeRecord? parent, ChildRelationship? under)
    {
        var attributes = members.GetValueOrDefault("attributes") as IReadOnlyDictionary<string, object?>;
        var reference = attributes?.GetValueOrDefault("referenceId") as string ?? throw Invalid("Every record needs attributes.referenceId");
        var name = attributes!.GetValueOrDefault("type") as string;
        var type = schema.Find(name ?? "") ?? throw ApiException.BadRequest("INVALID_TYPE", $"{reference}: sObject type '{name}' is not supported.");
        if (under is not null && under.Child != type)
            throw Invalid($"{reference}: {under.Name} holds records of {under.Child.Name}, not of {type.Name}");
        var children = members.Where(member => IsChildren(type, member)).ToList();
        var record = new TreeRecord(reference, type, members.Except(children).ToDictionary(StringComparer.OrdinalIgnoreCase), parent, under?.Field);
        foreach (var (relationship, list) in children)
            Enqueue((IReadOnlyDictionary<string, object?>)list!, record, type.FindChildRelationship(relationship));
        return record;
    }

    private static bool IsChildren(SObjectType type, KeyValuePair<string, object?> member) =>
        member.Value is IReadOnlyDictionary<string, object?> list && list.ContainsKey("records") && type.FindChildRelationship(member.Key) is not null;

    private void Enqueue(IReadOnlyDictionary<string, object?> list, TreeRecord? parent, ChildRelationship? under)
    {
        if (list.GetValueOrDefault("records") is not List<object?> records)
            throw Invalid("The body must hold a list named records");
        foreach (var record in records)
            waiting.Enqueue((record as IReadOnlyDictionary<string, object?> ?? throw Invalid("Every entry of records must be an object"), parent, under));
    }

    private static void Check(List<TreeRecord> records, SObjectType root)
    {
        if (records.Count is 0 or > MostRecords)
            throw Invalid(FormattableString.Invariant($"A tree takes 1 to {MostRecords} records, not {records.Count}"));
        if (records.Exists(record => record.Level > MostLevels))
            throw Invalid(FormattableString.Invariant($"A tree has at most {MostLevels} levels"));
        if (records.DistinctBy(record => record.Type).Count() > MostTypes)
            throw Invalid(FormattableString.Invariant($"A tree takes records of at most {MostTypes} objects"));
        if (records.Find(record => record.Parent is null && record.Type != root) is { } stranger)
            throw Invalid($"{stranger.ReferenceId}: the roots of this tree are records of {root.Name}, not of {stranger.Type.Name}");
        if (records.GroupBy(record => record.ReferenceId).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw Invalid($"Duplicate ReferenceId provided in the request: {twice.Key}");
    }

    private static ApiException Invalid(string message) => ApiException.BadRequest("INVALID_INPUT", message);
}
