using SalesRules.Sandbox.Http.Json;

namespace SalesRules.Sandbox.Http.Bulk;

/// <summary>The body of a call that creates or changes a job.</summary>
internal sealed class BulkJobRequest(ApiRequest request)
{
    private readonly IReadOnlyDictionary<string, object?> members = RequestJson.ReadObject(request.Body);

    /// <summary>A member that is a text; null when it is missing.</summary>
    public string? this[string name] => members.GetValueOrDefault(name) as string;

    /// <summary>The header of the job to be created; refuses what Bulk API 2.0 does not know.</summary>
    public BulkJobHeader ToHeader(BulkJobs jobs, string objectName, Org org, params IReadOnlyList<string> operations)
    {
        if (this["operation"] is not { } operation || !operations.Contains(operation))
            throw Invalid($"operation must be one of {string.Join(", ", operations)}");
        if (this["contentType"] is not (null or "CSV"))
            throw Invalid("contentType must be CSV");
        return new BulkJobHeader
        {
            Id = jobs.NextId(),
            Operation = operation,
            ObjectName = objectName,
            CreatedById = request.UserId,
            CreatedDate = org.Now(),
            ApiVersion = request.VersionNumber,
            Format = CsvFormat.Of(this["columnDelimiter"], this["lineEnding"])
                ?? throw Invalid("columnDelimiter must be BACKQUOTE, CARET, COMMA, PIPE, SEMICOLON or TAB, and lineEnding LF or CRLF"),
        };
    }

    /// <summary>Moves a job to the state that the body asks for, or refuses it.</summary>
    public void Move(BulkJob job, BulkJobs jobs)
    {
        var moved = this["state"] switch
        {
            "Aborted" => job.TryMove(BulkJobState.Aborted, BulkJobState.Open, BulkJobState.UploadComplete, BulkJobState.InProgress),
            "UploadComplete" when job is IngestJob => job.TryMove(BulkJobState.UploadComplete, BulkJobState.Open),
            var other => throw Invalid($"A job cannot be set to the state {other}"),
        };
        if (!moved)
            throw WrongState($"A job in the state {job.State} cannot become {this["state"]}");
        if (job.State == BulkJobState.UploadComplete)
            jobs.Start(job);
    }

    public static ApiException Invalid(string message) => ApiException.BadRequest("INVALIDJOB", message);

    public static ApiException WrongState(string message) => ApiException.BadRequest("INVALIDJOBSTATE", message);
}
