using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Saving.Behaviors;

/// <summary>The tasks or events that point at a record through one lookup, and what counts of them.</summary>
internal sealed class RelatedActivities
{
    private readonly Table table;
    private readonly SObjectField lookup;
    private readonly SObjectField dueDate;
    private readonly SObjectField? closed;

    public RelatedActivities(Table table, string lookup)
    {
        this.table = table;
        this.lookup = table.Type.FindStored(lookup)!;
        dueDate = table.Type.FindStored("ActivityDate")!;
        closed = table.Type.FindStored("IsClosed");
    }

    /// <summary>The activities of a record that are not in the recycle bin.</summary>
    public IEnumerable<Record> Of(Record parent) => table.FindBy(lookup, parent.Id);

    /// <summary>The day an activity is due or takes place; null when none was set.</summary>
    public DateOnly? DueDate(Record activity) => activity.Stored(dueDate) as DateOnly?;

    /// <summary>A finished task. Events are never closed.</summary>
    public bool IsClosed(Record activity) => closed is not null && activity.Stored(closed) is true;

    /// <summary>Its day lies before today.</summary>
    public bool IsPast(Record activity, DateOnly today) => DueDate(activity) < today;
}
