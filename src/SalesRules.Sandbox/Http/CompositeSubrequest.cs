using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace SalesRules.Sandbox.Http;

/// <summary>One part of a composite or batch call: a call of its own, made by the caller of the whole.</summary>
internal sealed partial record CompositeSubrequest(string Method, string Url, string ReferenceId, JsonNode? Body, JsonObject? Headers)
{
    /// <summary>The subrequest as a call; its URL may leave out <c>/services/data</c>.</summary>
    public ApiRequest ToRequest(ApiRequest whole)
    {
        var parts = Url.Split('?', 2);
        var segments = parts[0].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToList();
        if (segments is ["services", "data", ..])
            segments.RemoveRange(0, 2);
        if (segments.Count == 0 || !Version().IsMatch(segments[0]))
            throw ApiException.BadRequest("INVALID_INPUT", $"{Url} is no URL of the data API");
        return whole with
        {
            Method = Method,
            Version = segments[0].ToLowerInvariant(),
            Segments = segments[1..],
            Query = new QueryCollection(QueryHelpers.ParseQuery(parts.Length > 1 ? parts[1] : "")),
            Headers = (Headers ?? []).ToDictionary(
                header => header.Key, header => new StringValues(header.Value?.ToString()), StringComparer.OrdinalIgnoreCase),
            Body = Body is null ? default : JsonSerializer.SerializeToUtf8Bytes(Body),
        };
    }

    [GeneratedRegex(@"^v\d{2,3}\.\d$", RegexOptions.IgnoreCase)]
    private static partial Regex Version();
}
