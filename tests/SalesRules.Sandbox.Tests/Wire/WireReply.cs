using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace SalesRules.Sandbox.Tests.Wire;

/// <summary>A reply as it came over the wire.</summary>
internal sealed record WireReply(HttpStatusCode Status, string Text, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    public JsonElement Json => JsonElement.Parse(Text);

    /// <summary>A header's value, wherever .NET files it; null when it is missing.</summary>
    public string? Header(string name) =>
        Headers.TryGetValues(name, out var values) || ContentHeaders.TryGetValues(name, out values) ? string.Join(", ", values) : null;
}
