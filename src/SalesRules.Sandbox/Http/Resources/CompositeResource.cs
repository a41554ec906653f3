using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SalesRules.Sandbox.Http.Json;

namespace SalesRules.Sandbox.Http.Resources;

/// <summary><c>/composite</c>: up to 25 calls in one, later ones built on the replies of earlier ones.</summary>
internal sealed partial class CompositeResource(Org org, Func<ApiRequest, ApiReply> dispatch) : IResource
{
    private const int MostSubrequests = 25;
    private static readonly string[] ForbiddenHeaders = ["Accept", "Authorization", "Content-Type"];

    public void Map(RouteTable routes) => routes.Map("composite").On("POST", Run);

    private ApiReply Run(ApiRequest request)
    {
        var body = Parse(request.Body);
        var subrequests = (body["compositeRequest"] as JsonArray ?? throw Invalid("compositeRequest is missing")).Select(Read).ToList();
        Check(subrequests);
        var replies = Flag(body, "allOrNone")
            ? org.Write(_ => AllOrNone(request, subrequests), request.UserId)
            : RunAll(request, subrequests, stopAtFailure: false);
        return ApiReply.Json(200, writer => Write(writer, subrequests, replies));
    }

    private List<ApiReply> AllOrNone(ApiRequest request, List<CompositeSubrequest> subrequests)
    {
        var start = org.Store.Savepoint();
        var replies = RunAll(request, subrequests, stopAtFailure: true);
        var failed = replies.FindIndex(reply => reply.Status >= 400);
        if (failed < 0)
            return replies;
        org.Store.RollBackTo(start);
        var halted = Halted("The transaction was rolled back since another operation in the same transaction failed.");
        return [.. subrequests.Select((_, place) => place == failed ? replies[failed] : halted)];
    }

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

    private static void Check(List<CompositeSubrequest> subrequests)
    {
        if (subrequests.Count is 0 or > MostSubrequests)
            throw Invalid(FormattableString.Invariant($"A composite call takes 1 to {MostSubrequests} subrequests, not {subrequests.Count}"));
        if (subrequests.Find(subrequest => !ReferenceName().IsMatch(subrequest.ReferenceId)) is { } odd)
            throw Invalid($"referenceId {odd.ReferenceId} may hold only letters, digits and underscores");
        if (subrequests.GroupBy(subrequest => subrequest.ReferenceId).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw Invalid($"referenceId {twice.Key} is used twice");
        if (subrequests.Find(subrequest => subrequest.Headers?.Any(IsForbidden) == true) is { } header)
            throw Invalid($"{header.ReferenceId}: a subrequest cannot set {string.Join(", ", ForbiddenHeaders)}");
    }

    private static bool IsForbidden(KeyValuePair<string, JsonNode?> header) => ForbiddenHeaders.Contains(header.Key, StringComparer.OrdinalIgnoreCase);

    private static void Write(Utf8JsonWriter writer, List<CompositeSubrequest> subrequests, List<ApiReply> replies)
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
