using SalesRules.Salesforce.Connection;

namespace SalesRules.Salesforce.Tests.Connection;

internal sealed class SalesforceOptionsValidatorTests
{
    [Test]
    public void Good_options_of_both_flows_pass()
    {
        using var key = new TemporaryFile(System.Security.Cryptography.RSA.Create(2048).ExportPkcs8PrivateKeyPem());

        Assert.That(Errors(_ => { }), Is.Empty);
        Assert.That(Errors(o => (o.ClientSecret, o.Username, o.PrivateKeyFile) = (null, "bot@acme.example", key.Path)), Is.Empty);
    }

    [Test]
    public void Everything_that_is_wrong_is_reported_at_once_and_names_its_key()
    {
        var errors = Errors(o =>
        {
            o.LoginUrl = null;
            o.ApiVersion = "sixty";
            o.ClientId = " ";
            o.ClientSecret = null;
            o.MaxConcurrentRequests = 26;
            o.AttemptTimeout = TimeSpan.Zero;
        });

        Assert.That(string.Join('\n', errors), Does
            .Contain("Salesforce:LoginUrl is missing").And.Contain("Salesforce:ApiVersion").And.Contain("Salesforce:ClientId is missing")
            .And.Contain("Salesforce:ClientSecret is missing").And.Contain("Salesforce:MaxConcurrentRequests").And.Contain("Salesforce:AttemptTimeout"));
        Assert.That(errors, Has.Count.EqualTo(6).And.All.EndsWith("."));
    }

    [TestCase("http://acme.my.salesforce.com", "in the clear")]
    [TestCase("https://login.salesforce.com", "does not offer the client-credentials flow")]
    [TestCase("https://test.salesforce.com", "does not offer the client-credentials flow")]
    [TestCase("https://acme.my.salesforce.com/services/oauth2/token", "more than a host")]
    [TestCase("acme.my.salesforce.com", "not a web address")]
    [TestCase("ftp://acme.my.salesforce.com", "not a web address")]
    public void A_login_address_that_cannot_work_is_refused(string url, string reason) =>
        Assert.That(Errors(o => o.LoginUrl = url), Has.One.Contains(reason));

    [TestCase("https://acme.my.salesforce.com")]
    [TestCase("https://acme.my.salesforce.com/")]
    [TestCase("http://127.0.0.1:8080")]
    [TestCase("http://localhost:8080")]
    public void A_login_address_that_can_work_passes(string url) => Assert.That(Errors(o => o.LoginUrl = url), Is.Empty);

    [Test]
    public void Plain_http_passes_when_it_is_allowed() =>
        Assert.That(Errors(o => (o.LoginUrl, o.AllowInsecureHttp) = ("http://sandbox:8080", true)), Is.Empty);

    [TestCase("49.0", 1)]
    [TestCase("50.0", 0)]
    [TestCase("101.0", 0)]
    [TestCase("64", 1)]
    [TestCase("v64.0", 1)]
    [TestCase("64.1", 1)]
    public void Only_versions_that_know_every_call_pass(string version, int errors) =>
        Assert.That(Errors(o => o.ApiVersion = version), Has.Count.EqualTo(errors));

    [Test]
    public void Secret_and_key_together_are_refused() =>
        Assert.That(Errors(o => o.Username = "bot@acme.example"), Has.One.Contains("set either the secret"));

    [Test]
    public void Half_of_the_JWT_flow_names_the_other_half()
    {
        Assert.That(Errors(o => (o.ClientSecret, o.Username) = (null, "bot")), Has.One.Contains("Salesforce:PrivateKeyFile is missing"));
        using var key = new TemporaryFile(System.Security.Cryptography.RSA.Create(2048).ExportRSAPrivateKeyPem());
        Assert.That(Errors(o => (o.ClientSecret, o.PrivateKeyFile) = (null, key.Path)), Is.EqualTo(new[]
        {
            "Salesforce:Username is missing: with Salesforce:PrivateKeyFile it chooses the JWT flow.",
        }));
    }

    [Test]
    public void A_key_file_that_cannot_be_used_is_refused_without_quoting_it()
    {
        using var text = new TemporaryFile("not a key at all");
        using var publicOnly = new TemporaryFile(System.Security.Cryptography.RSA.Create(2048).ExportSubjectPublicKeyInfoPem());

        Assert.That(KeyErrors("/no/such/key.pem"), Has.One.Contains("does not exist"));
        Assert.That(KeyErrors(text.Path), Has.One.Contains("expected an RSA private key").And.None.Contains("not a key"));
        Assert.That(KeyErrors(publicOnly.Path), Has.One.Contains("only a public key"));
    }

    [Test]
    public void A_total_time_shorter_than_that_of_one_try_is_refused() =>
        Assert.That(
            Errors(o => (o.TotalTimeout, o.AttemptTimeout) = (TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(11))), Has.One.Contains("TotalTimeout"));

    private static List<string> KeyErrors(string path) =>
        Errors(o => (o.ClientSecret, o.Username, o.PrivateKeyFile) = (null, "bot@acme.example", path));

    private static List<string> Errors(Action<SalesforceOptions> change)
    {
        var options = new SalesforceOptions { LoginUrl = "https://acme.my.salesforce.com", ClientId = "key", ClientSecret = "secret" };
        change(options);
        return [.. new SalesforceOptionsValidator().Validate(null, options).Failures ?? []];
    }
}
