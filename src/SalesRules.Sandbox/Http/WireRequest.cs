using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using SalesRules.Sandbox.Identity;

namespace SalesRules.Sandbox.Http;

/// <summary>Reads a data API call off the wire.</summary>
internal static partial class WireRequest
{
    /// <summary>The call, or the reply that refuses it: an unknown version, or no live session.</summary>
    public static async Task<(ApiRequest? Request, ApiReply? Refusal)> Read(HttpContext context, Sessions sessions)
    {
        var segments = SegmentsOf(context);
        if (!VersionPattern().IsMatch(segments[2]))
            return (null, ApiReply.Errors(404, ApiException.NotFound().Errors));
        var (userId, refusal) = Authenticate(context.Request, sessions);
        if (userId is null)
            return (null, refusal);
        return (new ApiRequest
        {
            Method = MethodOf(context.Request),
            Version = segments[2].ToLowerInvariant(),
            Segments = segments[3..],
            Query = context.Request.Query,
            Headers = HeadersOf(context.Request),
            Body = await BodyOf(context.Request),
            UserId = userId,
            Origin = $"{context.Request.Scheme}://{context.Request.Host}",
        }, null);
    }

    // From the target as it came: the decoded path no longer tells an encoded slash in an external id from a real one.
    private static List<string> SegmentsOf(HttpContext context)
    {
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var path = target.Split('?', 2)[0];
        if (Uri.TryCreate(path, UriKind.Absolute, out var absolute) && absolute.Scheme.StartsWith("http", StringComparison.Ordinal))
            path = absolute.AbsolutePath;
        return [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];
    }

    private static (string? UserId, ApiReply? Refusal) Authenticate(HttpRequest request, Sessions sessions)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.Length > 0 && AccessToken.Of(header) is null)
            return (null, Unauthorized("INVALID_AUTH_HEADER", "INVALID_HEADER_TYPE"));
        return AccessToken.Of(header) is { } token && sessions.Use(token) is { } user
            ? (user, null)
            : (null, Unauthorized("INVALID_SESSION_ID", "Session expired or invalid"));
    }

    private static ApiReply Unauthorized(string code, string message) =>
        ApiReply.Errors(401, [new ApiError(code, message)]).With("WWW-Authenticate", "Token");

    // Clients that cannot send PATCH post with ?_HttpMethod=PATCH.
    internal static string MethodOf(HttpRequest request) =>
        request.Method == "POST" && request.Query.TryGetValue("_HttpMethod", out var method) ? method.ToString().ToUpperInvariant() : request.Method;

    private static Dictionary<string, StringValues> HeadersOf(HttpRequest request) => new(request.Headers, StringComparer.OrdinalIgnoreCase);

    private static async Task<ReadOnlyMemory<byte>> BodyOf(HttpRequest request)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    [GeneratedRegex(@"^v\d{2,3}\.\d$", RegexOptions.IgnoreCase)]
    private static partial Regex VersionPattern();
}
