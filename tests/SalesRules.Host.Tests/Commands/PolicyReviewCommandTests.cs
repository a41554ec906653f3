using System.Text.Json;

namespace SalesRules.Host.Tests.Commands;

/// <summary><c>policy check</c> with its warnings, and <c>policy diff</c>.</summary>
public class PolicyReviewCommandTests
{
    private const string Stages = "stages: [{ name: Discovery, type: discovery }, { name: POV, type: pov }, { name: Won, type: closed-won }, { name: Lost, type: closed-lost }]\n";
    private const string Warned = Stages + "change-budget: { canary-percent: 100 }\n";

    private const string Deals = """
        {"Id":"006xx000003GYkJAAW","Name":"Acme","StageName":"Discovery","ForecastCategoryName":"Commit","Amount":50000,"Primary__c":"003xx000004TmiQAAS"}
        {"Id":"006xx000003GYkKAAW","Name":"Globex","StageName":"Discovery","ForecastCategoryName":"Pipeline","Amount":70000}
        """;

    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("policy-review-").FullName;

    [TearDown]
    public void DropFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task A_warning_is_printed_and_exits_with_0_unless_strict()
    {
        var path = await WriteAsync("p.yaml", Warned);
        var run = await CommandRun.OfAsync("policy", "check", path);

        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        Assert.That(run.Output, Does.StartWith("warning: p.yaml:2:18: change-budget.canary-percent: ").And.Contain("p.yaml: no errors, 1 warning(s). 4 stages, sha256:"));
        Assert.That((await CommandRun.OfAsync("policy", "check", path, "--strict")).ExitCode, Is.EqualTo(2));
        Assert.That((await CommandRun.OfAsync("policy", "check", await WriteAsync("p.yaml", Stages), "--strict")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task Settings_that_differ_are_listed_key_by_key()
    {
        var run = await CommandRun.OfAsync("policy", "diff", await WriteAsync("old.yaml", Stages), await WriteAsync("new.yaml", Warned));

        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        Assert.That(run.Output, Is.EqualTo($"1 setting differs:{Environment.NewLine}  change-budget.canary-percent: null -> 100{Environment.NewLine}"));
    }

    [Test]
    public async Task Over_a_file_it_tells_deals_and_money()
    {
        var run = await DiffAsync("forecast: { unscored-ceiling: Best Case }\n", Deals);

        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        Assert.That(run.Output, Does.Contain("read: 2 deals, 120,000.00; decided otherwise: 2 deals, 120,000.00"));
        Assert.That(run.Output, Does.Contain("forecast category: 1 deal, 50,000.00").And.Contain("  Pipeline -> Best Case: 1 deal, 50,000.00"));
        Assert.That(run.Output, Does.Contain("006xx000003GYkJAAW Acme: forecast category Pipeline -> Best Case"));
    }

    [Test]
    public async Task As_json_it_tells_the_same()
    {
        var run = await DiffAsync("forecast: { unscored-ceiling: Best Case }\n", Deals, "--json");
        var json = JsonDocument.Parse(run.Output).RootElement;

        Assert.That(json.GetProperty("settings")[0].GetRawText(), Is.EqualTo("""{"key":"forecast.unscored-ceiling","old":"Pipeline","new":"Best Case"}"""));
        Assert.That(json.GetProperty("different").GetRawText(), Is.EqualTo("""{"deals":2,"amount":120000}"""));
        Assert.That(json.GetProperty("category")[0].GetRawText(), Is.EqualTo("""{"old":"Pipeline","new":"Best Case","deals":1,"amount":50000}"""));
        Assert.That(json.GetProperty("deals")[0].GetProperty("name").GetString(), Is.EqualTo("Acme"));
    }

    /// <summary>Each policy reads the file by its own names.</summary>
    [Test]
    public async Task Policies_that_name_fields_differently_may_be_compared()
    {
        var run = await DiffAsync("fields: { Amount: null, Champion__c: Primary__c }\n", Deals);

        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        Assert.That(run.Output, Does.Contain("read: 2 deals"));
    }

    [Test]
    public async Task A_row_that_cannot_be_read_is_left_out_and_told()
    {
        var run = await DiffAsync("", Deals + "\n{\"Id\":\"x\"}\n");

        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Output, Does.Contain("read: 2 deals"));
        Assert.That(run.Errors, Does.Contain("1 row(s) cannot be read and are left out:").And.Contain("line 3: "));
    }

    [Test]
    public async Task An_unreadable_policy_exits_with_2()
    {
        var sound = await WriteAsync("old.yaml", Stages);

        Assert.That((await CommandRun.OfAsync("policy", "diff", sound, Path.Combine(folder, "nowhere.yaml"))).ExitCode, Is.EqualTo(2));
        Assert.That((await CommandRun.OfAsync("policy", "diff", await WriteAsync("bad.yaml", "stages: 3\n"), sound)).ExitCode, Is.EqualTo(2));
    }

    private async Task<CommandRun> DiffAsync(string more, string deals, params string[] options) => await CommandRun.OfAsync(
    [
        "policy", "diff", await WriteAsync("old.yaml", Stages), await WriteAsync("new.yaml", Stages + more),
        "--input", await WriteAsync("deals.jsonl", deals), "--as-of", "2026-03-02", .. options,
    ]);

    private async Task<string> WriteAsync(string name, string text)
    {
        var path = Path.Combine(folder, name);
        await File.WriteAllTextAsync(path, text);
        return path;
    }
}
