using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Soql.Results;

/// <summary>Cuts results into pages of a batch size. The rows of subqueries count, so a page may hold fewer records than that.</summary>
internal sealed class Pager(int batchSize)
{
    /// <summary>The page that starts at an offset. A record that has been purged since the query ran is left out.</summary>
    /// <param name="shape">What is shown of each record.</param>
    /// <param name="count">Rows of the whole result.</param>
    /// <param name="rowAt">Finds a row by its place in the result; null when it is gone.</param>
    /// <param name="offset">The place the page starts at.</param>
    public ResultPage Page(RecordShape shape, int count, Func<int, Record?> rowAt, int offset)
    {
        var subqueries = shape.Entries.OfType<ChildrenEntry>().ToArray();
        var page = new List<PageRow>();
        var size = 0;
        var next = offset;
        for (; next < count && size < batchSize; next++)
        {
            size++;
            if (rowAt(next) is not { } record)
                continue;
            var children = subqueries.Select(subquery => Children(subquery, record)).ToArray();
            size += children.Sum(found => Math.Min(found.Count, batchSize));
            page.Add(new PageRow(record, children));
        }

        return new ResultPage(count, next < count ? next : null, page);
    }

    private static IReadOnlyList<Record> Children(ChildrenEntry subquery, Record parent) =>
        [.. subquery.Children.ChildrenOf(parent, subquery.Lookup)];
}
