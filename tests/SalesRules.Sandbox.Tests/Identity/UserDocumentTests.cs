using System.Net;
using SalesRules.Sandbox.Tests.Wire;

namespace SalesRules.Sandbox.Tests.Identity;

public sealed class UserDocumentTests : WireTests
{
    [Test]
    public async Task Userinfo_names_user_org_and_the_urls_of_the_apis()
    {
        var info = (await Org.Send("GET", "/services/oauth2/userinfo", (string?)null)).Json;

        Assert.That(info.GetProperty("user_id").GetString(), Is.EqualTo(Org.Org.AdminUserId));
        Assert.That(info.GetProperty("organization_id").GetString(), Is.EqualTo(Org.Org.Id));
        Assert.That(info.GetProperty("preferred_username").GetString(), Is.EqualTo("admin@sandbox.example"));
        Assert.That(info.GetProperty("urls").GetProperty("rest").GetString(), Is.EqualTo($"{Org.Server.Address}services/data/v{{version}}/"));
    }

    [Test]
    public async Task The_identity_url_takes_ids_of_either_length()
    {
        var (org, user) = (Org.Org.Id, Org.Org.AdminUserId);
        var full = await Org.Send("GET", $"/id/{org}/{user}", (string?)null);
        var shorter = await Org.Send("GET", $"/id/{org[..15]}/{user[..15]}", (string?)null);

        Assert.That(full.Json.GetProperty("id").GetString(), Is.EqualTo($"{Org.Server.Address}id/{org}/{user}"));
        Assert.That(full.Json.GetProperty("username").GetString(), Is.EqualTo("admin@sandbox.example"));
        Assert.That(shorter.Text, Is.EqualTo(full.Text));
    }

    [TestCase("Bearer 00D!nonsense", "Bad_OAuth_Token")]
    [TestCase("", "Missing_OAuth_Token")]
    public async Task A_bad_token_is_403_in_plain_text(string authorization, string text)
    {
        var reply = await Org.Send("GET", "/services/oauth2/userinfo", (string?)null, ("Authorization", authorization));

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(reply.Text, Is.EqualTo(text));
    }
}
