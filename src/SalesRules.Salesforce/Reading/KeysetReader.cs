using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SalesRules.Salesforce.Connection;
using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Salesforce.Reading.Soql;

namespace SalesRules.Salesforce.Reading;

/// <summary>
/// Reads all rows of a query as a stream, in keyset order. A long read is several queries, each going on after the last row
/// of the one before; so no cursor lives long, and one that Salesforce drops costs a new query, not the read.
/// </summary>
internal sealed class KeysetReader(QueryReader queries, IOptions<SalesforceOptions> options, ILogger<KeysetReader> logger)
{
    private readonly int rowsPerQuery = options.Value.RowsPerQuery;

    /// <summary>Every row once. The calls are the rows divided by 2,000, rounded up, and one for no rows.</summary>
    /// <exception cref="SalesforceException">The read failed or came short; what was yielded before is then not all.</exception>
    public async IAsyncEnumerable<JsonElement> ReadAsync(
        SoqlQuery query, Keyset keyset, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        JsonElement? last = null;
        long rows = 0;
        while (true)
        {
            var part = Part(query, keyset, last);
            QueryPage? page = await queries.FirstAsync(part, cancellationToken);
            var total = page.TotalSize;
            long taken = 0;
            while (page is not null)
            {
                foreach (var record in page.Records)
                {
                    last = record;
                    yield return record;
                }
                taken += page.Records.Count;
                // Enough of this query: what is left of it, one row, comes with the next.
                if (page.NextLocator is null || taken >= rowsPerQuery)
                    break;
                page = await queries.NextAsync(part, page, cancellationToken);
            }

            rows += taken;
            if (page is null)
                logger.CursorDropped(query.From, rows);
            else if (page.NextLocator is null && IsEnd(part, taken, total))
                yield break;
        }
    }

    // One row more than wanted: the total then tells whether there are more, without another call.
    private SoqlQuery Part(SoqlQuery query, Keyset keyset, JsonElement? last) =>
        new SoqlQuery(query.From, query.Fields.Concat(keyset.Fields))
        {
            Where = SoqlCondition.All(query.Where, last is { } record ? record.As(query.From, keyset.After) : null),
            OrderBy = keyset.Fields,
            Limit = rowsPerQuery + 1,
        };

    private bool IsEnd(SoqlQuery part, long taken, long total) =>
        taken == total
            ? total <= rowsPerQuery
            : throw new SalesforceException(QueryReader.Operation(part), new(LocalErrorCodes.ShortRead, "", []), null);
}
