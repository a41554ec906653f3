using System.Diagnostics;
using System.Net;
using System.Text.Json;
using SalesRules.Sandbox.Tests.Wire;

namespace SalesRules.Sandbox.Tests;

public sealed class ServerTests : WireTests
{
    [Test]
    public void The_org_answers_on_loopback_at_a_free_port()
    {
        Assert.That(Org.Server.Address.Host, Is.EqualTo("127.0.0.1"));
        Assert.That(Org.Server.Address.Port, Is.GreaterThan(0));
    }

    [Test]
    public async Task The_same_port_speaks_https_to_clients_that_insist_on_it()
    {
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate!.Subject == "CN=localhost";
        using var client = new HttpClient(handler) { BaseAddress = new UriBuilder(Org.Server.Address) { Scheme = "https" }.Uri };
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"), new("client_id", Org.Org.Options.ClientId), new("client_secret", Org.Org.Options.ClientSecret),
        ]);

        using var reply = await client.PostAsync("services/oauth2/token", form);

        var token = JsonElement.Parse(await reply.Content.ReadAsStringAsync());
        Assert.That(token.GetProperty("instance_url").GetString(), Is.EqualTo($"https://127.0.0.1:{Org.Server.Address.Port}"));
        Assert.That((await Org.Data("GET", "limits")).Status, Is.EqualTo(HttpStatusCode.OK), "plain HTTP goes on");
    }

    [Test]
    public async Task Stopping_does_not_wait_for_idle_connections()
    {
        await Org.Data("GET", "limits");
        var watch = Stopwatch.StartNew();

        await Org.Server.StopAsync(new CancellationToken(canceled: true));

        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(2)));
    }

    [Test]
    public async Task Concurrent_writes_lose_nothing_and_readers_see_whole_batches()
    {
        const string Batch = """{"records":[{"attributes":{"type":"Account"},"Name":"A"},{"attributes":{"type":"Account"},"Name":"B"}]}""";
        var writers = Enumerable.Range(0, 20).Select(_ => Org.Data("POST", "composite/sobjects", Batch));
        var readers = Enumerable.Range(0, 20).Select(_ => Org.Data("GET", "query?q=SELECT+COUNT()+FROM+Account"));

        var replies = await Task.WhenAll(readers.Concat(writers));

        Assert.That(replies.Take(20).Select(reply => reply.Json.GetProperty("totalSize").GetInt32() % 2), Is.All.Zero);
        Assert.That(Org.Org.Read(store => store["Account"].Count), Is.EqualTo(40));
        Assert.That(Org.Server.ApiCalls, Is.EqualTo(40));
    }
}
