namespace SalesRules.Sandbox.Identity;

/// <summary>The token of an Authorization header; both schemes that clients use are known.</summary>
internal static class AccessToken
{
    /// <summary>The token behind <c>Bearer</c> or <c>OAuth</c>; null for another scheme or none.</summary>
    public static string? Of(string authorization)
    {
        var parts = authorization.Split(' ', 2, StringSplitOptions.TrimEntries);
        return parts is [var scheme, { Length: > 0 } token] && (Is(scheme, "Bearer") || Is(scheme, "OAuth")) ? token : null;
    }

    private static bool Is(string scheme, string name) => string.Equals(scheme, name, StringComparison.OrdinalIgnoreCase);
}
