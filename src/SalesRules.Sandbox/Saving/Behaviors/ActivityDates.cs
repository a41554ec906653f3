using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Saving.Behaviors;

/// <summary>
/// LastActivityDate: the latest due date among closed tasks and past events. A date that was loaded with the record counts as well:
/// the activities of an export are often left behind.
/// </summary>
internal static class ActivityDates
{
    /// <summary>Defines LastActivityDate for an object whose activities point at it through the given lookup.</summary>
    public static void Define(Org org, Table table, string lookup)
    {
        var field = table.Type.FindStored("LastActivityDate")!;
        var tasks = new RelatedActivities(org.Store["Task"], lookup);
        var events = new RelatedActivities(org.Store["Event"], lookup);
        table.Computed.Define(field, record =>
        {
            var done = tasks.Of(record).Where(tasks.IsClosed).Select(tasks.DueDate);
            var held = events.Of(record).Select(events.DueDate).Where(date => date <= org.Today());
            return done.Concat(held).Append(record.Stored(field) as DateOnly?).Max();
        });
    }
}
