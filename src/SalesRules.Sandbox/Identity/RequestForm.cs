using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace SalesRules.Sandbox.Identity;

/// <summary>The fields of an OAuth request, from its form or its query, with the client's credentials from the Basic header or the form.</summary>
internal sealed class RequestForm(HttpRequest request, IFormCollection form)
{
    private readonly (string? Id, string? Secret) basic = Basic(request.Headers.Authorization.ToString());

    public string? this[string name] => form.TryGetValue(name, out var value) || request.Query.TryGetValue(name, out value) ? value.ToString() : null;

    public string? ClientId => basic.Id ?? this["client_id"];
    public string? ClientSecret => basic.Secret ?? this["client_secret"];

    public static async Task<IFormCollection> Read(HttpRequest request) =>
        request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : FormCollection.Empty;

    private static (string? Id, string? Secret) Basic(string header)
    {
        if (!AuthenticationHeaderValue.TryParse(header, out var value) || !string.Equals(value.Scheme, "Basic", StringComparison.OrdinalIgnoreCase))
            return (null, null);
        var bytes = new byte[value.Parameter?.Length ?? 0];
        var text = Convert.TryFromBase64String(value.Parameter ?? "", bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
        var parts = text.Split(':', 2);
        return parts.Length == 2 ? (Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1])) : (null, null);
    }
}
