using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using SalesRules.Sandbox.Http.Json;

namespace SalesRules.Sandbox.Http;

/// <summary>The answer to a call: status, headers, and a body in bytes (empty for none), JSON unless it says otherwise.</summary>
internal sealed record ApiReply(int Status, ReadOnlyMemory<byte> Body)
{
    /// <summary>What Salesforce escapes is what JSON demands, so +0000 and letters of every language stay readable.</summary>
    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private const string JsonType = "application/json;charset=UTF-8";

    public string ContentType { get; private init; } = JsonType;

    public bool IsJson => ContentType == JsonType;

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static ApiReply NoContent { get; } = new(204, ReadOnlyMemory<byte>.Empty);

    public static ApiReply NotModified { get; } = new(304, ReadOnlyMemory<byte>.Empty);

    /// <summary>A reply whose body is written now: inside the read or the transaction that the caller is in.</summary>
    public static ApiReply Json(int status, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
            write(writer);
        return new ApiReply(status, buffer.WrittenMemory);
    }

    /// <summary>Rows of a bulk job.</summary>
    public static ApiReply Csv(ReadOnlyMemory<byte> rows) => new(200, rows) { ContentType = "text/csv" };

    public static ApiReply Errors(int status, IReadOnlyList<ApiError> errors) => Json(status, writer =>
    {
        writer.WriteStartArray();
        foreach (var error in errors)
            WriteError(writer, error);
        writer.WriteEndArray();
    });

    public ApiReply With(string header, string value) => this with { Headers = new Dictionary<string, string>(Headers) { [header] = value } };

    // The resource errors of Salesforce's gateway put the code first, all others the message.
    private static void WriteError(Utf8JsonWriter writer, ApiError error)
    {
        var codeFirst = error is { Code: "NOT_FOUND" or "PROCESSING_HALTED" or "BATCH_PROCESSING_HALTED", Fields: null };
        writer.WriteStartObject();
        if (codeFirst)
            writer.WriteString("errorCode", error.Code);
        writer.WriteString("message", error.Message);
        if (!codeFirst)
            writer.WriteString("errorCode", error.Code);
        if (error.Fields is not null)
            writer.WriteStrings("fields", error.Fields);
        writer.WriteEndObject();
    }
}
