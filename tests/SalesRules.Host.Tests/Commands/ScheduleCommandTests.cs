using SalesRules.Host.Commands;
using SalesRules.Sandbox;

namespace SalesRules.Host.Tests.Commands;

internal sealed class ScheduleCommandTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public async Task Schedule_run_of_an_unknown_name_lists_those_there_are()
    {
        var run = await CommandRun.OfAsync("schedule", "run", "weekly", "--config", SandboxSettingsFile.Write(folder));

        Assert.That((run.ExitCode, run.Errors.Trim()), Is.EqualTo((ExitCode.WrongInput, "There is no schedule weekly: the settings have deal-reviews, hourly-sync, monday-pre-read, nightly-sync, pov-queue, renewal-pre-read, weekly-reviews.")));
    }

    [Test]
    public async Task Schedule_run_without_Salesforce_names_the_key()
    {
        var run = await CommandRun.OfAsync("schedule", "run", "nightly-sync", "--config", SandboxSettingsFile.Write(folder));

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.WrongInput));
        Assert.That(run.Errors, Does.Contain("Salesforce:LoginUrl"));
    }

    [Test]
    public async Task Schedule_run_writes_only_when_writes_are_enabled()
    {
        await using var org = await SandboxServer.StartAsync(new SandboxOptions { Opportunities = 20 }, TimeProvider.System, default);
        var refused = await CommandRun.OfAsync("schedule", "run", "nightly-sync", "--config", SandboxSettingsFile.Write(folder, org));
        var done = await CommandRun.OfAsync("schedule", "run", "Nightly-Sync", "--config", SandboxSettingsFile.Write(folder, org, ("Writes:Enabled", "true")));

        Assert.That(refused.ExitCode, Is.EqualTo(ExitCode.Refused));
        Assert.That(refused.Errors, Does.Contain("Writes:Enabled"));
        Assert.That(done.ExitCode, Is.EqualTo(ExitCode.Done), done.Errors);
        Assert.That(done.Output, Does.StartWith("Run "));
    }
}
