using SalesRules.Salesforce.Connection;
using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Salesforce.Connection.Usage;
using SalesRules.Salesforce.Reading.Soql;

namespace SalesRules.Salesforce.Reading;

/// <summary>Runs queries, a page at a time.</summary>
internal sealed class QueryReader(SalesforceConnection connection)
{
    /// <summary>The first page.</summary>
    public async Task<QueryPage> FirstAsync(SoqlQuery query, CancellationToken cancellationToken)
    {
        var operation = Operation(query);
        var path = $"query?q={QueryLength.Escape(query.ToString(), operation)}";
        return QueryPage.Read(await connection.SendAsync(SalesforceRequest.Get(path, CallKind.Query, operation), cancellationToken));
    }

    /// <summary>The page after this one; null when Salesforce has dropped the cursor.</summary>
    public async Task<QueryPage?> NextAsync(SoqlQuery query, QueryPage page, CancellationToken cancellationToken)
    {
        var request = SalesforceRequest.Get($"query/{page.NextLocator}", CallKind.QueryMore, Operation(query));
        try
        {
            return QueryPage.Read(await connection.SendAsync(request, cancellationToken));
        }
        catch (SalesforceException e) when (e.ErrorCode == "INVALID_QUERY_LOCATOR")
        {
            return null;
        }
    }

    /// <summary>How many rows a query has; costs one call.</summary>
    public async Task<long> CountAsync(SoqlQuery query, CancellationToken cancellationToken)
    {
        var operation = $"Count of {query.From}";
        var path = $"query?q={QueryLength.Escape(query.ToCount(), operation)}";
        return QueryPage.Read(await connection.SendAsync(SalesforceRequest.Get(path, CallKind.Query, operation), cancellationToken)).TotalSize;
    }

    /// <summary>The groups of an aggregate query, of which there are at most 2,000; costs one call.</summary>
    /// <param name="soql">Text of ours, never of a user's.</param>
    public async Task<QueryPage> AggregateAsync(string soql, string operation, CancellationToken cancellationToken) =>
        QueryPage.Read(await connection.SendAsync(SalesforceRequest.Get($"query?q={QueryLength.Escape(soql, operation)}", CallKind.Query, operation), cancellationToken));

    /// <summary>For messages.</summary>
    public static string Operation(SoqlQuery query) => $"Query of {query.From}";
}
