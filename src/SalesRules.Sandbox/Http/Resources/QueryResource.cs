using System.Globalization;
using SalesRules.Sandbox.Soql;

namespace SalesRules.Sandbox.Http.Resources;

/// <summary><c>/query</c> and <c>/queryAll</c>. One locator serves both paths: clients page through <c>/query</c> whatever they began with.</summary>
internal sealed class QueryResource(SoqlEngine engine) : IResource
{
    private const int DefaultBatch = 2000;

    public void Map(RouteTable routes)
    {
        routes.Map("query").On("GET", request => Query(request, includeDeleted: false));
        routes.Map("queryAll").On("GET", request => Query(request, includeDeleted: true));
        routes.Map("query/{locator}").On("GET", QueryMore);
        routes.Map("queryAll/{locator}").On("GET", QueryMore);
    }

    private ApiReply Query(ApiRequest request, bool includeDeleted)
    {
        if (request.Parameter("explain") is { } explained)
            return Answer(() => engine.Explain(explained));
        var soql = request.Parameter("q") ?? throw ApiException.BadRequest("MALFORMED_QUERY", "SOQL statements cannot be empty or null");
        return request.Parameter("columns") == "true"
            ? Answer(() => engine.DescribeColumns(soql))
            : Answer(() => engine.Query(soql, OptionsOf(request) with { IncludeDeleted = includeDeleted }));
    }

    private ApiReply QueryMore(ApiRequest request) => Answer(() => engine.QueryMore(request.Route["locator"], OptionsOf(request)));

    private static ApiReply Answer(Func<ReadOnlyMemory<byte>> run)
    {
        try
        {
            return new ApiReply(200, run());
        }
        catch (SoqlException refusal)
        {
            throw ApiException.BadRequest(refusal.ErrorCode, refusal.Message);
        }
    }

    private static QueryOptions OptionsOf(ApiRequest request) => new()
    {
        ApiVersion = request.Version[1..],
        UserId = request.UserId,
        BatchSize = BatchSizeOf(request.Header("Sforce-Query-Options")),
    };

    // batchSize=500, perhaps among other options.
    private static int BatchSizeOf(string? header)
    {
        var option = (header ?? "").Split(',', StringSplitOptions.TrimEntries)
            .FirstOrDefault(part => part.StartsWith("batchSize=", StringComparison.OrdinalIgnoreCase));
        return option is not null && int.TryParse(option.AsSpan("batchSize=".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            ? size
            : DefaultBatch;
    }
}
