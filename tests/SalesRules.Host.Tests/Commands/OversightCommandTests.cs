using System.Text.Json;
using SalesRules.Host.Commands;
using SalesRules.Sandbox;

namespace SalesRules.Host.Tests.Commands;

/// <summary>Gate debt and fairness, from a journal that one run has filled.</summary>
internal sealed class OversightCommandTests
{
    private TemporaryFolder folder = null!;
    private SandboxServer server = null!;
    private string settings = null!;

    [SetUp]
    public async Task StartAsync()
    {
        folder = new TemporaryFolder();
        server = await SandboxServer.StartAsync(new SandboxOptions { Opportunities = 100 }, TimeProvider.System, default);
        settings = SandboxSettingsFile.Write(folder, server, ("Writes:Enabled", "true"));
    }

    [TearDown]
    public async Task StopAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

    [TestCase("gate-debt")]
    [TestCase("fairness")]
    public async Task Before_the_first_run_there_is_nothing_to_tell_and_it_says_so(string command)
    {
        var run = await CommandRun.OfAsync(command, "--config", settings);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((ExitCode.WrongInput, "")));
        Assert.That(run.Errors, Does.Contain("The journal knows no run yet"));
    }

    [Test]
    public async Task Gate_debt_says_the_same_to_people_and_to_programs()
    {
        await CommandRun.OfAsync("run", "--config", settings);

        var text = await CommandRun.OfAsync("gate-debt", "--config", settings);
        var json = JsonDocument.Parse((await CommandRun.OfAsync("gate-debt", "--json", "--config", settings)).Output).RootElement;

        var (open, inDebt) = (json.GetProperty("openDeals").GetInt32(), json.GetProperty("dealsInDebt").GetInt32());
        Assert.That(inDebt, Is.GreaterThan(0).And.LessThan(open));
        Assert.That(json.GetProperty("deals").GetArrayLength(), Is.EqualTo(inDebt));
        Assert.That(json.GetProperty("deals")[0].GetProperty("owes")[0].GetProperty("orLonger").GetBoolean(), "it was there at the first look");
        Assert.That(text.Output, Does.StartWith(FormattableString.Invariant($"{inDebt} of {open} open deals owe something to be legal in their stage: ")));
    }

    [Test]
    public async Task Fairness_counts_as_many_deals_as_the_run_corrected()
    {
        var run = JsonDocument.Parse((await CommandRun.OfAsync("run", "--json", "--config", settings)).Output).RootElement;

        var text = await CommandRun.OfAsync("fairness", "--by", "team", "--config", settings);
        var json = JsonDocument.Parse((await CommandRun.OfAsync("fairness", "--json", "--config", settings)).Output).RootElement;

        var corrected = json.GetProperty("all").GetProperty("corrected").GetInt32();
        Assert.That(corrected, Is.EqualTo(run.GetProperty("corrected").GetInt32()).And.GreaterThan(0));
        Assert.That(json.GetProperty("rates").EnumerateArray().Sum(rate => rate.GetProperty("deals").GetProperty("corrected").GetInt32()), Is.EqualTo(corrected));
        Assert.That(text.Output, Does.Contain("Stands out").And.Contain("forecast.above-ceiling"));
        Assert.That(text.Output, Does.Not.Contain("005"), "teams are shown by their managers' names");
    }

    [TestCase("--since", "yesterday", "is not a date such as 2026-03-02")]
    [TestCase("--by", "segment", "is none of owner, team")]
    public async Task Words_that_mean_nothing_are_wrong_input(string option, string value, string says)
    {
        var run = await CommandRun.OfAsync("fairness", option, value, "--config", settings);

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.WrongInput));
        Assert.That(run.Errors, Does.Contain(says));
    }
}
