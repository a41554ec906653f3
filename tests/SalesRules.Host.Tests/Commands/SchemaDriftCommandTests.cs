using System.Text.Json;
using SalesRules.Host.Commands;
using SalesRules.Sandbox;
using SalesRules.Sandbox.Schema;

namespace SalesRules.Host.Tests.Commands;

/// <summary>What the commands say and how they exit in an org that has lost a field.</summary>
internal sealed class SchemaDriftCommandTests
{
    private const string Field = "MIQL_Leadership__c";

    private TemporaryFolder folder = null!;
    private SandboxServer server = null!;
    private string settings = null!;

    [SetUp]
    public async Task StartAsync()
    {
        folder = new TemporaryFolder();
        server = await SandboxServer.StartAsync(new SandboxOptions { Opportunities = 20 }, TimeProvider.System, default);
        server.Org.SetFieldAccess("Opportunity", Field, FieldAccess.Hidden);
        settings = SandboxSettingsFile.Write(folder, server, ("Writes:Enabled", "true"));
    }

    [TearDown]
    public async Task StopAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

    [Test]
    public async Task Run_names_the_field_and_the_rules_and_is_partial()
    {
        var run = await CommandRun.OfAsync("run", "--config", settings);

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.Partial), run.Errors);
        Assert.That(run.Output, Does.Contain(": partial in ").And.Contain($"! schema drift: {Field} is gone or hidden from our user: the rules ").And.Contain("forecast.above-ceiling").And.Contain("map the field to null"));
    }

    [Test]
    public async Task Run_tells_a_program_the_same()
    {
        var run = await CommandRun.OfAsync("run", "--json", "--config", settings);

        var lost = JsonDocument.Parse(run.Output).RootElement.GetProperty("drift")[0];
        Assert.That((lost.GetProperty("kind").GetString(), lost.GetProperty("field").GetString(), lost.GetProperty("warning").GetBoolean()), Is.EqualTo(("unreadable", Field, false)));
        Assert.That(lost.GetProperty("rules").EnumerateArray().Select(rule => rule.GetString()), Does.Contain("pov.deferred"));
    }

    [Test]
    public async Task Plan_names_it_too_and_its_file_says_what_it_had_to_do_without()
    {
        var file = folder.File("plan.json");

        var run = await CommandRun.OfAsync("plan", "--out", file, "--config", settings);

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.Partial), run.Errors);
        Assert.That(run.Errors, Does.Contain($"! schema drift: {Field} is gone"));
        Assert.That(JsonDocument.Parse(await File.ReadAllBytesAsync(file)).RootElement.GetProperty("drift")[0].GetString(), Does.StartWith($"{Field} is gone"));
    }

    [Test]
    public async Task A_condition_on_a_field_that_never_was_is_wrong_input()
    {
        var run = await CommandRun.OfAsync("plan", "--where", "Nonsense__c = 1", "--config", settings);

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.WrongInput));
        Assert.That(run.Errors, Does.Contain("--where").And.Contain("Nonsense__c"));
    }
}
