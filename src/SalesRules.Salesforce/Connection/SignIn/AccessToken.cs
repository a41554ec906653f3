namespace SalesRules.Salesforce.Connection.SignIn;

/// <summary>What a sign-in gave: the token, where to use it, and the identity address when the reply named one.</summary>
/// <remarks>A class, so that two sign-ins are two tokens even if the text is equal; it never prints the token.</remarks>
internal sealed class AccessToken(string value, Uri instanceUrl, string? identityUrl)
{
    public string Value { get; } = value;

    public Uri InstanceUrl { get; } = instanceUrl;

    public string? IdentityUrl { get; } = identityUrl;

    public override string ToString() => $"token for {InstanceUrl}";
}
