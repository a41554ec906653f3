using System.Net;
using System.Security.Cryptography;
using System.Text;
using SalesRules.Sandbox.Tests.Wire;

namespace SalesRules.Sandbox.Tests.Identity;

public sealed class TokenTests : WireTests
{
    private const string Endpoint = "/services/oauth2/token";

    [Test]
    public async Task Client_credentials_in_the_form_give_a_token_and_the_identity_url()
    {
        var reply = await Org.Form(Endpoint, ("grant_type", "client_credentials"), ("client_id", "sandbox"), ("client_secret", "sandbox"));

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.OK));
        var origin = Org.Server.Address.OriginalString.TrimEnd('/');
        Assert.That(reply.Json.GetProperty("access_token").GetString(), Does.Match("^00DSb0000000001![A-Za-z0-9._]{90,}$"));
        Assert.That(reply.Json.GetProperty("instance_url").GetString(), Is.EqualTo(origin));
        Assert.That(reply.Json.GetProperty("id").GetString(), Is.EqualTo($"{origin}/id/{Org.Org.Id}/{Org.Org.AdminUserId}"));
        Assert.That(reply.Json.GetProperty("token_type").GetString(), Is.EqualTo("Bearer"));
        Assert.That(reply.Json.GetProperty("issued_at").GetString(), Is.EqualTo("1772443800000"));
        Assert.That(reply.Json.TryGetProperty("expires_in", out _), Is.False);
        Assert.That(reply.Header("Content-Type"), Is.EqualTo("application/json;charset=UTF-8"));
    }

    [Test]
    public async Task The_signature_is_the_hmac_of_id_and_issue_time_with_the_consumer_secret()
    {
        var reply = await Org.Form(Endpoint, ("grant_type", "client_credentials"), ("client_id", "sandbox"), ("client_secret", "sandbox"));

        var signed = reply.Json.GetProperty("id").GetString() + reply.Json.GetProperty("issued_at").GetString();
        var expected = Convert.ToBase64String(HMACSHA256.HashData("sandbox"u8, Encoding.UTF8.GetBytes(signed)));
        Assert.That(reply.Json.GetProperty("signature").GetString(), Is.EqualTo(expected));
    }

    [Test]
    public async Task Client_credentials_in_a_basic_header_work_as_well()
    {
        var form = new FormUrlEncodedContent([KeyValuePair.Create("grant_type", "client_credentials")]);
        var reply = await Org.Send("POST", Endpoint, form, ("Authorization", "Basic " + Convert.ToBase64String("sandbox:sandbox"u8)));

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("nobody", "sandbox", """{"error":"invalid_client_id","error_description":"client identifier invalid"}""")]
    [TestCase("sandbox", "wrong", """{"error":"invalid_client","error_description":"invalid client credentials"}""")]
    public async Task A_wrong_key_or_secret_is_refused_in_one_object(string id, string secret, string body)
    {
        var reply = await Org.Form(Endpoint, ("grant_type", "client_credentials"), ("client_id", id), ("client_secret", secret));

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(reply.Text, Is.EqualTo(body));
    }

    [Test]
    public async Task An_unknown_grant_is_refused()
    {
        var reply = await Org.Form(Endpoint, ("grant_type", "device"));

        Assert.That(reply.Text, Is.EqualTo("""{"error":"unsupported_grant_type","error_description":"grant type not supported"}"""));
    }

    [TestCase("sandbox")]
    [TestCase("sandboxAbCdEfGhIjKlMnOpQrStUvWx")]
    public async Task A_password_works_with_and_without_a_security_token(string password)
    {
        var reply = await Password(password);

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(reply.Json.TryGetProperty("refresh_token", out _), Is.False);
    }

    [TestCase("wrong")]
    [TestCase("sandboxshort")]
    public async Task A_wrong_password_is_an_authentication_failure(string password)
    {
        var reply = await Password(password);

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(reply.Text, Is.EqualTo("""{"error":"invalid_grant","error_description":"authentication failure"}"""));
    }

    [Test]
    public async Task A_refresh_token_gives_a_new_session_after_all_have_expired()
    {
        var refresh = Org.Server.Sessions.IssueRefreshToken(Org.Org.AdminUserId);
        Org.Server.Sessions.ExpireAll();
        Assert.That((await Org.Data("GET", "limits")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));

        var reply = await Org.Form(Endpoint, ("grant_type", "refresh_token"), ("client_id", "sandbox"), ("refresh_token", refresh));
        Org.Token = reply.Json.GetProperty("access_token").GetString()!;

        Assert.That((await Org.Data("GET", "limits")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_revoked_refresh_token_is_expired()
    {
        var refresh = Org.Server.Sessions.IssueRefreshToken(Org.Org.AdminUserId);
        Assert.That((await Org.Form("/services/oauth2/revoke", ("token", refresh))).Text, Is.Empty);

        var reply = await Org.Form(Endpoint, ("grant_type", "refresh_token"), ("client_id", "sandbox"), ("refresh_token", refresh));

        Assert.That(reply.Text, Is.EqualTo("""{"error":"invalid_grant","error_description":"expired access/refresh token"}"""));
    }

    [Test]
    public async Task The_web_server_flow_gives_a_refresh_token_and_its_code_works_once()
    {
        var redirect = await Org.Send("GET", "/services/oauth2/authorize?response_type=code&client_id=sandbox&redirect_uri=http%3A%2F%2Flocalhost%2Fdone&state=x", (string?)null);
        Assert.That(redirect.Status, Is.EqualTo(HttpStatusCode.Redirect));
        var target = new Uri(redirect.Header("Location")!);
        Assert.That(target.Query, Does.EndWith("&state=x"));
        var code = target.Query.Split('=', '&')[1];

        var first = await Org.Form(Endpoint, ("grant_type", "authorization_code"), ("client_id", "sandbox"), ("code", code));
        var second = await Org.Form(Endpoint, ("grant_type", "authorization_code"), ("client_id", "sandbox"), ("code", code));

        Assert.That(first.Json.GetProperty("refresh_token").GetString(), Is.Not.Empty);
        Assert.That(second.Text, Is.EqualTo("""{"error":"invalid_grant","error_description":"expired authorization code"}"""));
    }

    [Test]
    public async Task A_revoked_access_token_ends_its_session()
    {
        Assert.That((await Org.Form("/services/oauth2/revoke", ("token", Org.Token))).Status, Is.EqualTo(HttpStatusCode.OK));

        Assert.That((await Org.Data("GET", "limits")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Revoking_what_is_no_token_fails_in_form_encoding()
    {
        var reply = await Org.Form("/services/oauth2/revoke", ("token", "nonsense"));

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(reply.Text, Is.EqualTo("error=unsupported_token_type&error_description=this+token+is+not+supported"));
    }

    [Test]
    public async Task Introspection_tells_a_live_token_from_a_dead_one()
    {
        var live = await Org.Form("/services/oauth2/introspect", ("token", Org.Token), ("client_id", "sandbox"), ("client_secret", "sandbox"));
        var dead = await Org.Form("/services/oauth2/introspect", ("token", "x"), ("client_id", "sandbox"), ("client_secret", "sandbox"));

        Assert.That(live.Json.GetProperty("active").GetBoolean(), Is.True);
        Assert.That(live.Json.GetProperty("exp").GetInt64(), Is.EqualTo((WireOrg.Start + TimeSpan.FromHours(2)).ToUnixTimeSeconds()));
        Assert.That(live.Json.GetProperty("username").GetString(), Is.EqualTo("admin@sandbox.example"));
        Assert.That(dead.Text, Is.EqualTo("""{"active":false}"""));
    }

    [Test]
    public async Task A_session_ends_two_hours_after_its_last_call()
    {
        Org.Clock.Advance(TimeSpan.FromMinutes(119));
        Assert.That((await Org.Data("GET", "limits")).Status, Is.EqualTo(HttpStatusCode.OK));
        Org.Clock.Advance(TimeSpan.FromMinutes(119));
        Assert.That((await Org.Data("GET", "limits")).Status, Is.EqualTo(HttpStatusCode.OK));
        Org.Clock.Advance(TimeSpan.FromMinutes(120));
        Assert.That((await Org.Data("GET", "limits")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    private Task<WireReply> Password(string password) => Org.Form(Endpoint, ("grant_type", "password"), ("client_id", "sandbox"),
        ("client_secret", "sandbox"), ("username", "admin@sandbox.example"), ("password", password));
}
