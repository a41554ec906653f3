using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SalesRules.Salesforce.Connection.Usage;

namespace SalesRules.Salesforce.Connection.SignIn;

/// <summary>Signs in with the flow that the options choose: client credentials or JWT bearer.</summary>
internal sealed class TokenEndpoint(
    ResilientExchange exchange, IOptions<SalesforceOptions> options, TimeProvider time, ILogger<TokenEndpoint> logger)
{
    private const string JwtBearer = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    public async Task<AccessToken> SignInAsync(CancellationToken cancellationToken)
    {
        var login = new Uri(options.Value.LoginUrl!);
        var request = new SalesforceRequest(HttpMethod.Post, "/services/oauth2/token", CallKind.SignIn, $"Sign-in at {login.Authority}")
        {
            // Asking for a second token does no harm.
            Idempotent = true,
            MediaType = "application/x-www-form-urlencoded",
            Body = await new FormUrlEncodedContent(Form()).ReadAsByteArrayAsync(cancellationToken),
        };
        var token = Read(await exchange.SendAsync(request, login, authorization: null, cancellationToken));
        logger.SignedIn(login, token.InstanceUrl);
        return token;
    }

    private Dictionary<string, string> Form() => options.Value.PrivateKeyFile is null
        ? new()
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = options.Value.ClientId!,
            ["client_secret"] = options.Value.ClientSecret!,
        }
        : new()
        {
            ["grant_type"] = JwtBearer,
            ["assertion"] = ClientAssertion.Sign(options.Value, time.GetUtcNow()),
        };

    // Only these two are sure to come; some replies leave out the identity, the time and the signature. The token goes into a header,
    // which holds neither line breaks nor letters beyond ASCII.
    private AccessToken Read(SalesforceReply reply)
    {
        var json = reply.Json(JsonValueKind.Object);
        return Text(json, "access_token") is { Length: > 0 } value && value.All(char.IsAscii) && !value.Any(char.IsControl) && Text(json, "instance_url") is { } instance && InstanceUrl(instance) is { } url
            ? new(value, url, Text(json, "id"))
            : throw reply.Unexpected();
    }

    // The token goes there, so it must be as safe an address as the one that we signed in at.
    private Uri? InstanceUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && (url.IsLoopback || options.Value.AllowInsecureHttp)))
            ? url
            : null;

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
