using System.Net;
using System.Text.Json;

namespace SalesRules.Sandbox.Tests.Wire;

/// <summary>A reply as it came over the wire.</summary>
internal sealed record WireReply(HttpStatusCode Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonElement.Parse(Text);

    /// <summary>A header's value letter for letter; null when it is missing.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>Reads a reply; the headers first, since .NET rewrites some of them once it has used them.</summary>
    public static async Task<WireReply> Read(HttpResponseMessage response)
    {
        var headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new WireReply(response.StatusCode, await response.Content.ReadAsStringAsync(), headers);
    }
}
