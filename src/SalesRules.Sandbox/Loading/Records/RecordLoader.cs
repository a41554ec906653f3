using SalesRules.Sandbox.Loading.Maps;
using SalesRules.Sandbox.Loading.Sources;
using SalesRules.Sandbox.Loading.Values;
using SalesRules.Sandbox.Saving;
using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Loading.Records;

/// <summary>Makes the records of one set: ids for all keys first, so that rows may look each other up, then the records.</summary>
internal sealed class RecordLoader(
    OrgTransaction transaction, LoadScope scope, Action<SourceTable, int, string> brokenRow, Action<SourceTable, int, string> danglingLookup)
{
    private readonly StageHistoryLoader histories = new(transaction, scope);
    private readonly List<(SourceTable Table, int Line, string Field, string Target)> lookups = [];

    /// <summary>Loads the set and returns how many records it made.</summary>
    public int Load(RecordMap map)
    {
        var rows = WithIds(map).ToArray();
        return rows.Count(entry => Attempt(entry.Row, () => Load(map, entry.Row, entry.Id)));
    }

    /// <summary>Call when all sets are loaded: a lookup that leads nowhere ends the load, skipped rows or not.</summary>
    public void CheckLookups()
    {
        foreach (var (table, line, field, target) in lookups)
        {
            if (transaction.Store.Schema.FindByKeyPrefix(target[..3]) is not { } type || transaction.Store[type].Find(target) is null)
                danglingLookup(table, line, $"{field} leads to {target}, which nothing has loaded.");
        }
    }

    private IEnumerable<(SourceRow Row, string Id)> WithIds(RecordMap map)
    {
        var ids = scope.IdsOf(map.Name);
        foreach (var row in scope.Source(map.Source).Rows)
        {
            var id = RecordId.Create(map.Type.KeyPrefix, transaction.Store.NextNumber(map.Type.Name));
            if (map.Key is null || Attempt(row, () => TakeKey(map, row, id, ids)))
                yield return (row, id);
        }
    }

    private bool TakeKey(RecordMap map, SourceRow row, string id, Dictionary<string, string> ids)
    {
        var key = map.Key!.Of(row, scope) ?? throw new BrokenRowException($"The key of \"{map.Name}\" is empty.");
        if (ids.TryAdd(key, id))
            return true;
        return map.KeepsFirst ? false : throw new BrokenRowException($"\"{map.Name}\" has another row with the key \"{key}\".");
    }

    private bool Load(RecordMap map, SourceRow row, string id)
    {
        var values = Values(map, row);
        values.TryAdd("Id", id);
        var history = histories.Read(map, row, values);
        var saved = transaction.Load(map.Type.Name, values);
        histories.Write(saved, history);
        lookups.AddRange(map.Fields
            .Where(field => field.Field.Type == FieldType.Reference && values[field.Field.Name] is string)
            .Select(field => (row.Table, row.Line, field.Field.Name, (string)values[field.Field.Name]!)));
        return true;
    }

    private Dictionary<string, object?> Values(RecordMap map, SourceRow row)
    {
        var values = new Dictionary<string, object?>(map.Fields.Count + 8);
        var wrong = new List<string>();
        foreach (var field in map.Fields)
        {
            var (value, problem) = FieldText.Convert(field.Field, field.Value.Of(row, scope), row.Table);
            values[field.Field.Name] = value;
            if (problem is not null)
                wrong.Add(problem);
            else if (value is null && field.Field.Required)
                wrong.Add($"{field.Field.Name} is empty, but {map.Type.Name} needs it.");
        }
        return wrong.Count == 0 ? values : throw new BrokenRowException(string.Join(" ", wrong));
    }

    /// <summary>Runs a step of one row; what breaks it is the row's problem, not the load's.</summary>
    private bool Attempt(SourceRow row, Func<bool> step)
    {
        try
        {
            return step();
        }
        catch (Exception error) when (error is BrokenRowException or InvalidDataException)
        {
            brokenRow(row.Table, row.Line, error.Message);
            return false;
        }
    }
}
