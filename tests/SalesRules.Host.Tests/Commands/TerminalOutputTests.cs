using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesRules.Host.Commands;
using SalesRules.Sandbox;

namespace SalesRules.Host.Tests.Commands;

/// <summary>A deal whose name has a line break and an escape in it, in everything that is printed for people.</summary>
internal sealed class TerminalOutputTests
{
    private const string Typed = "x\nBcc: a\u001b[31m";
    private const string Shown = "x Bcc: a [31m";

    private TemporaryFolder folder = null!;
    private SandboxServer server = null!;
    private string settings = null!;
    private string deal = null!;

    [SetUp]
    public async Task StartAsync()
    {
        folder = new TemporaryFolder();
        server = await SandboxServer.StartAsync(new SandboxOptions { Opportunities = 20 }, TimeProvider.System, default);
        settings = SandboxSettingsFile.Write(folder, server, ("Writes:Enabled", "true"));
        await RunAsync("run");
        deal = await CreateAsync();
    }

    [TearDown]
    public async Task StopAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

    [TestCase("plan", "--id", "{deal}")]
    [TestCase("explain", "{deal}")]
    [TestCase("explain", "{deal}", "--markdown")]
    public Task A_name_begins_no_line_of_its_own_and_steers_no_terminal(params string[] command) => AssertOnItsLineAsync(command);

    [TestCase("digest", "pipeline")]
    [TestCase("digest", "pipeline", "--format", "markdown")]
    [TestCase("gate-debt")]
    public async Task Nor_does_it_once_the_deal_is_decided(params string[] command)
    {
        await RunAsync("run");

        await AssertOnItsLineAsync(command);
    }

    [Test]
    public async Task For_programs_it_is_what_it_is()
    {
        await RunAsync("plan", "--id", deal, "--out", folder.File("plan.json"));

        Assert.That(JsonNode.Parse(await File.ReadAllTextAsync(folder.File("plan.json")))!.ToJsonString(), Does.Contain(JsonSerializer.Serialize(Typed)[1..^1]));
    }

    private async Task AssertOnItsLineAsync(string[] command)
    {
        var printed = (await RunAsync([.. command.Select(word => word.Replace("{deal}", deal, StringComparison.Ordinal))])).Output;

        Assert.That(printed, Does.Contain(Shown).Or.Contain(Shown.Replace("[", "\\[", StringComparison.Ordinal)));
        Assert.That(printed, Does.Not.Contain('\u001b'));
        Assert.That(printed.Split('\n'), Has.None.StartsWith("Bcc"));
    }

    private async Task<CommandRun> RunAsync(params string[] command)
    {
        var run = await CommandRun.OfAsync([.. command, "--config", settings]);
        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.Done), run.Errors);
        return run;
    }

    private async Task<string> CreateAsync()
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.Sessions.Start(server.Org.AdminUserId));
        var fields = new JsonObject { ["Name"] = Typed, ["StageName"] = "Qualification", ["CloseDate"] = "2030-06-30", ["Amount"] = 90_000, ["Type"] = "New Business" };
        using var reply = await http.PostAsJsonAsync("services/data/v64.0/sobjects/Opportunity", fields);
        return (await reply.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }
}
