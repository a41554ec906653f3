using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Soql.Execution;

/// <summary>
/// Where the candidate rows of a query come from. A path may offer rows that the filter then drops, never fewer than it
/// accepts.
/// </summary>
internal abstract record AccessPath
{
    public abstract IEnumerable<Record> Rows(Table table, bool includeDeleted);
}

/// <summary>Every row of the object.</summary>
internal sealed record FullScan : AccessPath
{
    public override IEnumerable<Record> Rows(Table table, bool includeDeleted) => table.Scan(includeDeleted);
}

/// <summary>Rows by their ids.</summary>
internal sealed record IdAccess(IReadOnlyCollection<string> Ids) : AccessPath
{
    public override IEnumerable<Record> Rows(Table table, bool includeDeleted) =>
        Ids.Select(table.Find).OfType<Record>().Where(record => includeDeleted || !record.IsDeleted);
}

/// <summary>Rows by the values of an indexed field: an external id, a lookup.</summary>
internal sealed record IndexAccess(SObjectField Field, IReadOnlyCollection<string> Values) : AccessPath
{
    public override IEnumerable<Record> Rows(Table table, bool includeDeleted) =>
        Values.SelectMany(value => table.FindBy(Field, value, includeDeleted));
}

/// <summary>Rows by their stamp, in the order of stamp and id; both ends belong to it.</summary>
internal sealed record StampAccess(DateTimeOffset From, DateTimeOffset To) : AccessPath
{
    public override IEnumerable<Record> Rows(Table table, bool includeDeleted)
    {
        var rows = table.StampedFrom(From, includeDeleted);
        return To == DateTimeOffset.MaxValue ? rows : rows.TakeWhile(record => record.SystemModstamp <= To);
    }
}
