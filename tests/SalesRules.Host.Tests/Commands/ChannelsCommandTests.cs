using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using SalesRules.Host.Commands;

namespace SalesRules.Host.Tests.Commands;

/// <summary>The channels of the settings, and whether one delivers.</summary>
internal sealed class ChannelsCommandTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void DropFolder() => folder.Dispose();

    [Test]
    public async Task A_test_message_reaches_the_receiver_and_it_says_so()
    {
        using var receiver = new HttpListener();
        var address = $"http://127.0.0.1:{FreePort()}/";
        receiver.Prefixes.Add(address);
        receiver.Start();
        var received = ReceiveAsync(receiver);

        var run = await CommandRun.OfAsync("channels", "test", "warehouse", "--config", SandboxSettingsFile.Write(folder, [.. Webhook(address)]));

        Assert.That((run.ExitCode, run.Output.Trim()), Is.EqualTo((ExitCode.Done, "warehouse: delivered.")), run.Errors);
        Assert.That((await received).GetProperty("title").GetString(), Is.EqualTo("SalesRules test message"));
    }

    [Test]
    public async Task Where_nobody_listens_it_is_not_delivered_and_the_address_stays_unsaid()
    {
        var port = FreePort();

        var run = await CommandRun.OfAsync("channels", "test", "warehouse", "--config", SandboxSettingsFile.Write(folder, [.. Webhook($"http://127.0.0.1:{port}/hook-of-ours")]));

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.Partial), run.Errors);
        Assert.That(run.Output, Does.StartWith("warehouse: not delivered for now.").And.Not.Contain("hook-of-ours"));
        Assert.That(run.Errors, Does.Not.Contain("hook-of-ours").And.Not.Contain(Secret));
    }

    [Test]
    public async Task A_channel_that_the_settings_have_not_is_wrong_input_and_names_those_they_have()
    {
        var run = await CommandRun.OfAsync("channels", "test", "slack", "--config", SandboxSettingsFile.Write(folder, [.. Webhook("http://127.0.0.1:9/")]));

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.WrongInput));
        Assert.That(run.Errors, Does.Contain("no channel 'slack': they have warehouse"));
    }

    [Test]
    public async Task What_is_wrong_with_a_channel_is_said_by_its_key_here_and_by_doctor()
    {
        var settings = SandboxSettingsFile.Write(folder, ("Channels:warehouse:Kind", "Webhook"), ("Channels:warehouse:Url", "http://127.0.0.1:9/"), ("Channels:warehouse:Secret", "short"));

        Assert.That((await CommandRun.OfAsync("channels", "list", "--config", settings)).Errors, Does.Contain("Channels:warehouse:Secret is too short"));
        Assert.That((await CommandRun.OfAsync("doctor", "--config", settings)).Output, Does.Contain("FAIL     channels").And.Contain("Channels:warehouse:Secret is too short"));
    }

    [Test]
    public async Task They_are_listed_with_the_recipients()
    {
        var run = await CommandRun.OfAsync("channels", "list", "--config", SandboxSettingsFile.Write(folder, [.. Webhook("http://127.0.0.1:9/"), ("Recipients:ana:Channels:0", "warehouse")]));

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.Done), run.Errors);
        Assert.That(run.Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), Is.EqualTo(new[] { "channel    warehouse", "recipient  ana: warehouse" }));
    }

    private static IEnumerable<(string, string)> Webhook(string url) => [("Channels:warehouse:Kind", "Webhook"), ("Channels:warehouse:Url", url), ("Channels:warehouse:Secret", Secret)];

    private static async Task<JsonElement> ReceiveAsync(HttpListener receiver)
    {
        var call = await receiver.GetContextAsync();
        var message = (await JsonDocument.ParseAsync(call.Request.InputStream)).RootElement;
        call.Response.StatusCode = 204;
        call.Response.Close();
        return message;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
