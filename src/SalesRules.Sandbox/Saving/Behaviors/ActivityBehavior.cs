namespace SalesRules.Sandbox.Saving.Behaviors;

/// <summary>What tasks and events share: the account they roll up to, and no opportunity beside a lead.</summary>
internal abstract class ActivityBehavior : SaveBehavior
{
    public override IEnumerable<SaveError> BeforeSave(RecordDraft draft, OrgTransaction transaction)
    {
        var (who, what) = (draft["WhoId"] as string, draft["WhatId"] as string);
        if (who?.StartsWith("00Q", StringComparison.Ordinal) == true && what is not null)
            return [new SaveError("FIELD_INTEGRITY_EXCEPTION", "Related To ID: a lead cannot be related to another record", ["WhatId"])];
        draft.Derive("AccountId", AccountOf(what, transaction) ?? AccountOf(who, transaction));
        return [];
    }

    private static object? AccountOf(string? id, OrgTransaction transaction) =>
        id is null || transaction.Store.Schema.FindByKeyPrefix(id[..3]) is not { } type ? null
        : type.Name == "Account" ? id
        : type.FindStored("AccountId") is { } account ? transaction.Store[type].Find(id)?.Stored(account)
        : null;
}
