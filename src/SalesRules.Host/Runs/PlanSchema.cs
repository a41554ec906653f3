using SalesRules.Host.Commands;
using SalesRules.Plans;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs;

/// <summary>Whether the org still has every field, value and permission that a reviewed plan rests on.</summary>
internal static class PlanSchema
{
    /// <exception cref="CommandException">It has not: names what is lost.</exception>
    public static void Demand(WriteBackPlan plan, OrgSession org)
    {
        var lost = plan.Records.SelectMany(record => Lost(record, org)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (org.Policy.Drift.Tasks is { } reason && plan.Records.Any(record => record.NewTasks.Count + record.ClearedTasks.Count > 0))
            lost.Add($"tasks ({reason})");
        if (lost.Count > 0)
            throw CommandException.Refused($"The plan cannot be applied: the org has lost what it rests on since it was made: {string.Join(", ", lost)}. Nothing was written: `salesrules doctor` says what to do; then make a new plan.");
    }

    private static IEnumerable<string> Lost(PlannedRecord record, OrgSession org)
    {
        var written = record.Changes.Select(change => (change.Field, change.To)).Concat(record.Keeps.Select(keep => (keep.Field, keep.To)));
        return record.Basis.Where(entry => org.Policy.Fields.Find(entry.Field) is null).Select(entry => $"{entry.Field} (gone or hidden)")
            .Concat(written.Select(value => Problem(value.Field, value.To, org)).OfType<string>());
    }

    private static string? Problem(string name, FieldValue value, OrgSession org) => org.Policy.Fields.Find(name) switch
    {
        null => $"{name} (gone or hidden)",
        var field when !org.Policy.Drift.CanWrite(field) => $"{name} (read-only)",
        var field when !org.Policy.Drift.Accepts(field, value) => $"{name} (no longer offers '{value}')",
        _ => null,
    };
}
