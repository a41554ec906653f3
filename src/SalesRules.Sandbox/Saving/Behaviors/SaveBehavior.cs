using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Saving.Behaviors;

/// <summary>What one object does of itself around a save, as the standard objects do. The defaults do nothing.</summary>
internal abstract class SaveBehavior
{
    /// <summary>Sets what follows from the sent values; returns what is wrong with them for this object.</summary>
    public virtual IEnumerable<SaveError> BeforeSave(RecordDraft draft, OrgTransaction transaction) => [];

    /// <summary>Changes other records because this one was saved through the API. Not called when records are loaded.</summary>
    public virtual void AfterSave(RecordDraft draft, Record saved, OrgTransaction transaction)
    {
    }

    /// <summary>Registers the fields that are worked out when read.</summary>
    public virtual void DefineComputedFields(Org org)
    {
    }
}
