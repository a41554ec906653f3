using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Soql.Results;

/// <summary>Cuts results into pages of a batch size. The rows of subqueries count, so a page may hold fewer records than that.</summary>
internal sealed class Pager(int batchSize)
{
    /// <summary>The page that starts at an offset. A record that has been purged since the query ran is left out.</summary>
    public ResultPage Page(RecordShape shape, IReadOnlyList<Record?> rows, int offset)
    {
        var subqueries = shape.Entries.OfType<ChildrenEntry>().ToArray();
        var page = new List<PageRow>();
        var size = 0;
        var next = offset;
        for (; next < rows.Count && size < batchSize; next++)
        {
            size++;
            if (rows[next] is not { } record)
                continue;
            var children = subqueries.Select(subquery => Children(subquery, record)).ToArray();
            size += children.Sum(rows => Math.Min(rows.Count, batchSize));
            page.Add(new PageRow(record, children));
        }

        return new ResultPage(rows.Count, next < rows.Count ? next : null, page);
    }

    private static IReadOnlyList<Record> Children(ChildrenEntry subquery, Record parent) =>
        [.. subquery.Children.ChildrenOf(parent, subquery.Lookup)];
}
