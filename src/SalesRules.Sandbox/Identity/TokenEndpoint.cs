using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace SalesRules.Sandbox.Identity;

/// <summary><c>/services/oauth2/token</c>: client credentials, JWT bearer, password, refresh and authorization code.</summary>
internal sealed class TokenEndpoint(Org org, Sessions sessions, SignIn signIn, AuthorizationCodes codes)
{
    public async Task<IResult> Grant(HttpRequest request)
    {
        var form = new RequestForm(request, await RequestForm.Read(request));
        try
        {
            return Granted(request, form);
        }
        catch (OAuthException refusal)
        {
            return OAuthReplies.Refused(refusal);
        }
    }

    private IResult Granted(HttpRequest request, RequestForm form)
    {
        switch (form["grant_type"])
        {
            case "client_credentials":
                signIn.CheckClient(form.ClientId, form.ClientSecret);
                return Token(request, org.AdminUserId);
            case "urn:ietf:params:oauth:grant-type:jwt-bearer":
                return Token(request, signIn.UserOfAssertion(form["assertion"] ?? "", request.Host.Host));
            case "password":
                signIn.CheckClient(form.ClientId, form.ClientSecret);
                return Token(request, signIn.UserOfPassword(form["username"], form["password"]) ?? throw OAuthException.InvalidGrant("authentication failure"));
            case "refresh_token":
                signIn.CheckClientId(form.ClientId);
                return Token(request, signIn.UserOfRefreshToken(form["refresh_token"]));
            case "authorization_code":
                signIn.CheckClientId(form.ClientId);
                var user = codes.Redeem(form["code"]) ?? throw OAuthException.InvalidGrant("expired authorization code");
                return Token(request, user, sessions.IssueRefreshToken(user));
            default:
                throw new OAuthException("unsupported_grant_type", "grant type not supported");
        }
    }

    private IResult Token(HttpRequest request, string userId, string? refreshToken = null)
    {
        var origin = $"{request.Scheme}://{request.Host}";
        var id = $"{origin}/id/{org.Id}/{userId}";
        var issuedAt = org.Clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return OAuthReplies.Object(writer =>
        {
            writer.WriteString("access_token", sessions.Start(userId));
            if (refreshToken is not null)
                writer.WriteString("refresh_token", refreshToken);
            writer.WriteString("signature", Sign(id + issuedAt));
            writer.WriteString("scope", refreshToken is null ? "id api" : "refresh_token id api");
            writer.WriteString("instance_url", origin);
            writer.WriteString("id", id);
            writer.WriteString("token_type", "Bearer");
            writer.WriteString("issued_at", issuedAt);
        });
    }

    private string Sign(string text) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(org.Options.ClientSecret), Encoding.UTF8.GetBytes(text)));
}
