using System.Security.Cryptography;
using SalesRules.Salesforce.Connection.Usage;
using SalesRules.Sandbox;

namespace SalesRules.Salesforce.Tests.Sandbox;

internal sealed class SandboxSignInTests : SandboxFixture
{
    [Test]
    public async Task Client_credentials_sign_in_and_learn_the_org()
    {
        var server = await StartAsync();

        var identity = await Client(server).Connection.IdentityAsync(default);

        Assert.That((identity.OrganizationId.Value, identity.UserId.Value), Is.EqualTo((server.Org.Id, server.Org.AdminUserId)));
        Assert.That(server.ApiCalls, Is.Zero);
    }

    [Test]
    public async Task A_signed_JWT_signs_in_and_one_of_another_key_does_not()
    {
        using var key = RSA.Create(2048);
        using var publicKey = new TemporaryFile(key.ExportSubjectPublicKeyInfoPem());
        using var mine = new TemporaryFile(key.ExportPkcs8PrivateKeyPem());
        using var another = new TemporaryFile(RSA.Create(2048).ExportPkcs8PrivateKeyPem());
        var server = await StartAsync(jwtPublicKeyFile: publicKey.Path);

        Assert.That((await Jwt(server, mine).Connection.IdentityAsync(default)).OrganizationId.Value, Is.EqualTo(server.Org.Id));
        var failure = await FailureAsync(() => Jwt(server, another).Connection.IdentityAsync(default));
        Assert.That(failure.Message, Does.Contain("does not belong to the certificate"));
    }

    [TestCase("ClientSecret", "Salesforce:ClientSecret")]
    [TestCase("ClientId", "Salesforce:ClientId")]
    public async Task Wrong_credentials_name_the_setting_to_correct(string key, string advice)
    {
        var client = Client(await StartAsync(), (key, "wrong"));

        var failure = await FailureAsync(() => client.Connection.IdentityAsync(default));

        Assert.That(failure.Message, Does.Contain(advice));
        Assert.That(client.Calls[CallKind.SignIn], Is.EqualTo(1));
    }

    [Test]
    public async Task A_session_that_ends_between_two_calls_goes_unnoticed_by_the_caller()
    {
        var server = await StartAsync();
        LoadTen(server);
        var client = Client(server);
        await client.Opportunities.CountAsync(null, default);

        server.Sessions.ExpireAll();

        Assert.That(await client.Opportunities.CountAsync(null, default), Is.EqualTo(10));
        Assert.That(client.Calls[CallKind.SignIn], Is.EqualTo(2));
    }

    private Client Jwt(SandboxServer server, TemporaryFile key) =>
        Client(server, ("ClientSecret", ""), ("Username", "admin@sandbox.example"), ("PrivateKeyFile", key.Path));
}
