namespace SalesRules.Sandbox.Identity;

/// <summary>A refusal of the token endpoint: one object, always 400.</summary>
internal sealed class OAuthException(string error, string description) : Exception(description)
{
    public string Error { get; } = error;

    public static OAuthException InvalidGrant(string description) => new("invalid_grant", description);
}
