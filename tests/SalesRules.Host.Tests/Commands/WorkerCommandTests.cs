using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using SalesRules.Host.Commands;
using SalesRules.Sandbox;

namespace SalesRules.Host.Tests.Commands;

[Platform(Exclude = "Win", Reason = "Ctrl-C is sent as a signal.")]
internal sealed partial class WorkerCommandTests
{
    private static readonly Dictionary<string, string> AnyPort = new() { ["SALESRULES__Health__Url"] = "http://127.0.0.1:0", ["SALESRULES__Sandbox__Opportunities"] = "20" };

    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public async Task Alone_it_works_on_the_sandbox_org_says_so_once_and_ends_with_0_at_Ctrl_C()
    {
        folder.Write("appsettings.json", """{ "Urls": "http://127.0.0.1:1", "Nonsense": { "Key": 1 } }""");
        using var worker = SalesRulesProcess.Start(folder.Path, AnyPort);
        await worker.WaitForOutputAsync("tasks created");

        Assert.That(worker.Output, Does.Match("^Run [0-9]{8}-[0-9a-z-]+: complete in "), "stdout holds the report and nothing else");
        Assert.That(Greeting().Matches(worker.Errors), Has.Count.EqualTo(1));
        using var client = new HttpClient { BaseAddress = HealthPage(worker) };
        Assert.That(await client.GetStringAsync("/health"), Does.StartWith("""{"status":"Healthy","""));
        Assert.That(await client.GetStringAsync("/"), Does.Contain("the made-up sandbox org in this process").And.Contain("<td>Sync</td>"));

        worker.Interrupt();
        Assert.That(await worker.ExitCodeAsync(), Is.EqualTo(ExitCode.Done), worker.Errors);
        Assert.That(Directory.GetFiles(folder.Path).Select(Path.GetFileName), Is.SupersetOf(new[] { "salesrules.db", "salesrules-quartz.db" }));
    }

    [Test]
    public async Task Ctrl_C_in_the_middle_of_a_sync_ends_with_0_and_the_journal_says_so()
    {
        using var worker = SalesRulesProcess.Start(folder.Path, new Dictionary<string, string>(AnyPort) { ["SALESRULES__Sandbox__Opportunities"] = "5000" });
        await worker.WaitForErrorsAsync("Health page: ");
        worker.Interrupt();

        Assert.That(await worker.ExitCodeAsync(), Is.EqualTo(ExitCode.Done), worker.Errors);
        Assert.That(worker.Output, Is.Empty, "a sync that did not come to its end is not reported as one");
        Assert.That(worker.Errors, Does.Contain("Sync (start): Interrupted"));
    }

    [Test]
    public async Task A_second_worker_on_the_same_journal_is_refused()
    {
        using var first = SalesRulesProcess.Start(folder.Path, AnyPort, "worker");
        await first.WaitForErrorsAsync("Health page: ");

        using var second = SalesRulesProcess.Start(folder.Path, AnyPort, "worker");
        Assert.That(await second.ExitCodeAsync(), Is.EqualTo(ExitCode.WrongInput));
        Assert.That(second.Errors, Does.Contain("Journal:ConnectionString: The journal ").And.Contain("is in use by process"));

        first.Terminate();
        Assert.That(await first.ExitCodeAsync(), Is.EqualTo(ExitCode.Done), "SIGTERM stops it as well");
    }

    [Test]
    public async Task With_writes_not_enabled_a_schedule_plans_and_reports_and_writes_nothing()
    {
        await using var org = await SandboxServer.StartAsync(new SandboxOptions { Opportunities = 20 }, TimeProvider.System, default);
        var settings = SandboxSettingsFile.Write(folder, org, ("Schedules:each-second:Cron", "* * * * * *"));
        using var worker = SalesRulesProcess.Start(folder.Path, AnyPort, "worker", "--config", settings);
        await worker.WaitForErrorsAsync("Sync (each-second): Planned");
        worker.Terminate();

        Assert.That(await worker.ExitCodeAsync(), Is.EqualTo(ExitCode.Done), worker.Errors);
        Assert.That(worker.Errors, Does.Contain("Nothing was written: Writes:Enabled is false"));
        Assert.That(worker.Output, Is.Empty, "stdout is for data");
        Assert.That(org.Calls.Latest.Select(call => call.Method), Is.All.EqualTo("GET"));
    }

    [Test]
    public async Task With_writes_enabled_a_schedule_runs()
    {
        await using var org = await SandboxServer.StartAsync(new SandboxOptions { Opportunities = 20 }, TimeProvider.System, default);
        var settings = SandboxSettingsFile.Write(folder, org, ("Schedules:each-second:Cron", "* * * * * *"), ("Writes:Enabled", "true"));
        using var worker = SalesRulesProcess.Start(folder.Path, AnyPort, "worker", "--config", settings);
        await worker.WaitForErrorsAsync("Sync (each-second): Complete");
        worker.Terminate();

        Assert.That(await worker.ExitCodeAsync(), Is.EqualTo(ExitCode.Done), worker.Errors);
    }

    [Test]
    public async Task A_wrong_secret_is_told_at_the_start_and_the_worker_goes_on()
    {
        await using var org = await SandboxServer.StartAsync(new SandboxOptions { Opportunities = 1 }, TimeProvider.System, default);
        var settings = SandboxSettingsFile.Write(folder, org, ("Salesforce:ClientSecret", "wrong-and-private"), ("Schedules:each-second:Cron", "* * * * * *"));
        using var worker = SalesRulesProcess.Start(folder.Path, AnyPort, "worker", "--config", settings);
        await worker.WaitForErrorsAsync("The schedules go on and try again");
        await worker.WaitForErrorsAsync("Sync (each-second) failed.");
        using var client = new HttpClient { BaseAddress = HealthPage(worker) };

        Assert.That(await client.GetStringAsync("/health"), Does.StartWith("""{"status":"Degraded","""));
        Assert.That(worker.Errors + worker.Output, Does.Not.Contain("wrong-and-private"));
        worker.Terminate();
        Assert.That(await worker.ExitCodeAsync(), Is.EqualTo(ExitCode.Done), worker.Errors);
    }

    [Test]
    public async Task A_busy_port_of_the_health_page_is_told()
    {
        using var busy = new TcpListener(IPAddress.Loopback, 0);
        busy.Start();
        var port = ((IPEndPoint)busy.LocalEndpoint).Port;
        var run = await CommandRun.OfAsync("worker", "--config", SandboxSettingsFile.Write(folder, ("Health:Url", $"http://127.0.0.1:{port}")));

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.WrongInput));
        Assert.That(run.Errors, Does.Contain($"Health:Url: port {port} of 127.0.0.1 is in use by another program").And.Not.Contain(" at Microsoft."));
    }

    [Test]
    public async Task Bad_schedules_stop_the_start_before_anything_is_made()
    {
        var settings = SandboxSettingsFile.Write(folder, ("Schedules:x:Cron", "* *"), ("Schedules:y:Cron", "0 1 * * *"), ("Schedules:y:TimeZone", "Mars/Phobos"));
        var run = await CommandRun.OfAsync("--config", settings);

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.WrongInput));
        Assert.That(run.Errors, Does.Contain("Schedules:x:Cron: ").And.Contain("Schedules:y:TimeZone: "));
        Assert.That(Directory.GetFiles(folder.Path).Select(Path.GetFileName), Is.EqualTo(new[] { "settings.json" }));
    }

    [Test]
    public async Task A_wrong_address_of_the_health_page_stops_the_start()
    {
        var run = await CommandRun.OfAsync("worker", "--config", SandboxSettingsFile.Write(folder, ("Health:Url", "https://127.0.0.1")));

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((ExitCode.WrongInput, "")));
        Assert.That(run.Errors, Does.Contain("Health:Url: 'https://127.0.0.1' does not start with http://"));
    }

    private static Uri HealthPage(SalesRulesProcess worker) => new(HealthPageLine().Match(worker.Errors).Groups[1].Value);

    [GeneratedRegex("No Salesforce is configured: working on a made-up sandbox org in this process, at http://127\\.0\\.0\\.1:[0-9]+/; writes go only there\\.")]
    private static partial Regex Greeting();

    [GeneratedRegex("Health page: (http\\S+/)")]
    private static partial Regex HealthPageLine();
}
