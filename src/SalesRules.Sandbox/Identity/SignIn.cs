using System.Security.Cryptography;
using System.Text;

namespace SalesRules.Sandbox.Identity;

/// <summary>Who may sign in, and the words in which others are refused.</summary>
internal sealed class SignIn(Org org, Sessions sessions)
{
    // Salesforce appends it to the password outside trusted networks; its value does not matter here, its shape does.
    private const int ShortestSecurityToken = 15;
    private const int LongestSecurityToken = 30;
    private static readonly string[] LoginHosts = ["login.salesforce.com", "test.salesforce.com"];
    private readonly SandboxOptions options = org.Options;

    /// <summary>Checks the connected app's key and secret.</summary>
    public void CheckClient(string? clientId, string? clientSecret)
    {
        CheckClientId(clientId);
        if (!SameSecret(clientSecret, options.ClientSecret))
            throw new OAuthException("invalid_client", "invalid client credentials");
    }

    public void CheckClientId(string? clientId)
    {
        if (clientId != options.ClientId)
            throw new OAuthException("invalid_client_id", "client identifier invalid");
    }

    /// <summary>The user with this name and password (a security token may follow it), or null.</summary>
    public string? UserOfPassword(string? username, string? password)
    {
        var known = string.Equals(username, options.Username, StringComparison.OrdinalIgnoreCase);
        return known && password is not null && IsPassword(password) ? org.AdminUserId : null;
    }

    /// <summary>The user that a JWT stands for.</summary>
    public string UserOfAssertion(string text, string host)
    {
        var assertion = JwtAssertion.Parse(text) ?? throw OAuthException.InvalidGrant("invalid assertion");
        CheckClientId(assertion.Issuer);
        if (options.JwtPublicKeyFile is { } file && !assertion.IsSignedBy(file))
            throw OAuthException.InvalidGrant("invalid assertion");
        CheckAudience(assertion.Audience, host);
        CheckExpiry(assertion.Expires);
        return org.FindActiveUser(assertion.Subject) ?? throw OAuthException.InvalidGrant("user hasn't approved this consumer");
    }

    public string UserOfRefreshToken(string? token) =>
        sessions.UserOfRefreshToken(token ?? "") ?? throw OAuthException.InvalidGrant("expired access/refresh token");

    // Some clients leave the scheme out of aud, so hosts are compared.
    private static void CheckAudience(string? audience, string host)
    {
        var named = Uri.TryCreate(audience, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? uri.Host : audience?.Split(':', '/')[0];
        if (named != host && !LoginHosts.Contains(named))
            throw OAuthException.InvalidGrant("audience is invalid");
    }

    // Milliseconds instead of seconds look like a date far ahead and are refused as such.
    private void CheckExpiry(long? expires)
    {
        var now = org.Clock.GetUtcNow().ToUnixTimeSeconds();
        if (expires is null || expires < now)
            throw OAuthException.InvalidGrant("expired authorization code");
        if (expires > now + (long)options.Behaviors.LongestJwtLifetime.TotalSeconds)
            throw OAuthException.InvalidGrant("invalid assertion");
    }

    private bool IsPassword(string sent)
    {
        if (SameSecret(sent, options.Password))
            return true;
        var token = sent.StartsWith(options.Password, StringComparison.Ordinal) ? sent[options.Password.Length..] : "";
        return token.Length is >= ShortestSecurityToken and <= LongestSecurityToken && token.All(char.IsAsciiLetterOrDigit);
    }

    private static bool SameSecret(string? sent, string expected) =>
        sent is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent), Encoding.UTF8.GetBytes(expected));
}
