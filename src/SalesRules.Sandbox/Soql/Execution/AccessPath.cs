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
/// <param name="From">The first stamp.</param>
/// <param name="FromId">The first id within the first stamp: bulk loads give thousands of rows the same one.</param>
/// <param name="To">The last stamp.</param>
internal sealed record StampAccess(DateTimeOffset From, string FromId, DateTimeOffset To) : AccessPath
{
    /// <summary>After the ids of all rows.</summary>
    public const string LastId = "~";

    public static StampAccess Everything { get; } = new(DateTimeOffset.MinValue, "", DateTimeOffset.MaxValue);

    public override IEnumerable<Record> Rows(Table table, bool includeDeleted)
    {
        var rows = table.StampedFrom(From, includeDeleted, FromId);
        return To == DateTimeOffset.MaxValue ? rows : rows.TakeWhile(record => record.SystemModstamp <= To);
    }

    /// <summary>What both offer.</summary>
    public StampAccess Intersect(StampAccess other)
    {
        var later = IsBefore(other) ? other : this;
        return later with { To = To < other.To ? To : other.To };
    }

    /// <summary>From the start of the one that starts first to the end of the one that ends last.</summary>
    public StampAccess Span(StampAccess other)
    {
        var earlier = IsBefore(other) ? this : other;
        return earlier with { To = To > other.To ? To : other.To };
    }

    /// <summary>The same stamps, but within the first one only ids from this one on.</summary>
    public StampAccess WithIdsFrom(string id) => string.CompareOrdinal(FromId, id) < 0 ? this with { FromId = id } : this;

    private bool IsBefore(StampAccess other) =>
        From != other.From ? From < other.From : string.CompareOrdinal(FromId, other.FromId) < 0;
}

/// <summary>Ids from one on: no index by itself, but the start of a page within one stamp.</summary>
internal sealed record IdFloor(string Id) : AccessPath
{
    public override IEnumerable<Record> Rows(Table table, bool includeDeleted) => table.Scan(includeDeleted);
}
