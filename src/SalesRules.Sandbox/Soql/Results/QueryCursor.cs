using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Soql.Results;

/// <summary>
/// A result that has more pages: which records it is made of, in order, and what is shown of each. Rows are read again when
/// their page is asked for, so an open cursor costs no more than its ids.
/// </summary>
internal sealed record QueryCursor(RecordShape Shape, Table Table, IReadOnlyList<string> Ids, DateTimeOffset OpenedAt)
{
    /// <summary>The row as it is now; null when it has been purged since.</summary>
    public Record? RowAt(int place) => Table.Late.AsSeen(Table.Find(Ids[place]), byId: false);
}
