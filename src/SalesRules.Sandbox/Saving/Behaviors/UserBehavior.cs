namespace SalesRules.Sandbox.Saving.Behaviors;

/// <summary>Users: what Setup fills in when only a name and an address are given.</summary>
internal sealed class UserBehavior : PersonNameBehavior
{
    public override IEnumerable<SaveError> BeforeSave(RecordDraft draft, OrgTransaction transaction)
    {
        base.BeforeSave(draft, transaction);
        if (!draft.IsNew)
            return [];
        var lastName = draft["LastName"] as string ?? "";
        draft.Derive("Alias", lastName[..Math.Min(8, lastName.Length)].ToLowerInvariant());
        draft.Derive("TimeZoneSidKey", "GMT");
        draft.Derive("LocaleSidKey", "en_US");
        draft.Derive("LanguageLocaleKey", "en_US");
        draft.Derive("UserType", "Standard");
        draft.Derive("ProfileId", transaction.Store["Profile"].Scan().FirstOrDefault()?.Id);
        return [];
    }
}
