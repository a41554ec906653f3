using System.Globalization;
using System.Text;
using SalesRules.Sandbox.Http.Resources;
using SalesRules.Sandbox.Soql;
using SalesRules.Sandbox.Soql.Results;

namespace SalesRules.Sandbox.Http.Bulk;

/// <summary><c>/jobs/query</c>: create a job, poll, fetch the result as CSV, as many rows at a time as the caller likes.</summary>
internal sealed class BulkQueryResource(Org org, BulkJobs jobs, SoqlEngine engine) : IResource
{
    private const int DefaultPage = 50_000;

    /// <summary>What <c>Sforce-Locator</c> says on the last page; clients look for this very word.</summary>
    private const string NoMore = "null";

    public void Map(RouteTable routes)
    {
        routes.Map("jobs/query").On("POST", Create).On("GET", _ => ApiReply.Json(200, writer => BulkJobJson.WriteList(writer, jobs.All<QueryJob>())));
        routes.Map("jobs/query/{id}").On("GET", Show).On("PATCH", Move).On("DELETE", Delete);
        routes.Map("jobs/query/{id}/results").On("GET", Results);
    }

    private ApiReply Create(ApiRequest request)
    {
        var body = new BulkJobRequest(request);
        var soql = body["query"] ?? throw BulkJobRequest.Invalid("query is required");
        var job = new QueryJob(body.ToHeader(jobs, ObjectOf(soql), org, "query", "queryAll"), soql, engine, org);
        jobs.Add(job);
        // Written before the worker can have got to it: a job is never complete at once.
        var reply = ApiReply.Json(200, writer => BulkJobJson.WriteCreated(writer, job));
        jobs.Start(job);
        return reply;
    }

    private string ObjectOf(string soql)
    {
        try
        {
            return engine.DescribeTable(soql).ObjectName;
        }
        catch (SoqlException refusal)
        {
            throw ApiException.BadRequest(refusal.ErrorCode, refusal.Message);
        }
    }

    private ApiReply Show(ApiRequest request) => ApiReply.Json(200, writer => BulkJobJson.WriteFull(writer, Find(request)));

    private ApiReply Move(ApiRequest request)
    {
        var job = Find(request);
        new BulkJobRequest(request).Move(job, jobs);
        return ApiReply.Json(200, writer => BulkJobJson.WriteShort(writer, job));
    }

    private ApiReply Delete(ApiRequest request)
    {
        var job = Find(request);
        if (!job.IsEnded)
            throw BulkJobRequest.WrongState($"A job in the state {job.State} cannot be deleted: abort it first");
        jobs.Remove(job);
        return ApiReply.NoContent;
    }

    private ApiReply Results(ApiRequest request)
    {
        var job = Find(request);
        if (job.Result is not { } table)
            return ApiReply.NoContent;
        var offset = request.Parameter("locator") is { Length: > 0 } locator ? OffsetOf(locator) : 0;
        var count = Math.Min(PageSize(request), table.Rows.Count - offset);
        var next = offset + count < table.Rows.Count ? LocatorOf(offset + count) : NoMore;
        return ApiReply.Csv(job.Header.Format.Write(Page(table, offset, count)))
            .With("Sforce-NumberOfRecords", count.ToString(CultureInfo.InvariantCulture))
            .With("Sforce-Locator", next);
    }

    private static IEnumerable<IEnumerable<string?>> Page(QueryTable table, int offset, int count) => table.Rows.Skip(offset).Take(count)
        .Select(row => row.Zip(table.Columns, (value, column) => (string?)CsvValue.Text(value, column.Type)))
        .Prepend(table.Columns.Select(column => column.Name));

    private static int PageSize(ApiRequest request)
    {
        if (request.Parameter("maxRecords") is not { } text)
            return DefaultPage;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0
            ? size
            : throw ApiException.BadRequest("INVALID_INPUT", $"maxRecords must be a whole number above zero, not {text}");
    }

    // A locator is the place of a row, packed so that nobody is tempted to reckon with it.
    private static string LocatorOf(int offset) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(offset.ToString(CultureInfo.InvariantCulture))).TrimEnd('=');

    private static int OffsetOf(string locator)
    {
        var padded = locator.PadRight((locator.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length];
        return Convert.TryFromBase64String(padded, bytes, out var length)
            && int.TryParse(Encoding.ASCII.GetString(bytes, 0, length), NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            ? offset
            : throw ApiException.BadRequest("INVALID_QUERY_LOCATOR", "invalid query locator");
    }

    private QueryJob Find(ApiRequest request) => jobs.Find<QueryJob>(request.Route["id"]);
}
