using System.Text.Json;
using SalesRules.Sandbox.Http.Json;

namespace SalesRules.Sandbox.Http.Bulk;

/// <summary>Jobs as the API tells of them: in short, as just created, and in full.</summary>
internal static class BulkJobJson
{
    /// <summary>What lists and state changes show.</summary>
    public static void WriteShort(Utf8JsonWriter writer, BulkJob job)
    {
        writer.WriteStartObject();
        WriteHeader(writer, job);
        writer.WriteEndObject();
    }

    /// <summary>What the creation of a job answers.</summary>
    public static void WriteCreated(Utf8JsonWriter writer, BulkJob job)
    {
        writer.WriteStartObject();
        WriteHeader(writer, job);
        WriteContent(writer, job);
        writer.WriteEndObject();
    }

    /// <summary>What polling shows.</summary>
    public static void WriteFull(Utf8JsonWriter writer, BulkJob job)
    {
        var ingest = job as IngestJob;
        writer.WriteStartObject();
        WriteHeader(writer, job);
        writer.WriteString("jobType", ingest is null ? "V2Query" : "V2Ingest");
        WriteContent(writer, job);
        writer.WriteNumber("numberRecordsProcessed", job.RecordsProcessed);
        if (ingest is not null)
            writer.WriteNumber("numberRecordsFailed", ingest.RecordsFailed);
        writer.WriteNumber("retries", 0);
        writer.WriteNumber("totalProcessingTime", job.ProcessingTime);
        if (ingest is null)
            writer.WriteBoolean("isPkChunkingSupported", true);
        else
            WriteIngestTimes(writer, ingest);
        if (job.ErrorMessage is { } message)
            writer.WriteString("errorMessage", message);
        writer.WriteEndObject();
    }

    /// <summary>A list of jobs, which is always a single page here.</summary>
    public static void WriteList(Utf8JsonWriter writer, IEnumerable<BulkJob> jobs)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("done", true);
        writer.WriteStartArray("records");
        foreach (var job in jobs)
            WriteCreated(writer, job);
        writer.WriteEndArray();
        writer.WriteNull("nextRecordsUrl");
        writer.WriteEndObject();
    }

    private static void WriteHeader(Utf8JsonWriter writer, BulkJob job)
    {
        var header = job.Header;
        writer.WriteString("id", header.Id);
        writer.WriteString("operation", header.Operation);
        writer.WriteString("object", header.ObjectName);
        writer.WriteString("createdById", header.CreatedById);
        writer.WriteString("createdDate", RecordJson.DateTime(header.CreatedDate));
        writer.WriteString("systemModstamp", RecordJson.DateTime(job.SystemModstamp));
        writer.WriteString("state", job.State.ToString());
        if (job is IngestJob { Key: { } key })
            writer.WriteString("externalIdFieldName", key.Name);
        writer.WriteString("concurrencyMode", "Parallel");
        writer.WriteString("contentType", "CSV");
        writer.WriteNumber("apiVersion", header.ApiVersion);
    }

    private static void WriteContent(Utf8JsonWriter writer, BulkJob job)
    {
        var header = job.Header;
        if (job is IngestJob { State: BulkJobState.Open })
            writer.WriteString("contentUrl", FormattableString.Invariant($"services/data/v{header.ApiVersion}/jobs/ingest/{header.Id}/batches"));
        writer.WriteString("lineEnding", header.Format.LineEnding);
        writer.WriteString("columnDelimiter", header.Format.ColumnDelimiter);
    }

    // All of an ingest job's time is spent in saving, and none in triggers, which the sandbox org does not have.
    private static void WriteIngestTimes(Utf8JsonWriter writer, IngestJob job)
    {
        writer.WriteNumber("apiActiveProcessingTime", job.ProcessingTime);
        writer.WriteNumber("apexProcessingTime", 0);
    }
}
