using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using SalesRules.Host.Commands;
using SalesRules.Sandbox;

namespace SalesRules.Host.Tests.Commands;

/// <summary><c>explain</c>, <c>rebuild</c>, <c>backtest</c> and <c>policy shadow</c> over what runs on a sandbox org left in the journal.</summary>
internal sealed class StoredDecisionCommandTests
{
    private TemporaryFolder folder = null!;
    private SandboxServer server = null!;
    private string settings = null!;

    [OneTimeSetUp]
    public async Task RunOnceAsync()
    {
        folder = new TemporaryFolder();
        server = await SandboxServer.StartAsync(new SandboxOptions { Opportunities = 60 }, TimeProvider.System, default);
        var candidate = folder.File("candidate.yaml");
        var live = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "policy.yaml"));
        await File.WriteAllTextAsync(candidate, live.Replace("severities: {}", "severities: { forecast.above-ceiling: off }", StringComparison.Ordinal));
        settings = SandboxSettingsFile.Write(folder, server, ("Writes:Enabled", "true"), ("Policy:Shadow", candidate));
        var run = await CommandRun.OfAsync("run", "--config", settings);
        Assert.That(run.ExitCode, Is.Zero, run.Errors + run.Output);
        Assert.That(run.Output, Does.Match(@"  shadow policy: candidate\.yaml would have decided [1-9]\d* of 60 deals otherwise: forecast category [1-9]"));
        Assert.That(run.Errors, Does.Contain("Shadow policy: ").And.Contain("decides beside the live one, and writes nothing."));
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

    [Test]
    public async Task Rebuild_makes_all_of_them_again_and_finds_no_difference()
    {
        var run = await CommandRun.OfAsync("rebuild", "--all", "--config", settings);

        Assert.That((run.ExitCode, run.Output.TrimEnd()), Is.EqualTo((ExitCode.Done, "60 decisions made again: 60 the same in every byte, 0 not.")), run.Errors);
    }

    [Test]
    public async Task Rebuild_takes_a_run_a_deal_or_a_decision()
    {
        var (id, decision, name) = await AnyAsync();

        Assert.That((await JsonAsync("rebuild", name))["equal"]!.GetValue<int>(), Is.EqualTo(60));
        Assert.That((await JsonAsync("rebuild", "--deal", id))["equal"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That((await JsonAsync("rebuild", "--decision", decision))["equal"]!.GetValue<int>(), Is.EqualTo(1));
    }

    [TestCase("rebuild")]
    [TestCase("rebuild", "--all", "--deal", "006000000000001")]
    [TestCase("rebuild", "20260101-000000000-abcdef")]
    [TestCase("rebuild", "--deal", "006000000000001")]
    [TestCase("rebuild", "--deal", "nonsense")]
    [TestCase("explain", "006000000000001", "--stored")]
    [TestCase("explain", "006000000000001", "--json", "--markdown")]
    [TestCase("policy", "shadow", "--last", "0")]
    public async Task What_cannot_be_meant_is_wrong_input(params string[] args) =>
        Assert.That((await CommandRun.OfAsync([.. args, "--config", settings])).ExitCode, Is.EqualTo(ExitCode.WrongInput));

    [Test]
    public async Task A_decision_that_was_tampered_with_is_listed_and_exits_with_3()
    {
        var copy = folder.File("tampered.db");
        await using (var journal = new SqliteConnection($"Data Source={JournalFile}"))
        {
            await journal.OpenAsync();
            await using var backup = new SqliteConnection($"Data Source={copy}");
            await backup.OpenAsync();
            journal.BackupDatabase(backup);
            await using var command = backup.CreateCommand();
            command.CommandText = "update decisions set standing = replace(standing, '\"total\":', '\"total\":1') where opportunity_id = (select min(opportunity_id) from decisions)";
            await command.ExecuteNonQueryAsync();
        }

        SqliteConnection.ClearAllPools();
        var elsewhere = folder.File("elsewhere.json");
        await File.WriteAllTextAsync(elsewhere, JsonSerializer.Serialize(new Dictionary<string, object> { ["Journal"] = new { ConnectionString = $"Data Source={copy}" } }));

        var run = await CommandRun.OfAsync("rebuild", "--all", "--config", elsewhere);

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.Partial));
        Assert.That(run.Output, Does.StartWith("60 decisions made again: 59 the same in every byte, 1 not.").And.Contain("differs in miql"));
    }

    /// <summary>The card of a stored decision needs no Salesforce: the settings name none.</summary>
    [Test]
    public async Task Explain_shows_a_stored_decision_without_the_org()
    {
        var (id, decision, _) = await AnyAsync();
        var alone = folder.File("alone.json");
        await File.WriteAllTextAsync(alone, JsonSerializer.Serialize(new Dictionary<string, object> { ["Journal"] = new { ConnectionString = $"Data Source={JournalFile}" } }));

        var text = await CommandRun.OfAsync("explain", id, "--stored", "--config", alone);
        var markdown = await CommandRun.OfAsync("explain", id, "--decision", decision[..20], "--markdown", "--config", alone);

        Assert.That((text.ExitCode, markdown.ExitCode), Is.EqualTo((0, 0)), text.Errors + markdown.Errors);
        Assert.That(text.Output, Does.Contain("made again from the journal: the same in every byte").And.Contain("Values seen").And.Contain("not seen to change since").And.Contain("Decisions"));
        Assert.That(markdown.Output, Does.StartWith("# ").And.Contain("\n## Values seen\n").And.Contain("MIQL\\_Outcome\\_\\_c = "));
    }

    [Test]
    public async Task Explain_tells_a_program_the_same()
    {
        var (id, decision, run) = await AnyAsync();

        var now = await JsonAsync("explain", id);
        var stored = await JsonAsync("explain", id, "--stored");

        Assert.That(now["values"]!.AsArray().Select(value => (string?)value!["field"]), Is.SupersetOf(new[] { "StageName", "CloseDate", "MIQL_Leadership__c" }));
        Assert.That(now["nearMisses"]!.AsArray().Select(near => near!["steps"]!.AsArray().Count), Is.All.InRange(1, 3));
        Assert.That(now["stored"], Is.Null);
        Assert.That(((string?)stored["stored"]!["decision"], (string?)stored["stored"]!["run"], (bool)stored["stored"]!["same"]!), Is.EqualTo((decision, run, true)));
        Assert.That(stored["decisions"]!.AsArray().Single()!["made"]!["id"]!.GetValue<string>(), Is.EqualTo(id));
    }

    [Test]
    public async Task Backtest_replays_the_journal()
    {
        var json = await JsonAsync("backtest");

        Assert.That((json["snapshots"]!.GetValue<int>(), json["leaking"]!.GetValue<int>(), json["live"]), Is.EqualTo((60, 0, (JsonNode?)null)));
    }

    [Test]
    public async Task Policy_shadow_lists_the_runs_and_their_deals()
    {
        var text = await CommandRun.OfAsync("policy", "shadow", "--config", settings);
        var json = await JsonAsync("policy", "shadow");

        Assert.That(text.Output, Does.Match(@"(?m)^20\S+ +sha256:\w+ +60 +[1-9]\d* +0").And.Contain("- forecast.above-ceiling"));
        Assert.That((json[0]!["decided"]!.GetValue<int>(), json[0]!["shadow"]!["lost"]!["forecast.above-ceiling"]!.GetValue<int>() > 0), Is.EqualTo((60, true)));
    }

    private string JournalFile => folder.File("journal.db");

    private async Task<(string Id, string Decision, string Run)> AnyAsync()
    {
        await using var journal = new SqliteConnection($"Data Source={JournalFile}");
        await journal.OpenAsync();
        await using var command = journal.CreateCommand();
        command.CommandText = "select opportunity_id, decision_id, run_id from decisions where decision is not null order by opportunity_id limit 1";
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return (row.GetString(0), row.GetString(1), row.GetString(2));
    }

    private async Task<JsonNode> JsonAsync(params string[] args)
    {
        var run = await CommandRun.OfAsync([.. args, "--json", "--config", settings]);
        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        return JsonNode.Parse(run.Output)!;
    }
}
