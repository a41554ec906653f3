using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using SalesRules.Sandbox.Tests.Wire;

namespace SalesRules.Sandbox.Tests.Identity;

/// <summary>JWT bearer: what clients really send is accepted, each usual mistake is refused in its own words.</summary>
public sealed class JwtTests : WireTests
{
    private static readonly RSA Key = RSA.Create(2048);
    private static readonly string PublicKeyFile = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"jwt-{Guid.NewGuid():N}.pem");

    protected override SandboxOptions Options => base.Options with { JwtPublicKeyFile = PublicKeyFile };

    [OneTimeSetUp]
    public static void WritePublicKey() => File.WriteAllText(PublicKeyFile, Key.ExportSubjectPublicKeyInfoPem());

    [OneTimeTearDown]
    public static void RemovePublicKey()
    {
        File.Delete(PublicKeyFile);
        Key.Dispose();
    }

    [TestCase("https://login.salesforce.com")]
    [TestCase("login.salesforce.com")]
    [TestCase("https://test.salesforce.com")]
    [TestCase("http://127.0.0.1:8080")]
    public async Task A_signed_assertion_gives_a_token_whatever_form_its_audience_has(string audience)
    {
        var reply = await Ask(Jwt(Claims(audience: audience)));

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.OK), reply.Text);
        Assert.That(reply.Json.TryGetProperty("refresh_token", out _), Is.False);
    }

    [Test]
    public async Task The_expiry_may_be_text_and_further_claims_are_ignored()
    {
        var claims = $$"""{"iss":"sandbox","sub":"admin@sandbox.example","aud":"login.salesforce.com","iat":1,"exp":"{{In(180)}}"}""";

        Assert.That((await Ask(Jwt(claims))).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase(0, null)]
    [TestCase(300, null)]
    [TestCase(-1, "expired authorization code")]
    [TestCase(301, "invalid assertion")]
    public async Task An_assertion_lives_up_to_five_minutes(int seconds, string? refusal)
    {
        var reply = await Ask(Jwt(Claims(expires: In(seconds))));

        Assert.That(reply.Text, refusal is null ? Does.Contain("access_token") : Is.EqualTo(Refusal(refusal)));
    }

    [Test]
    public async Task Milliseconds_instead_of_seconds_are_refused()
    {
        var reply = await Ask(Jwt(Claims(expires: In(60) * 1000)));

        Assert.That(reply.Text, Is.EqualTo(Refusal("invalid assertion")));
    }

    [Test]
    public async Task Another_key_is_refused()
    {
        using var stranger = RSA.Create(2048);

        Assert.That((await Ask(Jwt(Claims(), stranger))).Text, Is.EqualTo(Refusal("invalid assertion")));
    }

    [Test]
    public async Task A_foreign_audience_is_refused()
    {
        Assert.That((await Ask(Jwt(Claims(audience: "https://example.com")))).Text, Is.EqualTo(Refusal("audience is invalid")));
    }

    [Test]
    public async Task An_unknown_user_has_not_approved_the_consumer()
    {
        Assert.That((await Ask(Jwt(Claims(subject: "someone@else.example")))).Text, Is.EqualTo(Refusal("user hasn't approved this consumer")));
    }

    [Test]
    public async Task An_unknown_consumer_is_refused()
    {
        var reply = await Ask(Jwt(Claims(issuer: "someone")));

        Assert.That(reply.Text, Is.EqualTo("""{"error":"invalid_client_id","error_description":"client identifier invalid"}"""));
    }

    [TestCase("")]
    [TestCase("a.b")]
    [TestCase("e30.e30.e30")]
    public async Task What_is_no_assertion_is_refused(string text)
    {
        Assert.That((await Ask(text)).Text, Is.EqualTo(Refusal("invalid assertion")));
    }

    [Test]
    public async Task Without_a_public_key_any_signature_passes_and_whoever_starts_the_org_is_told()
    {
        await using var open = await WireOrg.StartAsync();
        using var stranger = RSA.Create(2048);

        var reply = await open.Form("/services/oauth2/token", Fields(Jwt(Claims(), stranger)));

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(open.Server.Notices, Has.One.Contains("JWT signatures are not verified"));
        Assert.That(Org.Server.Notices, Is.Empty);
    }

    private static long In(int seconds) => WireOrg.Start.ToUnixTimeSeconds() + seconds;

    private static string Claims(
        string issuer = "sandbox", string subject = "admin@sandbox.example", string audience = "https://login.salesforce.com", long? expires = null) =>
        $$"""{"iss":"{{issuer}}","sub":"{{subject}}","aud":"{{audience}}","exp":{{expires ?? In(180)}}}""";

    private static string Jwt(string claims, RSA? key = null)
    {
        var signed = $"{Base64Url.EncodeToString("""{"alg":"RS256"}"""u8)}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}";
        var signature = (key ?? Key).SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Refusal(string description) => $$"""{"error":"invalid_grant","error_description":"{{description}}"}""";

    private static (string, string)[] Fields(string assertion) =>
        [("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"), ("assertion", assertion)];

    private Task<WireReply> Ask(string assertion) => Org.Form("/services/oauth2/token", Fields(assertion));
}
