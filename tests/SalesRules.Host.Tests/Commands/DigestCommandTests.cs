using System.Text.Json;
using SalesRules.Host.Commands;
using SalesRules.Host.Tests.Digests;
using SalesRules.Sandbox;
using SalesRules.Sandbox.Schema;

namespace SalesRules.Host.Tests.Commands;

/// <summary><c>digest</c>: what it reads, how it exits, and that it is sent once.</summary>
internal sealed class DigestCommandTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 7, 0, 0, TimeSpan.Zero);

    private readonly MovingClock clock = new();
    private TemporaryFolder folder = null!;
    private SandboxServer server = null!;
    private WebhookReceiver receiver = null!;

    [SetUp]
    public async Task StartAsync()
    {
        clock.Now = Monday;
        folder = new TemporaryFolder();
        server = await SandboxServer.StartAsync(new SandboxOptions { Opportunities = 60 }, clock, default);
        receiver = await WebhookReceiver.StartAsync();
    }

    [TearDown]
    public async Task StopAsync()
    {
        await receiver.DisposeAsync();
        await server.DisposeAsync();
        folder.Dispose();
    }

    [Test]
    public async Task Sent_twice_on_a_day_it_arrives_once_and_on_the_next_day_again()
    {
        var policy = Policy("pov: { to: [vp-sales] }");
        var first = await RunAsync("digest", "pov", "--send", "--policy", policy);
        var second = await RunAsync("digest", "pov", "--send", "--policy", policy);
        clock.Now = Monday.AddDays(1);
        await RunAsync("digest", "pov", "--send", "--policy", policy);

        Assert.That((first.ExitCode, first.Output, second.ExitCode), Is.EqualTo((ExitCode.Done, "", ExitCode.Done)), first.Errors);
        Assert.That(first.Errors, Does.Contain("The pov digest is made for 1 recipient; 1 message delivered"));
        Assert.That(receiver.Taken.Select(message => message.Key), Is.EqualTo(["digest/pov/2026-03-02/vp-sales", "digest/pov/2026-03-03/vp-sales"]));
        Assert.That(JsonDocument.Parse(receiver.Taken[0].Body).RootElement.GetProperty("title").GetString(), Is.EqualTo("POV queue, 2026-03-02"));
    }

    [Test]
    public async Task Each_manager_gets_the_review_of_their_own_team()
    {
        var run = await RunAsync("digest", "deals", "--by", "manager", "--send", "--policy", Policy("reviews: { to: [manager] }"));

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.Done), run.Errors);
        var headings = receiver.Taken.Select(message => JsonDocument.Parse(message.Body).RootElement.GetProperty("sections").EnumerateArray().Select(section => section.GetProperty("heading").GetString()).OfType<string>().Select(heading => heading.Split(": ")[0]).Distinct().ToList()).ToList();
        Assert.That(headings, Has.Count.GreaterThan(0).And.All.Count.EqualTo(1));
        Assert.That(headings.Select(heading => heading[0]), Is.Unique);
        Assert.That(receiver.Taken.Select(message => message.Key), Is.Unique.And.All.StartWith("digest/reviews/2026-03-02/005"));
    }

    [TestCase("", "list recipients of the settings in digests.pov.to")]
    [TestCase("pov: { to: [vp-sales, cfo] }", "digests.pov.to names cfo, and the settings have no such recipient: they have manager, vp-sales.")]
    public async Task Sent_to_nobody_or_a_stranger_nothing_is_read(string digests, string problem)
    {
        var run = await RunAsync("digest", "pov", "--send", "--policy", Policy(digests));

        Assert.That((run.ExitCode, server.ApiCalls, receiver.Taken.Count), Is.EqualTo((ExitCode.WrongInput, 0L, 0)));
        Assert.That(run.Errors, Does.Contain(problem));
    }

    [Test]
    public async Task Nothing_is_written_to_the_org_and_no_decision_is_kept()
    {
        await RunAsync("digest", "pipeline");

        Assert.That(server.Calls.Latest.Where(call => call.Method is not "GET").Select(call => call.ToString()), Is.Empty);
    }

    [TestCase("pipeline", 3)]
    [TestCase("deals", 3)]
    [TestCase("renewals", 2)]
    [TestCase("pov", 2)]
    public async Task It_reads_each_thing_once_beside_what_the_rules_ask_for(string kind, int own)
    {
        // Beside the two describes: users, deals; open tasks for the first two. The histories that plan reads for the deals which the run
        // wrote to, the pipeline reads for all, once. How long stages last and which texts repeat the journal knows from the run.
        await RunAsync("run");
        var around = await QueriesAsync("plan");
        var calls = await QueriesAsync("digest", kind);

        Assert.That(calls.Describes, Is.EqualTo(2));
        Assert.That(calls.Queries - own, Is.EqualTo(around.Queries - 1), "plan reads the deals, and around them the same");
    }

    [Test]
    public async Task What_our_user_may_not_see_is_unknown_and_told_at_the_top()
    {
        server.Org.SetFieldAccess("Opportunity", "MIQL_Leadership__c", FieldAccess.Hidden);

        var run = await RunAsync("digest", "pipeline");

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.Partial));
        Assert.That(run.Output, Does.Contain("! Not everything could be read").And.Contain("unknown: our user does not see the scores of all five pillars"));
        Assert.That(run.Errors, Does.Contain("schema drift: MIQL_Leadership__c"));
    }

    [TestCase("2026-02-17", "Not this week: every other week from 2026-02-17 on; the next is that of 2026-03-16.")]
    [TestCase("2026-02-24", "the next is that of 2026-03-09.")]
    public async Task In_the_weeks_between_it_does_nothing(string from, string sentence)
    {
        var run = await RunAsync("digest", "deals", "--every-other-week", from);

        if (from == "2026-02-17")
            Assert.That((run.ExitCode, run.Output.Length > 0, server.ApiCalls > 0), Is.EqualTo((ExitCode.Done, true, true)));
        else
            Assert.That((run.ExitCode, run.Output, server.ApiCalls, run.Errors), Is.EqualTo((ExitCode.Done, "", 0L, run.Errors)));
        Assert.That(run.Errors.Contains(sentence, StringComparison.Ordinal), Is.EqualTo(from != "2026-02-17"));
    }

    [Test]
    public async Task A_file_name_says_the_format()
    {
        var file = folder.File("monday.html");
        var run = await RunAsync("digest", "pipeline", "--out", file);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((ExitCode.Done, "")), run.Errors);
        Assert.That(await File.ReadAllTextAsync(file), Does.StartWith("<!doctype html>"));
    }

    [Test]
    public async Task A_team_is_a_part_of_the_whole()
    {
        var whole = await CountAsync();
        var manager = JsonDocument.Parse((await RunAsync("portfolio", "--by", "team", "--json")).Output).RootElement.GetProperty("figures")[0].GetProperty("slices")
            .EnumerateArray().Select(slice => slice.GetProperty("key").GetString()!).First(key => key.Length > 0);
        var team = await CountAsync("--team", manager);

        Assert.That(team, Is.GreaterThan(0).And.LessThan(whole));
        Assert.That(await CountAsync("--team", "005000000000009AAA"), Is.Zero);

        async Task<decimal> CountAsync(params string[] options) =>
            JsonDocument.Parse((await RunAsync(["digest", "pipeline", "--json", .. options])).Output).RootElement.GetProperty("sections")[0].GetProperty("figures").GetProperty("open-pipeline").GetProperty("value").GetDecimal();
    }

    [TestCase("--team", "0061", "--team: '0061' is not the id of a user")]
    [TestCase("--format", "pdf", "--format: 'pdf' is none of text, html, markdown, json.")]
    [TestCase("--since", "2026-03-03", "--since 2026-03-03: lies after the business date 2026-03-02.")]
    public async Task A_wrong_option_is_told(string option, string value, string sentence)
    {
        var run = await RunAsync("digest", "pipeline", option, value);

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.WrongInput));
        Assert.That(run.Errors, Does.Contain(sentence));
    }

    [Test]
    public async Task A_schedule_runs_its_digest()
    {
        var run = await CommandRun.OfAsync(clock, "schedule", "run", "queue", "--policy", Policy("pov: { to: [vp-sales] }"), "--config", SettingsFile(("Schedules:queue:Cron", "0 8 * * 1"), ("Schedules:queue:Command", "digest pov --send")));

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.Done), run.Errors);
        Assert.That(receiver.Taken.Single().Key, Is.EqualTo("digest/pov/2026-03-02/vp-sales"));
    }

    private async Task<(int Describes, int Queries)> QueriesAsync(params string[] args)
    {
        server.Calls.Clear();
        var run = await RunAsync(args);
        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.Done), run.Errors);
        var paths = server.Calls.Latest.Select(call => call.Path).ToList();
        return (paths.Count(path => path.EndsWith("/describe", StringComparison.Ordinal)), paths.Count(path => path.Contains("/query", StringComparison.Ordinal)));
    }

    private Task<CommandRun> RunAsync(params string[] args) => CommandRun.OfAsync(clock, [.. args, "--config", SettingsFile()]);

    private string SettingsFile(params (string Key, string Value)[] further) => SandboxSettingsFile.Write(folder, server,
    [
        ("Writes:Enabled", "true"),
        ("Channels:hook:Kind", "Webhook"), ("Channels:hook:Url", receiver.Url), ("Channels:hook:Secret", new string('s', 32)),
        ("Recipients:vp-sales:Channels:0", "hook"), ("Recipients:manager:Channels:0", "hook"),
        .. further,
    ]);

    private string Policy(string digests) => folder.Write("policy.yaml", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "policy.yaml"))
        .Split("\ndigests:\n")[0] + $"\ndigests: {{ {digests} }}\n");
}
