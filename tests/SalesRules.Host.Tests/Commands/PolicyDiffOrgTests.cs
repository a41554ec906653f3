using System.Text.Json;
using SalesRules.Host.Commands;
using SalesRules.Sandbox;
using SalesRules.Sandbox.Schema;

namespace SalesRules.Host.Tests.Commands;

/// <summary><c>policy diff --org</c>: two policies over the org's own deals.</summary>
internal sealed class PolicyDiffOrgTests
{
    private TemporaryFolder folder = null!;
    private SandboxServer server = null!;
    private string settings = null!;
    private string before = null!;

    [SetUp]
    public async Task StartAsync()
    {
        folder = new TemporaryFolder();
        server = await SandboxServer.StartAsync(new SandboxOptions { Opportunities = 60 }, TimeProvider.System, default);
        settings = SandboxSettingsFile.Write(folder, server, ("Writes:Enabled", "true"));
        before = Path.Combine(AppContext.BaseDirectory, "policy.yaml");
    }

    [TearDown]
    public async Task StopAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

    [Test]
    public async Task Every_open_deal_is_decided_by_both_and_nothing_is_written()
    {
        var after = await AfterAsync("severities: {}", "severities: { stage.exit-incomplete: off }");
        var calls = server.Calls.Latest.Count;

        var run = await CommandRun.OfAsync("policy", "diff", before, after, "--org", "--json", "--config", settings);

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.Done), run.Errors);
        var diff = JsonDocument.Parse(run.Output).RootElement;
        Assert.That(diff.GetProperty("read").GetProperty("deals").GetInt32(), Is.EqualTo(60));
        Assert.That(diff.GetProperty("lost").GetProperty("stage.exit-incomplete").GetInt32(), Is.EqualTo(diff.GetProperty("different").GetProperty("deals").GetInt32()).And.GreaterThan(0));
        Assert.That(diff.GetProperty("gained").EnumerateObject().Select(rule => rule.Name), Is.Empty);
        Assert.That(server.Calls.Latest.Skip(calls).Select(call => call.Method), Has.None.EqualTo("PATCH"));
    }

    [Test]
    public async Task The_same_policy_decides_no_deal_otherwise()
    {
        var run = await CommandRun.OfAsync("policy", "diff", before, before, "--org", "--config", settings);

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.Done), run.Errors);
        Assert.That(run.Output, Does.Contain("The two policies say the same.").And.Contain("decided otherwise: 0 deals"));
    }

    [Test]
    public async Task What_only_the_old_policy_asks_for_around_deals_is_read_too()
    {
        var after = await AfterAsync("severities: {}", "severities: { meddpicc.single-threaded: off }");

        var (both, neither) = (await CallsOfAsync(before, before), await CallsOfAsync(after, after));

        Assert.That(neither, Is.LessThan(both), "contacts are read for one rule alone");
        Assert.That(await CallsOfAsync(before, after), Is.EqualTo(both));
        Assert.That(await CallsOfAsync(after, before), Is.EqualTo(both));
    }

    [Test]
    public async Task Rules_that_the_org_lets_nobody_compare_make_the_comparison_a_partial_one()
    {
        server.Org.SetFieldAccess("Opportunity", "Champion__c", FieldAccess.Hidden);

        var run = await CommandRun.OfAsync("policy", "diff", before, before, "--org", "--config", settings);

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.Partial), run.Errors);
        Assert.That(run.Errors, Does.Contain("schema drift").And.Contain("Champion__c"));
    }

    [Test]
    public async Task A_file_and_the_org_at_once_are_wrong_input()
    {
        var run = await CommandRun.OfAsync("policy", "diff", before, before, "--org", "--input", "-", "--config", settings);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((ExitCode.WrongInput, "")));
        Assert.That(run.Errors, Does.Contain("leave one out"));
    }

    [Test]
    public async Task Policies_that_name_fields_differently_are_told_what_to_do()
    {
        var run = await CommandRun.OfAsync("policy", "diff", before, await AfterAsync("fields: {}", "fields: { Pain__c: Our_Pain__c }"), "--org", "--config", settings);

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.WrongInput));
        Assert.That(run.Errors, Does.Contain("compare them with --input FILE"));
    }

    private async Task<long> CallsOfAsync(string old, string now)
    {
        var calls = server.Calls.Count;
        var run = await CommandRun.OfAsync("policy", "diff", old, now, "--org", "--config", settings);
        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.Done), run.Errors);
        return server.Calls.Count - calls;
    }

    private async Task<string> AfterAsync(string old, string now)
    {
        var text = await File.ReadAllTextAsync(before);
        Assert.That(text, Does.Contain(old));
        var file = folder.File("new.yaml");
        await File.WriteAllTextAsync(file, text.Replace(old, now, StringComparison.Ordinal));
        return file;
    }
}
