using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace SalesRules.Sandbox.Identity;

/// <summary>Codes of the web server flow: each is good once.</summary>
internal sealed class AuthorizationCodes
{
    private readonly ConcurrentDictionary<string, string> users = new(StringComparer.Ordinal);

    public string Issue(string userId)
    {
        var code = "aPrx" + RandomNumberGenerator.GetHexString(48);
        users[code] = userId;
        return code;
    }

    /// <summary>The user of a code that has not been used yet; null otherwise.</summary>
    public string? Redeem(string? code) => code is not null && users.TryRemove(code, out var user) ? user : null;
}
