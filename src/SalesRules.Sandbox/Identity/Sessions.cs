using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace SalesRules.Sandbox.Identity;

/// <summary>Access and refresh tokens. A session ends after two hours without a call, on revocation, or when a test ends all of them.</summary>
public sealed class Sessions
{
    private readonly ConcurrentDictionary<string, Session> byToken = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> usersByRefreshToken = new(StringComparer.Ordinal);
    private readonly TimeProvider clock;
    private readonly string organizationId;

    internal Sessions(TimeProvider clock, string organizationId)
    {
        this.clock = clock;
        this.organizationId = organizationId;
    }

    /// <summary>How long a session lives without being used.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromHours(2);

    /// <summary>Starts a session: the token is the 15-character org id, an exclamation mark, and what nobody should parse.</summary>
    public string Start(string userId)
    {
        var token = $"{organizationId[..15]}!AQ{RandomText(90)}";
        byToken[token] = new Session(userId, clock.GetUtcNow(), clock.GetUtcNow() + Timeout);
        return token;
    }

    /// <summary>A refresh token for a user; it stays valid until it is revoked.</summary>
    public string IssueRefreshToken(string userId)
    {
        var token = $"5Aep861{RandomText(80)}";
        usersByRefreshToken[token] = userId;
        return token;
    }

    /// <summary>Ends every session, as an expiry would; refresh tokens stay.</summary>
    public void ExpireAll() => byToken.Clear();

    /// <summary>Ends the session or refresh token; false when it is neither.</summary>
    public bool Revoke(string token) => byToken.TryRemove(token, out _) | usersByRefreshToken.TryRemove(token, out _);

    /// <summary>The user of a refresh token; null when it was revoked or never issued.</summary>
    internal string? UserOfRefreshToken(string token) => usersByRefreshToken.GetValueOrDefault(token);

    /// <summary>The live session of a token; null when there is none.</summary>
    internal Session? Find(string token)
    {
        if (!byToken.TryGetValue(token, out var session))
            return null;
        if (session.Expires > clock.GetUtcNow())
            return session;
        byToken.TryRemove(token, out _);
        return null;
    }

    /// <summary>The user of a live session, which the call keeps alive; null when there is none.</summary>
    internal string? Use(string token)
    {
        if (Find(token) is not { } session)
            return null;
        byToken.TryUpdate(token, session with { Expires = clock.GetUtcNow() + Timeout }, session);
        return session.UserId;
    }

    private static string RandomText(int length) =>
        RandomNumberGenerator.GetString("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._", length);
}
