using System.Text.Json;

namespace SalesRules.Host.Tests.Commands;

public class PolicyTestCommandTests
{
    private const string Policy = "stages: [{ name: Discovery, type: discovery }, { name: POV, type: pov }]\n";
    private const string Holds = "- { name: No gate, as-of: 2026-03-02, given: { StageName: Discovery }, expect: { pov: none } }\n";
    private const string Fails = "- { name: No score, as-of: 2026-03-02, given: { ForecastCategoryName: Commit }, expect: { ceiling: Commit } }\n";

    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("policy-test-").FullName;

    [TearDown]
    public void DropFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Cases_that_hold_exit_with_0()
    {
        var run = await RunAsync(Holds);

        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        Assert.That(run.Output, Does.EndWith("emea.tests.yaml: all 1 cases are decided as they expect.\n"));
    }

    [Test]
    public async Task A_case_that_fails_is_printed_with_its_lines_and_exits_with_2()
    {
        var run = await RunAsync(Holds + Fails);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Output, Is.EqualTo("emea.tests.yaml:2: No score\n  emea.tests.yaml:2: ceiling: expected Commit, found Pipeline\n"));
        Assert.That(run.Errors, Does.EndWith("emea.tests.yaml: 1 of 2 cases are decided otherwise than they expect.\n"));
    }

    [Test]
    public async Task Errors_in_the_cases_are_all_printed_and_exit_with_2()
    {
        var run = await RunAsync(Holds + "- { name: One, given: {}, expect: { risk: huge } }\n");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Output.Split('\n')[..2], Is.EqualTo(new[]
        {
            "emea.tests.yaml:2:3: [1].as-of: missing; expected a date from 2000-01-01 to 2099-12-31 such as 2026-12-25",
            "emea.tests.yaml:2:43: [1].expect.risk: \"huge\" is no risk; expected one of none, low, medium, high",
        }));
        Assert.That(run.Errors, Does.EndWith("2 error(s); no case was decided.\n"));
    }

    [Test]
    public async Task As_json_it_tells_the_same()
    {
        var run = await RunAsync(Holds + Fails, "--json");
        var json = JsonDocument.Parse(run.Output).RootElement;

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(json.GetProperty("passed").GetBoolean(), Is.False);
        Assert.That((json.GetProperty("cases").GetInt32(), json.GetProperty("failed").GetInt32()), Is.EqualTo((2, 1)));
        Assert.That(json.GetProperty("results")[1].GetProperty("mismatches")[0].GetRawText(), Is.EqualTo("""{"line":2,"key":"ceiling","expected":"Commit","found":"Pipeline"}"""));
        Assert.That(json.GetProperty("problems").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task Cases_may_stand_elsewhere_and_a_missing_file_is_told()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "other.yaml"), Fails);

        Assert.That((await RunAsync(Holds, "--cases", Path.Combine(folder, "other.yaml"))).ExitCode, Is.EqualTo(2));
        var missing = await RunAsync(Holds, "--cases", Path.Combine(folder, "nowhere.yaml"));
        Assert.That(missing.ExitCode, Is.EqualTo(2));
        Assert.That(missing.Errors, Does.Contain("nowhere.yaml cannot be read").And.Contain("--cases names another file."));
    }

    private async Task<CommandRun> RunAsync(string cases, params string[] more)
    {
        var policy = Path.Combine(folder, "emea.yaml");
        await File.WriteAllTextAsync(policy, Policy);
        await File.WriteAllTextAsync(Path.Combine(folder, "emea.tests.yaml"), cases);
        return await CommandRun.OfAsync(["policy", "test", policy, .. more]);
    }
}
