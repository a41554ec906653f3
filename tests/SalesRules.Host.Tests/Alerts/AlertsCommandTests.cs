using System.Text.Json.Nodes;
using SalesRules.Host.Commands;
using SalesRules.Host.Tests.Commands;

namespace SalesRules.Host.Tests.Alerts;

internal sealed class AlertsCommandTests
{
    private static readonly (string, string)[] Ops =
    [
        ("Channels:ops:Kind", "Webhook"), ("Channels:ops:Url", "http://127.0.0.1:1/"), ("Channels:ops:Secret", "0123456789abcdef0123456789abcdef"), ("Recipients:sales-ops:Channels:0", "ops"),
    ];

    [Test]
    public async Task A_failed_try_ends_with_3_and_the_list_says_who_waits_and_why()
    {
        await using var desk = await AlertDesk.OpenAsync(Ops);
        await desk.RaiseAsync(SampleAlerts.Drift("drift/1"));
        Assert.That((await RunAsync(desk, "list", "--state", "raised")).Output, Does.Contain("schema-drift").And.Contain("The field X__c is gone.").And.Contain("raised: "));

        var sent = await RunAsync(desk, "send");
        Assert.That((sent.ExitCode, sent.Output.Trim()), Is.EqualTo((ExitCode.Partial, "0 messages delivered, 1 try failed for now, 0 messages given up.")));
        Assert.That(sent.Errors, Does.Contain("Alerts: 1 to tell, 1 message made; "));

        var list = await RunAsync(desk, "list", "--state", "waiting");
        Assert.That(list.ExitCode, Is.EqualTo(ExitCode.Done));
        Assert.That(list.Output, Does.Contain("sales-ops: waiting, next try ").And.Contain("Channel ops"));
        Assert.That(list.Errors, Does.Contain("Nobody in the settings is cs-lead, manager, owner, se-director, vp-sales"));
        Assert.That((await RunAsync(desk, "list", "--state", "raised")).Output, Does.Contain("There are none."));
    }

    [Test]
    public async Task What_somebody_typed_into_a_name_begins_no_line_of_its_own()
    {
        await using var desk = await AlertDesk.OpenAsync();
        var alert = SampleAlerts.AtRisk("a");
        await desk.RaiseAsync(alert with { Deal = alert.Deal! with { Name = "x\nBcc: a\u001b[31m\u2028y\r\nz" } });

        var list = await RunAsync(desk, "list");

        Assert.That(list.Output, Does.Contain("risk-entered  006A000001kUVyzIAG x Bcc: a [31m y z").And.Not.Contain('\u001b'));
        Assert.That(list.Output.Split(Environment.NewLine), Has.None.StartsWith("Bcc"));
        Assert.That(JsonNode.Parse((await RunAsync(desk, "list", "--json")).Output)!["alerts"]![0]!["alert"]!["deal"]!["name"]!.GetValue<string>(), Is.EqualTo("x\nBcc: a\u001b[31m\u2028y\r\nz"), "for programs it is what it is");
    }

    [Test]
    public async Task As_JSON_the_list_has_the_alert_and_every_try()
    {
        await using var desk = await AlertDesk.OpenAsync(Ops);
        await desk.RaiseAsync(SampleAlerts.Drift("drift/1"));
        await RunAsync(desk, "send");

        var json = JsonNode.Parse((await RunAsync(desk, "list", "--json")).Output)!;

        var alert = json["alerts"]!.AsArray().Single()!;
        Assert.That(alert["alert"]!["kind"]!.GetValue<string>(), Is.EqualTo("schema-drift"));
        Assert.That(alert["messages"]![0]!["state"]!.GetValue<string>(), Is.EqualTo("waiting"));
        Assert.That(alert["messages"]![0]!["attempts"]![0]!["outcome"]!.GetValue<string>(), Is.EqualTo("retry-later"));
        Assert.That(json["unfilledRoles"]!.AsArray(), Has.Count.EqualTo(5));
    }

    [Test]
    public async Task An_alert_that_nobody_in_the_settings_wants_is_shown_as_told_to_nobody()
    {
        await using var desk = await AlertDesk.OpenAsync();
        await desk.RaiseAsync(SampleAlerts.Drift("drift/1"));

        var sent = await RunAsync(desk, "send");

        Assert.That(sent.ExitCode, Is.EqualTo(ExitCode.Done));
        Assert.That(sent.Errors, Does.Contain("Somebody who should be told is not: Recipients has no sales-ops: 1 alert."));
        Assert.That((await RunAsync(desk, "list")).Output, Does.Contain("told to nobody"));
    }

    [Test]
    public async Task A_run_that_cannot_tell_anybody_has_still_done_its_work_and_says_so()
    {
        await using var desk = await AlertDesk.OpenAsync(Ops);
        await desk.RaiseAsync(SampleAlerts.Drift("drift/1"));

        var run = await CommandRun.OfAsync("run", "--config", desk.SettingsPath);

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.Done));
        Assert.That(run.Errors, Does.Contain("1 try failed for now"));
    }

    [Test]
    public async Task Answers_are_counted_by_rule_and_reach_the_backtest()
    {
        await using var desk = await AlertDesk.OpenAsync();
        await desk.RaiseAsync(SampleAlerts.AtRisk("a"), SampleAlerts.Drift("b"));
        await using (var workplace = await desk.WorkplaceAsync())
        {
            await workplace.Journal.TryAnswerAsync(desk.OrgId, "a", "ana", isUseful: true);
            await workplace.Journal.TryAnswerAsync(desk.OrgId, "a", "ben", isUseful: false);
            await workplace.Journal.TryAnswerAsync(desk.OrgId, "b", "ana", isUseful: true);
            await workplace.Journal.TryAnswerAsync(desk.OrgId, "forgotten", "ana", isUseful: true);
        }

        const string expected = """[{"rule":"forecast.above-ceiling","useful":1,"notUseful":1},{"rule":"hygiene.no-next-step","useful":1,"notUseful":1},{"rule":"schema-drift","useful":1,"notUseful":0}]""";
        Assert.That((await RunAsync(desk, "answers", "--json")).Output.Trim(), Is.EqualTo(expected));
        Assert.That((await RunAsync(desk, "answers")).Output, Does.Contain("forecast.above-ceiling"));
        var backtest = await CommandRun.OfAsync("backtest", "--config", desk.SettingsPath, "--json");
        Assert.That(JsonNode.Parse(backtest.Output)!["answers"]!.ToJsonString(), Is.EqualTo(expected));
        Assert.That((await CommandRun.OfAsync("backtest", "--config", desk.SettingsPath)).Output, Does.Contain("What people thought of the alerts of the live policy, by rule:"));
    }

    private static Task<CommandRun> RunAsync(AlertDesk desk, params string[] args) => CommandRun.OfAsync(["alerts", .. args, "--config", desk.SettingsPath]);
}
