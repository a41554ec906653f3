using System.Text.Json;
using SalesRules.Host.Commands;

namespace SalesRules.Host.Tests.Commands;

/// <summary><c>portfolio --input</c>: the figures of a file.</summary>
internal sealed class PortfolioCommandTests
{
    private const string Policy = """
        stages:
          - { name: Discovery, type: discovery }
          - { name: Proposal, type: commercial }
          - { name: Negotiation, type: commitment }
          - { name: Closed Won, type: closed-won }
          - { name: Closed Lost, type: closed-lost }
        portfolio: { target: { q2: 750000 } }

        """;

    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public async Task The_playbooks_forecast_reads_as_in_the_playbook()
    {
        var run = await RunAsync(Playbook());

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.Done), run.Errors);
        Assert.That(run.Output, Does.Contain(
            """
            Weighted forecast of the quarter  [weighted-forecast; P "Forecasting"]
              Category     Deals  No amount     Amount   Weight   Weighted   Target  Weighted cover
              Closed           2          0    150,000  100.0 %    150,000        -               -
              Commit           3          0    300,000   90.0 %    270,000        -               -
              Most Likely      0          0          0   80.0 %          0        -               -
              Best Case        5          0    500,000   70.0 %    350,000        -               -
              Pipeline        10          0  1,000,000   50.0 %    500,000        -               -
              Omitted          0          0          0    0.0 %          0        -               -
              Total           20          0  1,950,000        -  1,270,000  750,000           1.69x
            """));
    }

    [Test]
    public async Task What_needs_history_is_unknown_in_a_file_without_and_says_why()
    {
        var run = await RunAsync(Playbook());

        Assert.That(run.Output, Does.Contain("unknown: no stage history").And.Contains("unknown: leads are not read").And.Contains("unknown: no deal has a history")
            .And.Contains("unknown: no history reaches back to the first day of that quarter"));
    }

    [Test]
    public async Task Owners_stand_side_by_side_and_JSON_has_their_rows()
    {
        var text = await RunAsync(Playbook(), "--by", "owner");
        var json = JsonDocument.Parse((await RunAsync(Playbook(), "--by", "owner", "--json")).Output).RootElement;

        Assert.That(text.Output, Does.Match("Owner +Closed +Commit").And.Match(@"Dana Fox +150,000 +300,000 +0 +500,000 +1,000,000 +20 +1,950,000 +1,270,000 +unknown +unknown"));
        var forecast = json.GetProperty("figures").EnumerateArray().Single(figure => figure.GetProperty("id").GetString() == "weighted-forecast");
        var total = forecast.GetProperty("slices")[1].GetProperty("rows").EnumerateArray().Last();
        Assert.That((forecast.GetProperty("slices")[1].GetProperty("name").GetString(), total.GetProperty("weighted").GetDecimal()), Is.EqualTo(("Dana Fox", 1_270_000m)));
        Assert.That((total.GetProperty("cover").ValueKind, total.GetProperty("why").GetString()), Is.EqualTo((JsonValueKind.Null, "no quota (portfolio.quotas)")));
    }

    [Test]
    public async Task CSV_has_one_number_a_line_and_no_name_becomes_a_formula()
    {
        var run = await RunAsync(Playbook(owner: "=HYPERLINK(1)"), "--format", "csv", "--by", "owner");
        var lines = run.Output.Split('\n');

        Assert.That(lines[0], Is.EqualTo("figure,slice,name,item,measure,value,unit,why"));
        Assert.That(lines, Has.Member("weighted-forecast,,all deals,Total,cover,1.693333,times,"));
        Assert.That(lines, Has.Member("weighted-forecast,,all deals,Commit,weighted,270000,money,"));
        Assert.That(lines, Has.Member("conversion,,all deals,Lead to qualification,rate,,share,leads are not read"));
        Assert.That(run.Output, Does.Contain(",'=HYPERLINK(1),").And.Not.Contains(",=HYPERLINK"));
    }

    [Test]
    public async Task A_history_gives_movement_with_its_round_trip()
    {
        var rows = string.Join(',', History("2026-05-01", "Forecast"), History("2026-05-10", "BestCase"), History("2026-05-12", "Forecast"));
        var run = await RunAsync(Deal(1, "Negotiation", 100, "Commit")[..^1] + $",\"OpportunityHistories\":{{\"records\":[{rows}]}}}}", "--since", "2026-05-08");

        Assert.That(run.Output, Does.Match("opening +1 +- +100\n").And.Match("raised +1 +1 +100\n").And.Match("lowered +1 +1 +100\n").And.Match("closing +1 +- +100\n"));
        Assert.That(run.Output, Does.Contain("05-10 lowered Commit > Best Case; 05-12 raised Best Case > Commit  ForecastCategoryName Commit > Best Case > Commit"));
    }

    [Test]
    public async Task The_same_deals_in_another_order_give_the_same_bytes()
    {
        var lines = Playbook().Split('\n');

        var one = await RunAsync(string.Join('\n', lines), "--json", "--by", "team");
        var other = await RunAsync(string.Join('\n', lines.Reverse()), "--json", "--by", "team");

        Assert.That(other.Output, Is.EqualTo(one.Output));
    }

    [Test]
    public async Task A_line_that_cannot_be_read_and_one_that_repeats_a_deal_are_told_and_count_once()
    {
        var run = await RunAsync($"{Deal(1, "Discovery", 5, "Pipeline")}\n{Deal(1, "Discovery", 5, "Pipeline")}\n{{\"Id\":\"no\"}}\n");

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.Partial));
        Assert.That(run.Errors, Does.Contain("line 2: 006000000000001AAA stands on an earlier line already").And.Contains("line 3: Id: expected a Salesforce id"));
        Assert.That(run.Output, Does.Match("Pipeline +1 +0 +5 "));
    }

    [TestCase("--by", "region", "--by: 'region' is none of owner, team, segment.")]
    [TestCase("--format", "xml", "--format: 'xml' is none of text, json, csv.")]
    [TestCase("--since", "soon", "--since: 'soon' is not a date such as 2026-03-02.")]
    [TestCase("--since", "2026-05-16", "--since 2026-05-16: lies after the business date 2026-05-15.")]
    public async Task A_wrong_option_is_told(string option, string value, string sentence)
    {
        var run = await RunAsync(Playbook(), option, value);

        Assert.That((run.ExitCode, run.Errors), Is.EqualTo((ExitCode.WrongInput, run.Errors)));
        Assert.That(run.Errors, Does.Contain(sentence));
    }

    [Test]
    public async Task Two_formats_at_once_are_refused()
    {
        Assert.That((await RunAsync(Playbook(), "--json", "--format", "csv")).ExitCode, Is.EqualTo(ExitCode.WrongInput));
        Assert.That((await RunAsync(Playbook(), "--json", "--format", "json")).ExitCode, Is.EqualTo(ExitCode.Done));
    }

    [Test]
    public async Task Without_a_file_and_without_Salesforce_it_says_what_is_missing()
    {
        var run = await CommandRun.OfAsync("portfolio");

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.WrongInput));
        Assert.That(run.Errors, Does.Contain("Salesforce:LoginUrl"));
    }

    private async Task<CommandRun> RunAsync(string rows, params string[] options) => await CommandRun.OfAsync(
        ["portfolio", "--input", folder.Write("deals.jsonl", rows), "--policy", folder.Write("policy.yaml", Policy), "--as-of", "2026-05-15", .. options]);

    /// <summary>P "Forecasting": 2 deals of 150K in all are won, 3 of 300K in Commit, 5 of 500K in Best Case, 10 of 1M in Pipeline.</summary>
    private static string Playbook(string owner = "Dana Fox") => string.Join('\n',
    [
        .. Enumerable.Range(1, 2).Select(number => Deal(number, "Closed Won", 75_000, "Closed", owner)),
        .. Enumerable.Range(10, 3).Select(number => Deal(number, "Negotiation", 100_000, "Commit", owner)),
        .. Enumerable.Range(20, 5).Select(number => Deal(number, "Proposal", 100_000, "Best Case", owner)),
        .. Enumerable.Range(30, 10).Select(number => Deal(number, "Discovery", 100_000, "Pipeline", owner)),
    ]);

    private static string Deal(int number, string stage, int amount, string category, string owner = "Dana Fox") => FormattableString.Invariant(
        $$$"""{"Id":"006{{{number:D12}}}","OwnerId":"005000000000001","Owner":{"Name":"{{{owner}}}"},"StageName":"{{{stage}}}","Amount":{{{amount}}},"ForecastCategoryName":"{{{category}}}","CloseDate":"2026-05-14"}""");

    private static string History(string day, string category) =>
        $$"""{"StageName":"Negotiation","CreatedDate":"{{day}}T10:00:00.000+0000","Amount":100,"CloseDate":"2026-05-14","ForecastCategory":"{{category}}"}""";
}
