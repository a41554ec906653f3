using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Salesforce.Connection.Usage;
using SalesRules.Salesforce.Tests.Stub;

namespace SalesRules.Salesforce.Tests.Connection.SignIn;

internal sealed class SignInTests : StubFixture
{
    private StubCall? signIn;

    [Test]
    public async Task Client_credentials_send_key_and_secret_and_learn_org_and_user()
    {
        Record();

        var identity = await Client().Connection.IdentityAsync(default);

        var form = QueryHelpers.ParseQuery(signIn!.Body);
        Assert.That(form["grant_type"].ToString(), Is.EqualTo("client_credentials"));
        Assert.That((form["client_id"].ToString(), form["client_secret"].ToString()), Is.EqualTo(("sandbox", Tests.Client.Secret)));
        Assert.That((identity.OrganizationId.Value, identity.UserId.Value), Is.EqualTo(("00Dxx0000001gPLEAY", "005xx000001SvogAAC")));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task The_JWT_flow_signs_who_asks_for_whom_at_which_host_for_three_minutes(bool pkcs8)
    {
        var clock = new FakeClock();
        using var key = RSA.Create(2048);
        using var file = new TemporaryFile(pkcs8 ? key.ExportPkcs8PrivateKeyPem() : key.ExportRSAPrivateKeyPem());
        Record();
        var client = Client(clock, ("ClientSecret", ""), ("Username", "bot@acme.example"), ("PrivateKeyFile", file.Path));

        await client.Connection.IdentityAsync(default);

        var form = QueryHelpers.ParseQuery(signIn!.Body);
        Assert.That(form["grant_type"].ToString(), Is.EqualTo("urn:ietf:params:oauth:grant-type:jwt-bearer"));
        var parts = form["assertion"].ToString().Split('.');
        Assert.That(Part(parts[0]).GetProperty("alg").GetString(), Is.EqualTo("RS256"));
        var claims = Part(parts[1]);
        Assert.That(claims.GetProperty("iss").GetString(), Is.EqualTo("sandbox"));
        Assert.That(claims.GetProperty("sub").GetString(), Is.EqualTo("bot@acme.example"));
        Assert.That(claims.GetProperty("aud").GetString(), Is.EqualTo(Stub.Url.GetLeftPart(UriPartial.Authority)));
        Assert.That(claims.GetProperty("exp").GetInt64(), Is.EqualTo(clock.GetUtcNow().ToUnixTimeSeconds() + 180));
        Assert.That(key.VerifyData(
            Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    [Test]
    public async Task A_reply_without_identity_is_enough_and_the_ids_are_asked_for()
    {
        Stub.AnswerSignIn = (_, _) => StubReply.Json($$"""{"access_token":"t","instance_url":"{{Stub.Url}}"}""");
        Stub.Then(StubReply.Json("""{"organization_id":"00Dxx0000001gPL","user_id":"005xx000001SvogAAC"}"""));
        var client = Client();

        var identity = await client.Connection.IdentityAsync(default);

        Assert.That(identity.OrganizationId.Value, Is.EqualTo("00Dxx0000001gPLEAY"));
        Assert.That(Stub.Calls.Single().Path, Is.EqualTo("/services/oauth2/userinfo"));
        Assert.That((client.Calls[CallKind.Identity], client.Calls.ApiCalls), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task A_user_info_endpoint_that_refuses_the_token_in_plain_text_leads_to_a_refresh()
    {
        Stub.AnswerSignIn = (_, _) => StubReply.Json($$"""{"access_token":"t","instance_url":"{{Stub.Url}}"}""");
        Stub.Then(
            StubReply.Text("Bad_OAuth_Token", "text/plain", 403),
            StubReply.Json("""{"organization_id":"00Dxx0000001gPLEAY","user_id":"005xx000001SvogAAC"}"""));

        await Client().Connection.IdentityAsync(default);

        Assert.That(Stub.SignIns, Is.EqualTo(2));
    }

    [TestCase("""{"access_token":"t"}""")]
    [TestCase("""{"access_token":"t","instance_url":"http://elsewhere.example"}""")]
    [TestCase("""{"access_token":"t","instance_url":"not an address"}""")]
    [TestCase("""{"access_token":"a\nb","instance_url":"http://127.0.0.1:1"}""", TestName = "A token with a line break is none")]
    [TestCase("""{"access_token":"","instance_url":"http://127.0.0.1:1"}""", TestName = "An empty token is none")]
    [TestCase("""[]""")]
    public async Task A_reply_that_does_not_say_safely_where_the_org_is_is_refused(string body)
    {
        Stub.AnswerSignIn = (_, _) => StubReply.Json(body);

        Assert.That((await FailureAsync(() => Client().Connection.IdentityAsync(default))).ErrorCode, Is.EqualTo(LocalErrorCodes.UnexpectedReply));
    }

    [TestCase("invalid_grant", "user hasn't approved this consumer", "pre-authorised")]
    [TestCase("invalid_grant", "audience is invalid", "Salesforce:Audience")]
    [TestCase("invalid_grant", "expired authorization code", "clock")]
    [TestCase("invalid_grant", "invalid assertion", "Salesforce:PrivateKeyFile")]
    [TestCase("invalid_grant", "no client credentials user enabled", "Run-As user")]
    [TestCase("invalid_client_id", "client identifier invalid", "Salesforce:ClientId")]
    [TestCase("invalid_client", "invalid client credentials", "Salesforce:ClientSecret")]
    [TestCase("invalid_app_access", "user is not admin approved to access this app", "not approved")]
    [TestCase("unsupported_grant_type", "grant type not supported", "does not offer this sign-in flow")]
    public async Task Each_refusal_says_what_to_do_and_is_not_tried_again(string error, string description, string advice)
    {
        Stub.AnswerSignIn = (_, _) => StubReply.OAuthError(error, description);
        var client = Client();

        var failure = await FailureAsync(() => client.Connection.IdentityAsync(default));

        Assert.That(failure.Message, Does.StartWith($"Sign-in at {Stub.Url.Authority} failed. ").And.Contain(advice).And.Contain(error));
        Assert.That(failure.Verdict, Is.EqualTo(Verdict.RefuseRun));
        Assert.That(Stub.SignIns, Is.EqualTo(1));
        Assert.That($"{failure}\n{client.Log}", Does.Not.Contain(Tests.Client.Secret));
    }

    [Test]
    public async Task Nobody_home_says_so()
    {
        var url = Stub.Url;
        await Stub.DisposeAsync();
        await using var client = new Client(url);

        var failure = await FailureAsync(() => client.Connection.IdentityAsync(default));

        Assert.That((failure.ErrorCode, failure.MayHaveBeenCarriedOut), Is.EqualTo((LocalErrorCodes.ConnectionFailed, false)));
        Assert.That(failure.Message, Does.Contain("Nothing answers there").And.Contain(url.Authority));
        Stub = await StubServer.StartAsync();
    }

    [Test]
    public async Task An_unknown_host_says_so()
    {
        await using var client = new Client(new Uri("https://no-such-org.invalid"));

        Assert.That((await FailureAsync(() => client.Connection.IdentityAsync(default))).Message, Does.Contain("The host is unknown"));
    }

    [Test]
    public async Task Neither_secret_nor_token_is_logged_when_all_goes_well()
    {
        Stub.Then(StubReply.SessionExpired, StubReply.Empty(503), StubReply.NoRows);
        var client = Client();

        await client.Connection.SendAsync(Read with { Path = "query?q=SELECT+customer" }, default);

        Assert.That(client.Log, Does.Contain("Signed in").And.Contain("HTTP_503"));
        Assert.That(client.Log, Does.Not.Contain(Tests.Client.Secret).And.Not.Contain("!1").And.Not.Contain("!2").And.Not.Contain("customer"));
    }

    private void Record() => Stub.AnswerSignIn = (number, call) =>
    {
        signIn = call;
        return Stub.TokenReply(number);
    };

    private static JsonElement Part(string part) => JsonDocument.Parse(Base64Url.DecodeFromChars(part)).RootElement;
}
