using System.Text;
using Microsoft.AspNetCore.Http;

namespace SalesRules.Salesforce.Tests.Stub;

/// <summary>A call as the stub received it.</summary>
internal sealed record StubCall(string Method, string Path, IQueryCollection Query, IHeaderDictionary Headers, string Body)
{
    public string Token => Headers.Authorization.ToString()["Bearer ".Length..];

    public string Soql => Query["q"].ToString();

    public static async Task<StubCall> FromAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var headers = new HeaderDictionary(request.Headers.ToDictionary(h => h.Key, h => h.Value, StringComparer.OrdinalIgnoreCase));
        return new(request.Method, request.Path, request.Query, headers, await reader.ReadToEndAsync());
    }
}
