using System.Text.Json;
using System.Text.Json.Nodes;

namespace SalesRules.Sandbox.Http.Resources;

/// <summary><c>/composite/batch</c>: up to 25 independent calls in one.</summary>
internal sealed class BatchResource(Func<ApiRequest, ApiReply> dispatch) : IResource
{
    private const int MostSubrequests = 25;

    public void Map(RouteTable routes) => routes.Map("composite/batch").On("POST", Run);

    private ApiReply Run(ApiRequest request)
    {
        var body = CompositeCalls.Parse(request.Body);
        if (body["batchRequests"] is not JsonArray { Count: > 0 and <= MostSubrequests } entries)
            throw CompositeCalls.Invalid(FormattableString.Invariant($"batchRequests must hold 1 to {MostSubrequests} requests"));
        var haltOnError = CompositeCalls.Flag(body, "haltOnError");
        var replies = new List<ApiReply>();
        foreach (var subrequest in entries.Select(Read))
            replies.Add(haltOnError && replies.Exists(HasFailed) ? Halted() : RunOne(request, subrequest));
        return ApiReply.Json(200, writer => Write(writer, replies));
    }

    private ApiReply RunOne(ApiRequest request, CompositeSubrequest subrequest)
    {
        try
        {
            return dispatch(subrequest.ToRequest(request));
        }
        catch (ApiException refusal)
        {
            return refusal.ToReply();
        }
    }

    private static CompositeSubrequest Read(JsonNode? node)
    {
        var members = node as JsonObject ?? throw CompositeCalls.Invalid("Every entry of batchRequests must be an object");
        string Text(string name) => members[name]?.ToString() ?? throw CompositeCalls.Invalid($"Every request needs {name}");
        return new CompositeSubrequest(Text("method"), Text("url"), "", members["richInput"], null);
    }

    private static void Write(Utf8JsonWriter writer, List<ApiReply> replies)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("hasErrors", replies.Exists(HasFailed));
        writer.WriteStartArray("results");
        foreach (var reply in replies)
        {
            writer.WriteStartObject();
            writer.WriteNumber("statusCode", reply.Status);
            writer.WritePropertyName("result");
            if (reply.Body.IsEmpty)
                writer.WriteNullValue();
            else
                writer.WriteRawValue(reply.Body.Span);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static bool HasFailed(ApiReply reply) => reply.Status >= 400;

    private static ApiReply Halted() => ApiReply.Errors(412, [new ApiError("BATCH_PROCESSING_HALTED", "Batch processing halted per request")]);
}
