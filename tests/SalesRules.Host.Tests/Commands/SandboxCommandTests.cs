using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using SalesRules.Host.Commands;

namespace SalesRules.Host.Tests.Commands;

[Platform(Exclude = "Win", Reason = "Ctrl-C is sent as a signal.")]
internal sealed class SandboxCommandTests
{
    private static readonly Dictionary<string, string> Nothing = [];

    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public async Task It_prints_one_object_with_which_a_client_signs_in_and_ends_with_0_at_Ctrl_C()
    {
        using var sandbox = SalesRulesProcess.Start(folder.Path, Nothing, "sandbox", "--json", "--port", "0", "--opportunities", "25", "--client-secret", "it's secret");
        await sandbox.WaitForErrorsAsync("Ctrl-C stops it");
        await sandbox.WaitForOutputAsync("}");
        var told = JsonDocument.Parse(sandbox.Output).RootElement;

        Assert.That(told.GetProperty("records").GetProperty("Opportunity").GetInt32(), Is.EqualTo(25));
        Assert.That(told.GetProperty("organizationId").GetString(), Does.StartWith("00D"));
        var environment = told.GetProperty("environment").EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetString()!);
        using var doctor = SalesRulesProcess.Start(folder.Path, environment, "doctor");
        Assert.That(await doctor.ExitCodeAsync(), Is.EqualTo(ExitCode.Done), doctor.Output + doctor.Errors);

        sandbox.Interrupt();
        Assert.That(await sandbox.ExitCodeAsync(), Is.EqualTo(ExitCode.Done), sandbox.Errors);
    }

    [Test]
    public async Task The_printed_environment_can_be_pasted_into_a_shell()
    {
        using var sandbox = SalesRulesProcess.Start(folder.Path, Nothing, "sandbox", "--port", "0", "--opportunities", "1", "--client-secret", "it's secret");
        await sandbox.WaitForOutputAsync("salesrules plan");
        sandbox.Terminate();
        await sandbox.ExitCodeAsync();

        Assert.That(sandbox.Output, Does.Contain("export SALESRULES__Salesforce__LoginUrl=http://127.0.0.1:"));
        Assert.That(sandbox.Output, Does.Contain("export SALESRULES__Salesforce__ClientId=sandbox" + Environment.NewLine));
        Assert.That(sandbox.Output, Does.Contain("export SALESRULES__Salesforce__ClientSecret='it'\\''s secret'" + Environment.NewLine));
    }

    [Test]
    public async Task A_script_of_faults_is_set_before_the_first_call()
    {
        var script = Path.Combine(folder.Path, "faults.json");
        await File.WriteAllTextAsync(script, "{\"faults\":[{\"kind\":\"serverError\",\"status\":503}]}");
        using var sandbox = SalesRulesProcess.Start(folder.Path, Nothing, "sandbox", "--json", "--port", "0", "--opportunities", "1", "--faults", script);
        await sandbox.WaitForErrorsAsync("faults.json: 1. http://127.0.0.1:");
        await sandbox.WaitForErrorsAsync("Ctrl-C stops it");
        await sandbox.WaitForOutputAsync("}");
        using var client = new HttpClient { BaseAddress = new Uri(JsonDocument.Parse(sandbox.Output).RootElement.GetProperty("address").GetString()!) };

        using var reply = await client.GetAsync(new Uri("services/data", UriKind.Relative));
        sandbox.Terminate();
        await sandbox.ExitCodeAsync();

        Assert.That(reply.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
    }

    [Test]
    public async Task A_script_of_faults_that_is_wrong_is_told_problem_by_problem()
    {
        var script = Path.Combine(folder.Path, "faults.json");
        await File.WriteAllTextAsync(script, "{\"faults\":[{\"kind\":\"delay\"},{\"kind\":\"dealy\"}]}");

        var run = await CommandRun.OfAsync("sandbox", "--opportunities", "1", "--port", "0", "--faults", script);

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.WrongInput));
        Assert.That(run.Errors, Does.Contain("faults[0].length: is required").And.Contain("faults[1].kind: 'dealy' is unknown"));
    }

    [Test]
    public async Task A_busy_port_is_told()
    {
        using var busy = new TcpListener(IPAddress.Loopback, 0);
        busy.Start();
        var port = ((IPEndPoint)busy.LocalEndpoint).Port;
        var run = await CommandRun.OfAsync("sandbox", "--opportunities", "1", "--port", $"{port}");

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((ExitCode.WrongInput, "")));
        Assert.That(run.Errors, Does.Contain($"--port {port}: the port is in use by another program."));
    }

    [TestCase("--port", "65536", "--port: '65536' is no number from 0 to 65535.")]
    [TestCase("--port", "-1", "--port: '-1' is no number from 0 to 65535.")]
    [TestCase("--opportunities", "many", "--opportunities: 'many' is no number from 0 to 5000000.")]
    [TestCase("--data", "nowhere.csv", "--data nowhere.csv: there is no such file.")]
    [TestCase("--map", "nowhere.json", "--map says how to read --data: name that file too.")]
    [TestCase("--jwt-public-key", "nowhere.pem", "--jwt-public-key nowhere.pem: there is no such file.")]
    public async Task Wrong_usage_is_told(string option, string value, string sentence)
    {
        var run = await CommandRun.OfAsync("sandbox", option, value);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((ExitCode.WrongInput, "")));
        Assert.That(run.Errors, Does.StartWith(sentence));
    }

    [Test]
    public async Task A_broken_map_is_told_with_its_file()
    {
        var data = folder.Write("deals.csv", "Id,Name\n1,First\n");
        var map = folder.Write("deals.map.json", "{ this is no map");
        var run = await CommandRun.OfAsync("sandbox", "--port", "0", "--data", data, "--map", map);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((ExitCode.WrongInput, "")));
        Assert.That(run.Errors, Does.Contain("deals.map.json"));
    }
}
