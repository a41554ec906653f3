using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Saving;

/// <summary>What the platform checks on any object once the values are in place: required fields, lookups, owners, unique values.</summary>
internal sealed class SaveValidation(OrgTransaction transaction, RecordDraft draft)
{
    public IEnumerable<SaveError> Check()
    {
        var missing = draft.Type.AllFields.Where(IsMissing).Select(field => field.Name).ToArray();
        SaveError[] required = missing.Length > 0 ? [SaveErrors.Required(missing)] : [];
        return required.Concat(Lookups()).Concat(Owner()).Concat(Duplicates());
    }

    private bool IsMissing(SObjectField field)
    {
        var required = draft.IsNew ? field.Required : !field.Nillable && field.Updateable;
        return required && draft[field] is null;
    }

    private IEnumerable<SaveError> Lookups() =>
        draft.SentFields.Where(field => field.Type == FieldType.Reference && draft[field] is not null)
            .Select(CheckLookup).OfType<SaveError>();

    private SaveError? CheckLookup(SObjectField field)
    {
        var id = (string)draft[field]!;
        var target = transaction.Store.Schema.FindByKeyPrefix(id[..3]);
        if (target is null || !field.ReferenceTo.Contains(target.Name))
            return SaveErrors.WrongIdType(field, id);
        var record = transaction.Store[target].Find(id);
        if (record is null)
            return SaveErrors.InvalidCrossReference();
        // One string instance per target: a million lookups to the same account cost one id.
        draft[field] = record.Id;
        return record.IsDeleted ? SaveErrors.EntityIsDeleted() : null;
    }

    private IEnumerable<SaveError> Owner()
    {
        if (draft.Type.FindStored("OwnerId") is not { } owner || !draft.IsSent(owner) || !draft.Changed(owner.Name))
            yield break;
        if (draft[owner] is string id && transaction.Store["User"].Find(id) is { } user && user["IsActive"] is false)
            yield return SaveErrors.InactiveOwner(id, draft.Type);
    }

    private IEnumerable<SaveError> Duplicates() =>
        from field in draft.SentFields
        where field.Unique && draft[field] is string
        from other in Table.FindBy(field, (string)draft[field]!)
        where other.Id != draft.Previous?.Id
        select SaveErrors.DuplicateValue(field, other.Id);

    private Table Table => transaction.Store[draft.Type];
}
