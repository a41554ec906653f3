using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SalesRules.Sandbox.Http.Json;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Identity;

/// <summary>The signed-in user as userinfo and the identity URL tell it, with the URLs of the APIs ({version} stays for the caller).</summary>
internal sealed class UserDocument(Org org, string userId, HttpRequest request)
{
    private readonly string origin = $"{request.Scheme}://{request.Host}";
    private readonly Record user = org.Read(store => store["User"].Find(userId)!);

    public IResult UserInfo() => OAuthReplies.Object(writer =>
    {
        writer.WriteString("sub", $"{origin}/id/{org.Id}/{userId}");
        writer.WriteString("user_id", userId);
        writer.WriteString("organization_id", org.Id);
        writer.WriteString("preferred_username", Text("Username"));
        writer.WriteString("nickname", Text("Alias"));
        writer.WriteString("name", Text("Name"));
        writer.WriteString("email", Text("Email"));
        writer.WriteBoolean("email_verified", true);
        writer.WriteString("given_name", Text("FirstName"));
        writer.WriteString("family_name", Text("LastName"));
        writer.WriteString("zoneinfo", Text("TimeZoneSidKey"));
        WriteUrls(writer);
        WriteStatus(writer);
        writer.WriteString("updated_at", RecordJson.DateTime(user.SystemModstamp));
    });

    public IResult Identity() => OAuthReplies.Object(writer =>
    {
        writer.WriteString("id", $"{origin}/id/{org.Id}/{userId}");
        writer.WriteBoolean("asserted_user", true);
        writer.WriteString("user_id", userId);
        writer.WriteString("organization_id", org.Id);
        writer.WriteString("username", Text("Username"));
        writer.WriteString("nick_name", Text("Alias"));
        writer.WriteString("display_name", Text("Name"));
        writer.WriteString("email", Text("Email"));
        writer.WriteBoolean("email_verified", true);
        writer.WriteString("first_name", Text("FirstName"));
        writer.WriteString("last_name", Text("LastName"));
        writer.WriteString("timezone", Text("TimeZoneSidKey"));
        WriteUrls(writer);
        WriteStatus(writer);
        writer.WriteString("last_modified_date", RecordJson.DateTime(user.SystemModstamp));
    });

    private string? Text(string field) => user[field] as string;

    private void WriteUrls(Utf8JsonWriter writer) => writer.WriteMap("urls",
    [
        ("enterprise", $"{origin}/services/Soap/c/{{version}}/{org.Id[..15]}"),
        ("partner", $"{origin}/services/Soap/u/{{version}}/{org.Id[..15]}"),
        ("rest", $"{origin}/services/data/v{{version}}/"),
        ("sobjects", $"{origin}/services/data/v{{version}}/sobjects/"),
        ("query", $"{origin}/services/data/v{{version}}/query/"),
        ("profile", $"{origin}/{userId}"),
        ("custom_domain", origin),
    ]);

    private void WriteStatus(Utf8JsonWriter writer)
    {
        writer.WriteBoolean("active", user["IsActive"] is true);
        writer.WriteString("user_type", "STANDARD");
        writer.WriteString("language", Text("LanguageLocaleKey"));
        writer.WriteString("locale", Text("LocaleSidKey"));
        writer.WriteNumber("utcOffset", 0);
        writer.WriteBoolean("is_app_installed", true);
    }
}
