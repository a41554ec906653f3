using System.Text.Json;
using System.Text.Json.Nodes;
using SalesRules.Snapshots;

namespace SalesRules.Host.Tests.Commands;

/// <summary><c>backtest</c> over an exported history whose figures are counted by hand.</summary>
public class BacktestCommandTests
{
    private const string Stages = "stages: [{ name: Discovery, type: discovery }, { name: POV, type: pov }, { name: Won, type: closed-won }, { name: Lost, type: closed-lost }]\n";

    private const string Heading = "Opportunity ID,Snapshot Date,Stage,Forecast Category,Amount,Close Date,MIQL_Outcome__c,MIQL_Maps__c,MIQL_Insight__c,MIQL_Quantify__c,MIQL_Leadership__c\n";

    /// <summary>
    /// 1: demoted, lost. 2: demoted, won in time. 3: demoted, slips. 4: sound, lost. 5: sound, won. 6: demoted, not known yet.
    /// 7: demoted only after it had slipped. 8: only seen closed.
    /// </summary>
    private static readonly string History = Heading + string.Concat(
        Row(1, "2026-02-02", "Discovery", "Commit", "2026-03-20", 1), Row(1, "2026-02-09", "Lost", "Omitted", "2026-02-09", 1),
        Row(2, "2026-02-02", "Discovery", "Commit", "2026-03-20", 1), Row(2, "2026-03-30", "Won", "Closed", "2026-03-30", 1),
        Row(3, "2026-02-02", "Discovery", "Commit", "2026-03-20", 1), Row(3, "2026-04-06", "Discovery", "Pipeline", "2026-06-20", 2),
        Row(4, "2026-02-02", "Discovery", "Pipeline", "2026-03-20", 2), Row(4, "2026-04-06", "Lost", "Omitted", "2026-03-20", 2),
        Row(5, "2026-02-02", "Discovery", "Pipeline", "2026-03-20", 2), Row(5, "2026-03-30", "Won", "Closed", "2026-03-30", 2),
        Row(6, "2026-04-06", "Discovery", "Commit", "2026-06-20", 1),
        Row(7, "2026-02-02", "Discovery", "Pipeline", "2026-03-20", 2), Row(7, "2026-04-06", "Discovery", "Commit", "2026-06-20", 1),
        Row(8, "2026-02-02", "Won", "Closed", "2026-01-20", 2));

    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("backtest-").FullName;

    [TearDown]
    public void DropFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Every_count_of_a_history_is_right()
    {
        var json = await JsonAsync(History);

        Assert.That(json["deals"]!.ToJsonString(), Is.EqualTo("""{"all":7,"won":2,"lost":2,"slipped":2,"open":1}"""));
        Assert.That((int)json["onlySeenClosed"]!, Is.EqualTo(1));
        Assert.That((json["badShare"]!["hits"]!.GetValue<int>(), json["badShare"]!["of"]!.GetValue<int>()), Is.EqualTo((4, 6)));
        var demoted = Kind(json, "demoted");
        Assert.That(demoted["warned"]!.ToJsonString(), Is.EqualTo("""{"all":4,"won":1,"lost":1,"slipped":1,"open":1}"""));
        Assert.That(demoted["precision"]!.ToJsonString(), Is.EqualTo("""{"hits":2,"of":3,"share":0.666667,"low":0.20766,"high":0.938508}"""), "Wilson's interval of 2 of 3");
        Assert.That((Kind(json, "demoted")["recall"]!["hits"]!.GetValue<int>(), demoted["recall"]!["of"]!.GetValue<int>()), Is.EqualTo((2, 4)));
        var rule = json["candidate"]!["warnings"]!.AsArray().Single(warning => (string?)warning!["rule"] == "forecast.above-ceiling");
        Assert.That(rule!["warned"]!.ToJsonString(), Is.EqualTo(demoted["warned"]!.ToJsonString()));
        var first = json["candidate"]!["deals"]!.AsArray().Single(deal => (string?)deal!["id"] == Id(1))!;
        Assert.That(((string?)first["outcome"], (string?)first["firstWarned"]!["demoted"], (string?)first["dueBy"]), Is.EqualTo(("lost", "2026-02-02", "2026-03-31")));
    }

    [Test]
    public async Task The_live_policy_stands_beside_the_candidate()
    {
        var json = await JsonAsync(History, candidate: Stages + "severities: { forecast.above-ceiling: off }\n");

        Assert.That((int)Kind(json, "demoted")["warned"]!["all"]!, Is.Zero);
        Assert.That((int)Kind(json, "demoted", of: "live")["warned"]!["all"]!, Is.EqualTo(4));
    }

    [Test]
    public async Task As_text_it_says_the_same()
    {
        var run = await RunAsync(History, Stages + "severities: { forecast.above-ceiling: off }\n");

        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        Assert.That(run.Output, Does.Contain("7 deals: 2 won, 2 lost, 2 slipped, 1 not known yet; 1 more were only seen closed"));
        Assert.That(run.Output, Does.Contain("lost or slipped 4 of 6, 66.7 % (30.0 to 90.3)"));
        Assert.That(run.Output, Does.Match(@"(?m)^demoted .* of none .* 4 +2 of 3, 66\.7 % \(20\.8 to 93\.9\) +2 of 4, 50\.0 % \(15\.0 to 85\.0\)$"));
    }

    [Test]
    public async Task The_order_of_the_rows_does_not_count()
    {
        var rows = History[Heading.Length..].Split('\n', StringSplitOptions.RemoveEmptyEntries).Reverse();

        Assert.That((await JsonAsync(Heading + string.Join('\n', rows) + "\n")).ToJsonString(), Is.EqualTo((await JsonAsync(History)).ToJsonString()));
    }

    [Test]
    public async Task Since_leaves_out_what_came_before()
    {
        var json = await JsonAsync(History, options: ["--since", "2026-04-06"]);

        Assert.That(json["deals"]!.ToJsonString(), Is.EqualTo("""{"all":3,"won":0,"lost":0,"slipped":0,"open":3}"""));
        Assert.That((string?)json["from"], Is.EqualTo("2026-04-06"));
    }

    /// <summary>The leak: a row of February that already holds the state of April, as a join with today's records gives it.</summary>
    [Test]
    public async Task A_planted_leak_is_caught_told_and_left_out()
    {
        var leaking = Heading.TrimEnd() + ",Last Modified Date,Closed\n" + string.Concat(History[Heading.Length..].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row =>
            row.StartsWith(Id(3) + ",2026-02-02", StringComparison.Ordinal) ? row + ",2026-04-05T10:00:00Z,false\n"
            : row.StartsWith(Id(2) + ",2026-02-02", StringComparison.Ordinal) ? row + ",2026-02-01T10:00:00Z,true\n"
            : row + ",2026-02-01T10:00:00Z,\n"));

        var run = await RunAsync(leaking, Stages, "--json");
        var json = JsonNode.Parse(run.Output)!;

        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That((int)json["leaking"]!, Is.EqualTo(2));
        Assert.That(run.Errors, Does.Contain("leaks: LastModifiedDate is of 2026-04-05 10:00:00 UTC, later than the snapshot").And.Contain("leaks: IsClosed tells the outcome early"));
        Assert.That((int)Kind(json, "demoted")["warned"]!["all"]!, Is.EqualTo(2), "the deals 1 and 6");
    }

    [Test]
    public async Task Json_lines_name_the_date_too_and_a_row_without_one_is_told()
    {
        var run = await RunAsync(
            $$"""
            {"Id":"{{Id(1)}}","SnapshotDate":"2026-02-02","StageName":"Discovery","ForecastCategoryName":"Commit","CloseDate":"2026-03-20"}
            {"Id":"{{Id(1)}}","StageName":"Discovery"}
            {"Id":"{{Id(1)}}","SnapshotDate":"2 Feb","StageName":"Discovery"}
            """,
            Stages, "--json");

        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That((int)JsonNode.Parse(run.Output)!["snapshots"]!, Is.EqualTo(1));
        Assert.That(run.Errors, Does.Contain("line 2: Snapshot Date: missing").And.Contain("line 3: Snapshot Date: expected a date such as 2026-03-31, found '2 Feb'"));
    }

    [Test]
    public async Task Policies_that_name_fields_differently_read_the_same_rows()
    {
        var json = await JsonAsync(History, candidate: Stages + "fields: { Champion__c: Primary__c }\n");

        Assert.That((int)Kind(json, "demoted")["warned"]!["all"]!, Is.EqualTo(4));
        Assert.That((int)Kind(json, "demoted", of: "live")["warned"]!["all"]!, Is.EqualTo(4));
    }

    [Test]
    public async Task Without_a_journal_and_without_a_file_it_says_what_to_do()
    {
        var run = await CommandRun.OfAsync("backtest", "--config", await SettingsAsync());

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Errors, Does.Contain("--input"));
    }

    private static JsonNode Kind(JsonNode json, string kind, string of = "candidate") =>
        json[of]!["warnings"]!.AsArray().Single(warning => (string?)warning!["kind"] == kind)!;

    private static string Row(int deal, string on, string stage, string category, string closes, int leadership) =>
        $"{Id(deal)},{on},{stage},{category},50000,{closes},2,1,2,2,{leadership}\n";

    private static string Id(int number) => SalesforceId.Parse(FormattableString.Invariant($"006{number:D12}")).Value;

    private async Task<JsonNode> JsonAsync(string history, string candidate = Stages, params string[] options)
    {
        var run = await RunAsync(history, candidate, ["--json", .. options]);
        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        return JsonNode.Parse(run.Output)!;
    }

    private async Task<CommandRun> RunAsync(string history, string candidate, params string[] options) => await CommandRun.OfAsync(
    [
        "backtest", "--policy", await WriteAsync("new.yaml", candidate), "--config", await SettingsAsync(),
        "--input", await WriteAsync(history.StartsWith('{') ? "history.jsonl" : "history.csv", history), .. options,
    ]);

    private async Task<string> SettingsAsync() => await WriteAsync("settings.json", JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["Policy"] = new { File = await WriteAsync("live.yaml", Stages) },
        ["Journal"] = new { ConnectionString = $"Data Source={Path.Combine(folder, "journal.db")}" },
    }));

    private async Task<string> WriteAsync(string name, string text)
    {
        var path = Path.Combine(folder, name);
        await File.WriteAllTextAsync(path, text);
        return path;
    }
}
