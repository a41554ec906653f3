using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Saving;

/// <summary>Deletes a record with its details; lookups that merely point at it are cleared, and restricting ones stop the delete.</summary>
internal sealed class CascadingDelete(OrgTransaction transaction)
{
    public IReadOnlyList<SaveError> Delete(Record record)
    {
        var errors = new List<SaveError>();
        Delete(record, errors);
        return errors;
    }

    private void Delete(Record record, List<SaveError> errors)
    {
        if (record.Table.IsDeletedField is { } deleted)
            transaction.Overwrite(record, (deleted.Name, true));
        else
            transaction.Store.Purge(record);
        foreach (var relationship in record.Type.ChildRelationships)
            foreach (var child in ChildrenOf(record, relationship))
                Follow(record, relationship.Field, child, errors);
    }

    private List<Record> ChildrenOf(Record record, ChildRelationship relationship)
    {
        var table = transaction.Store[relationship.Child];
        return table.HasIndex(relationship.Field) ? [.. table.FindBy(relationship.Field, record.Id)] : [];
    }

    private void Follow(Record parent, SObjectField lookup, Record child, List<SaveError> errors)
    {
        if (lookup.RestrictedDelete)
            errors.Add(SaveErrors.DeleteRestricted(parent, child));
        else if (lookup.CascadeDelete)
            Delete(child, errors);
        else if (lookup is { Custom: true, Nillable: true })
            transaction.Overwrite(child, (lookup.Name, null));
    }
}
