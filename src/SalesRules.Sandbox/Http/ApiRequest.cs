using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace SalesRules.Sandbox.Http;

/// <summary>
/// A call of the data API, apart from the connection it came over: a subrequest of a composite call is one as well.
/// </summary>
internal sealed record ApiRequest
{
    public required string Method { get; init; }

    /// <summary>The version as in the URL: <c>v64.0</c>. Replies use the same one.</summary>
    public required string Version { get; init; }

    /// <summary>The decoded parts of the path after the version; empty ones left out.</summary>
    public required IReadOnlyList<string> Segments { get; init; }

    public required IQueryCollection Query { get; init; }

    /// <summary>Headers by name in any case.</summary>
    public required IReadOnlyDictionary<string, StringValues> Headers { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The user that the session belongs to.</summary>
    public required string UserId { get; init; }

    /// <summary>Scheme and host under which the caller reached the org.</summary>
    public required string Origin { get; init; }

    /// <summary>The parts of the path that the matched route names.</summary>
    public IReadOnlyDictionary<string, string> Route { get; init; } = new Dictionary<string, string>();

    /// <summary>64.0 for <c>v64.0</c>.</summary>
    public decimal VersionNumber => decimal.Parse(Version.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary><c>/services/data/v64.0</c>: what host-relative URLs of replies start with.</summary>
    public string BasePath => $"/services/data/{Version}";

    /// <summary>A header's value, or null.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>A query parameter, or null.</summary>
    public string? Parameter(string name) => Query.TryGetValue(name, out var value) ? value.ToString() : null;
}
