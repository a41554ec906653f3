namespace SalesRules.Sandbox.Saving.Behaviors;

/// <summary>Contacts, leads and users: the name is put together from its parts.</summary>
internal class PersonNameBehavior : SaveBehavior
{
    public override IEnumerable<SaveError> BeforeSave(RecordDraft draft, OrgTransaction transaction)
    {
        draft.Derive("Name", string.Join(' ', ((object?[])[draft["FirstName"], draft["LastName"]]).OfType<string>()));
        return [];
    }
}
