using SalesRules.Sandbox.Http.Resources;
using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Http.Bulk;

/// <summary><c>/jobs/ingest</c>: create a job, upload its CSV once, say that this was all, poll, fetch what became of the rows.</summary>
internal sealed class IngestResource(Org org, BulkJobs jobs) : IResource
{
    public void Map(RouteTable routes)
    {
        routes.Map("jobs/ingest").On("POST", Create).On("GET", _ => ApiReply.Json(200, writer => BulkJobJson.WriteList(writer, jobs.All<IngestJob>())));
        routes.Map("jobs/ingest/{id}").On("GET", Show).On("PATCH", Move).On("DELETE", Delete);
        routes.Map("jobs/ingest/{id}/batches").On("PUT", Upload);
        routes.Map("jobs/ingest/{id}/successfulResults").On("GET", request => Results(request, Successful));
        routes.Map("jobs/ingest/{id}/failedResults").On("GET", request => Results(request, Failed));
        routes.Map("jobs/ingest/{id}/unprocessedrecords").On("GET", request => Results(request, Unprocessed));
    }

    private ApiReply Create(ApiRequest request)
    {
        var body = new BulkJobRequest(request);
        var type = org.Schema.Find(body["object"] ?? throw BulkJobRequest.Invalid("object is required"))
            ?? throw ApiException.BadRequest("INVALIDENTITY", $"Entity '{body["object"]}' is not supported by the Bulk API.");
        var header = body.ToHeader(jobs, type.Name, org, "insert", "update", "upsert", "delete", "hardDelete");
        var job = new IngestJob(header, type, header.Operation == "upsert" ? KeyOf(type, body) : null, org);
        jobs.Add(job);
        return ApiReply.Json(200, writer => BulkJobJson.WriteCreated(writer, job));
    }

    private static SObjectField KeyOf(SObjectType type, BulkJobRequest body)
    {
        var name = body["externalIdFieldName"] ?? throw BulkJobRequest.Invalid("externalIdFieldName is required for an upsert");
        return string.Equals(name, "Id", StringComparison.OrdinalIgnoreCase)
            ? type.Id
            : Upserts.FindKey(type, name) ?? throw BulkJobRequest.Invalid($"Field name provided, {name} does not match an External ID for {type.Name}");
    }

    private ApiReply Show(ApiRequest request) => ApiReply.Json(200, writer => BulkJobJson.WriteFull(writer, Find(request)));

    private ApiReply Move(ApiRequest request)
    {
        var job = Find(request);
        new BulkJobRequest(request).Move(job, jobs);
        return ApiReply.Json(200, writer => BulkJobJson.WriteShort(writer, job));
    }

    private ApiReply Upload(ApiRequest request) => Find(request).TryUpload(request.Body)
        ? new ApiReply(201, default)
        : throw BulkJobRequest.WrongState("A job takes one upload, while it is Open");

    private ApiReply Delete(ApiRequest request)
    {
        var job = Find(request);
        if (!job.IsEnded)
            throw BulkJobRequest.WrongState($"A job in the state {job.State} cannot be deleted: abort it first");
        jobs.Remove(job);
        return ApiReply.NoContent;
    }

    private ApiReply Results(ApiRequest request, Func<IngestJob, IEnumerable<IEnumerable<string?>>> rows)
    {
        var job = Find(request);
        return ApiReply.Csv(job.Header.Format.Write(rows(job)));
    }

    private static IEnumerable<IEnumerable<string?>> Successful(IngestJob job) => job.Done.Where(row => row.Result.Success)
        .Select(row => (IEnumerable<string?>)[row.Result.Id, row.Result.Created ? "true" : "false", .. row.Cells])
        .Prepend(["sf__Id", "sf__Created", .. job.Columns]);

    private static IEnumerable<IEnumerable<string?>> Failed(IngestJob job) => job.Done.Where(row => !row.Result.Success)
        .Select(row => (IEnumerable<string?>)[row.Result.Id, row.ErrorText(job.Type, job.Columns), .. row.Cells])
        .Prepend(["sf__Id", "sf__Error", .. job.Columns]);

    private static IEnumerable<IEnumerable<string?>> Unprocessed(IngestJob job) => job.Unprocessed.Prepend(job.Columns);

    private IngestJob Find(ApiRequest request) => jobs.Find<IngestJob>(request.Route["id"]);
}
