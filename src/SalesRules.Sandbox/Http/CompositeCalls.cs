using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SalesRules.Sandbox.Http.Json;

namespace SalesRules.Sandbox.Http;

/// <summary>The subrequests of a composite call or of one graph: read, run in their order, written with their replies.</summary>
internal sealed partial class CompositeCalls(Org org, Func<ApiRequest, ApiReply> dispatch)
{
    private static readonly string[] ForbiddenHeaders = ["Accept", "Authorization", "Content-Type"];

    /// <summary>The subrequests of <c>compositeRequest</c>, within the limit.</summary>
    public static List<CompositeSubrequest> Read(JsonObject body, int most)
    {
        var subrequests = (body["compositeRequest"] as JsonArray ?? throw Invalid("compositeRequest is missing")).Select(Read).ToList();
        Check(subrequests, most);
        return subrequests;
    }

    /// <summary>Each on its own: a failure stops only what depends on it.</summary>
    public List<ApiReply> Each(ApiRequest request, List<CompositeSubrequest> subrequests) => RunAll(request, subrequests, stopAtFailure: false);

    /// <summary>In one transaction, which a failure undoes.</summary>
    public List<ApiReply> AllOrNone(ApiRequest request, List<CompositeSubrequest> subrequests) => org.Write(_ =>
    {
        var start = org.Store.Savepoint();
        var replies = RunAll(request, subrequests, stopAtFailure: true);
        var failed = replies.FindIndex(reply => reply.Status >= 400);
        if (failed < 0)
            return replies;
        org.Store.RollBackTo(start);
        var halted = Halted("The transaction was rolled back since another operation in the same transaction failed.");
        return [.. subrequests.Select((_, place) => place == failed ? replies[failed] : halted)];
    }, request.UserId);

    private List<ApiReply> RunAll(ApiRequest request, List<CompositeSubrequest> subrequests, bool stopAtFailure)
    {
        var references = new CompositeReferences();
        var replies = new List<ApiReply>();
        foreach (var subrequest in subrequests)
        {
            var reply = RunOne(request, subrequest, references);
            replies.Add(reply);
            if (reply.Status < 400)
                references.Add(subrequest.ReferenceId, reply.Body);
            else if (stopAtFailure)
                break;
        }
        return replies;
    }

    private ApiReply RunOne(ApiRequest request, CompositeSubrequest subrequest, CompositeReferences references)
    {
        try
        {
            var resolved = subrequest with { Url = references.Resolve(subrequest.Url), Body = references.Resolve(subrequest.Body) };
            return dispatch(resolved.ToRequest(request));
        }
        catch (ApiException refusal)
        {
            return refusal.ToReply();
        }
    }

    private static CompositeSubrequest Read(JsonNode? node)
    {
        var members = node as JsonObject ?? throw Invalid("Every entry of compositeRequest must be an object");
        string Text(string name) => members[name]?.ToString() ?? throw Invalid($"Every subrequest needs {name}");
        return new CompositeSubrequest(Text("method"), Text("url"), Text("referenceId"), members["body"], members["httpHeaders"] as JsonObject);
    }

    private static void Check(List<CompositeSubrequest> subrequests, int most)
    {
        if (subrequests.Count == 0 || subrequests.Count > most)
            throw Invalid(FormattableString.Invariant($"A composite call takes 1 to {most} subrequests, not {subrequests.Count}"));
        if (subrequests.Find(subrequest => !ReferenceName().IsMatch(subrequest.ReferenceId)) is { } odd)
            throw Invalid($"referenceId {odd.ReferenceId} may hold only letters, digits and underscores");
        if (subrequests.GroupBy(subrequest => subrequest.ReferenceId).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw Invalid($"referenceId {twice.Key} is used twice");
        if (subrequests.Find(subrequest => subrequest.Headers?.Any(IsForbidden) == true) is { } header)
            throw Invalid($"{header.ReferenceId}: a subrequest cannot set {string.Join(", ", ForbiddenHeaders)}");
    }

    private static bool IsForbidden(KeyValuePair<string, JsonNode?> header) => ForbiddenHeaders.Contains(header.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>The replies as <c>compositeResponse</c>.</summary>
    public static void Write(Utf8JsonWriter writer, List<CompositeSubrequest> subrequests, List<ApiReply> replies)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("compositeResponse");
        foreach (var (subrequest, reply) in subrequests.Zip(replies))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("body");
            if (reply.Body.IsEmpty)
                writer.WriteNullValue();
            else
                writer.WriteRawValue(reply.Body.Span);
            writer.WriteMap("httpHeaders", reply.Headers.Where(header => header.Key is "Location" or "ETag").Select(header => (header.Key, header.Value)));
            writer.WriteNumber("httpStatusCode", reply.Status);
            writer.WriteString("referenceId", subrequest.ReferenceId);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static ApiReply Halted(string message) => ApiReply.Errors(400, [new ApiError("PROCESSING_HALTED", message)]);

    /// <summary>The body of a composite or batch call.</summary>
    internal static JsonObject Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonNode.Parse(body.Span) as JsonObject ?? throw Invalid("The body must be an object");
        }
        catch (JsonException exception)
        {
            throw ApiException.BadRequest("JSON_PARSER_ERROR", exception.Message);
        }
    }

    /// <summary>A member that is true; false when it is missing.</summary>
    internal static bool Flag(JsonObject body, string name) => body[name]?.GetValueKind() == JsonValueKind.True;

    internal static ApiException Invalid(string message) => ApiException.BadRequest("INVALID_INPUT", message);

    [GeneratedRegex("^[A-Za-z0-9_]+$")]
    private static partial Regex ReferenceName();
}
