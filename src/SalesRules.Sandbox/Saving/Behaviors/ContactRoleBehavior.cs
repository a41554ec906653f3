using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Saving.Behaviors;

/// <summary>Contact roles: a new primary takes the mark from the one before. The opportunity itself is not stamped.</summary>
internal sealed class ContactRoleBehavior : SaveBehavior
{
    public override void AfterSave(RecordDraft draft, Record saved, OrgTransaction transaction)
    {
        if (saved["IsPrimary"] is not true)
            return;
        var roles = transaction.Store["OpportunityContactRole"];
        var others = roles.FindBy(roles.Type.FindStored("OpportunityId")!, (string)saved["OpportunityId"]!)
            .Where(role => role.Id != saved.Id && role["IsPrimary"] is true).ToList();
        foreach (var other in others)
            transaction.Overwrite(other, ("IsPrimary", false));
    }
}
