using SalesRules.Sandbox.Saving.Behaviors;
using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Saving;

/// <summary>A record that comes from elsewhere with its past: ids, dates and read-only values are taken as given.</summary>
internal sealed class MigratedRecord(OrgTransaction transaction, Table table)
{
    private readonly RecordDraft draft = new(table, null);

    public string Load(IReadOnlyDictionary<string, object?> values)
    {
        foreach (var (name, value) in values)
            Take(table.Type.FindStored(name) ?? throw new InvalidDataException($"{table.Type.Name} has no field {name}."), value);
        RecordDefaults.Fill(draft, transaction);
        if (SaveBehaviors.Of(table.Type)?.BeforeSave(draft, transaction).FirstOrDefault() is { } error)
            throw new InvalidDataException($"{table.Type.Name}: {error.Message}");
        transaction.Store.Put(draft.ToRecord());
        return draft.Id;
    }

    private void Take(SObjectField field, object? value)
    {
        if (value is null)
            return;
        var (stored, error) = ValueConversion.Convert(field, value);
        if (error is not null)
            throw new InvalidDataException($"{table.Type.Name}.{field.Name}: {error.Message}");
        if (field.Type == FieldType.Id)
            CheckOwnId((string)stored!);
        draft.Send(field, field.Type == FieldType.Reference ? Shared((string)stored!) : stored);
    }

    private void CheckOwnId(string id)
    {
        if (!id.StartsWith(table.Type.KeyPrefix, StringComparison.Ordinal))
            throw new InvalidDataException($"{id} is no id of {table.Type.Name}: those start with {table.Type.KeyPrefix}.");
        if (table.Find(id) is not null)
            throw new InvalidDataException($"{table.Type.Name} {id} is there already.");
    }

    // One string instance per target: a million lookups to the same account cost one id.
    private string Shared(string id) =>
        transaction.Store.Schema.FindByKeyPrefix(id[..3]) is { } target ? transaction.Store[target].Find(id)?.Id ?? id : id;
}
