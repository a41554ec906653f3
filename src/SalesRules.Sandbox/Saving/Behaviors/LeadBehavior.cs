namespace SalesRules.Sandbox.Saving.Behaviors;

/// <summary>Leads start open and not contacted.</summary>
internal sealed class LeadBehavior : PersonNameBehavior
{
    public override IEnumerable<SaveError> BeforeSave(RecordDraft draft, OrgTransaction transaction)
    {
        if (draft.IsNew)
            draft.Derive("Status", "Open - Not Contacted");
        return base.BeforeSave(draft, transaction);
    }
}
