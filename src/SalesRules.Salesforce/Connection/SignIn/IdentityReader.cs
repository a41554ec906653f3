using System.Text.Json;
using SalesRules.Snapshots;

namespace SalesRules.Salesforce.Connection.SignIn;

/// <summary>Finds the ids of org and user in what a sign-in or the user-info endpoint tells.</summary>
internal static class IdentityReader
{
    /// <summary>From an identity address, which ends in <c>/id/{org}/{user}</c>; null when the sign-in gave none.</summary>
    public static OrgIdentity? FromUrl(AccessToken token)
    {
        var parts = token.IdentityUrl?.Split('/', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return parts is [.., var org, var user] ? Identity(org, user, token.InstanceUrl) : null;
    }

    /// <summary>From the reply of <c>/services/oauth2/userinfo</c>; null when it names no ids.</summary>
    public static OrgIdentity? FromUserInfo(JsonElement json, Uri instanceUrl) =>
        json.TryGetProperty("organization_id", out var org) && org.ValueKind == JsonValueKind.String
        && json.TryGetProperty("user_id", out var user) && user.ValueKind == JsonValueKind.String
            ? Identity(org.GetString()!, user.GetString()!, instanceUrl)
            : null;

    private static OrgIdentity? Identity(string org, string user, Uri instanceUrl) =>
        SalesforceId.TryParse(org, out var orgId) && SalesforceId.TryParse(user, out var userId) ? new(orgId, userId, instanceUrl) : null;
}
