using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace SalesRules.Notifications.Tests.Receivers;

/// <summary>A request as a receiver got it.</summary>
internal sealed record ReceivedCall(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public static async Task<ReceivedCall> FromAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        return new(request.Path, request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase), body.ToArray());
    }
}
