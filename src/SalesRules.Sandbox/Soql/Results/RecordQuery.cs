using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Soql.Execution;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Soql.Results;

/// <summary>A query that returns records: which ones, and what of each.</summary>
internal sealed record RecordQuery(RowQuery Rows, RecordShape Shape)
{
    /// <summary>The rows of a child query that belong to one parent.</summary>
    public IEnumerable<Record> ChildrenOf(Record parent, SObjectField lookup)
    {
        var table = Rows.Table;
        var candidates = table.HasIndex(lookup)
            ? table.FindBy(lookup, parent.Id, Rows.IncludeDeleted)
            : table.Scan(Rows.IncludeDeleted).Where(child => (string?)child[lookup] == parent.Id);
        // What is seen late may be seen under the parent it had before.
        var seen = table.Late.IsEmpty ? candidates : table.Late.AsSeen(candidates, Rows.IncludeDeleted).Where(child => (string?)child[lookup] == parent.Id);
        return Rows.RowsAmong(seen);
    }
}
