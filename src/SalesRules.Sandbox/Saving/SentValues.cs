using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Saving;

/// <summary>Lays what a caller sent over a draft: names resolved, access checked, values converted, parents found by external id.</summary>
internal sealed class SentValues(OrgTransaction transaction, RecordDraft draft)
{
    private readonly List<SaveError> errors = [];
    private readonly List<string> notWritable = [];

    /// <summary>Applies the values as the API does; the errors are all that stand in the way, none when the draft is ready.</summary>
    public IReadOnlyList<SaveError> Apply(IReadOnlyDictionary<string, object?> values)
    {
        foreach (var (name, value) in values)
            if (!string.Equals(name, "attributes", StringComparison.OrdinalIgnoreCase))
                ApplyOne(name, value);
        if (notWritable.Count > 0)
            errors.Add(SaveErrors.NotWritable(notWritable));
        return errors;
    }

    private void ApplyOne(string name, object? value)
    {
        if (string.Equals(name, "Id", StringComparison.OrdinalIgnoreCase))
            errors.Add(SaveErrors.IdInBody());
        else if (draft.Type.FindField(name) is { } field)
            ApplyField(field, value);
        else if (value is IReadOnlyDictionary<string, object?> parent && draft.Type.FindRelationship(name) is { } lookup)
            ApplyParent(lookup, parent);
        else
            errors.Add(SaveErrors.UnknownField(name, draft.Type));
    }

    private void ApplyField(SObjectField field, object? value)
    {
        if (!IsWritable(field))
            return;
        var (stored, error) = ValueConversion.Convert(field, value);
        if (error is not null)
            errors.Add(error);
        else
            draft.Send(field, stored);
    }

    private void ApplyParent(SObjectField lookup, IReadOnlyDictionary<string, object?> parent)
    {
        if (!IsWritable(lookup))
            return;
        var (id, error) = new ParentByExternalId(transaction.Store).Find(lookup, parent);
        if (error is not null)
            errors.Add(error);
        else
            draft.Send(lookup, id);
    }

    private bool IsWritable(SObjectField field)
    {
        var writable = draft.IsNew ? field.Createable : field.Updateable;
        if (!writable)
            notWritable.Add(field.Name);
        return writable;
    }
}
