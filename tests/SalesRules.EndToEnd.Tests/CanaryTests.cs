using SalesRules.EndToEnd.Tests.Crashes;
using SalesRules.Host.Commands;
using SalesRules.Host.Configuration;
using SalesRules.Journal.Runs;
using SalesRules.Sandbox.Faults;
using SalesRules.Sandbox.Faults.Changes;
using SalesRules.Sandbox.Faults.Rows;

namespace SalesRules.EndToEnd.Tests;

/// <summary>First a few records, a second look at them, then the rest.</summary>
public class CanaryTests
{
    private const int Deals = 12;

    [Test]
    public async Task A_sound_canary_goes_first_and_the_others_follow()
    {
        await using var org = await OrgAsync();
        org.Server.Calls.Clear();

        var tally = await org.RunAsync(Policy(org));

        Assert.That((tally.Status, tally.Writes.Written, tally.CanaryPassed), Is.EqualTo(("complete", Deals, 2)), string.Join('\n', tally.Notes.Lines));
        Assert.That(Writes(org), Is.EqualTo(2), "the canary's and that of the others");
        Assert.That(tally.Certificate!.AddsUp, Is.True);
        Assert.That((await org.RunAsync(Policy(org))).Planned.Deals, Is.Zero);
    }

    [Test]
    public async Task The_second_look_costs_two_calls_and_the_batch_of_its_own_four()
    {
        await using var org = await OrgAsync();
        await using var other = await OrgAsync();

        var without = await other.RunAsync(Policy(other, canaryPercent: "null"));
        var with = await org.RunAsync(Policy(org));

        Assert.That(with.ApiCalls - without.ApiCalls, Is.InRange(5, 6), "retrieve, write, retrieve, the rows of its score history; then opportunities and, unless it was all within a second, their stage histories");
    }

    [Test]
    public async Task An_automation_that_sets_the_canary_back_stops_the_run_before_the_others()
    {
        await using var org = await OrgAsync();
        org.Server.Faults.Add(new EditFault
        {
            Values = new Dictionary<string, object?> { ["ForecastCategoryName"] = "Commit" },
            Rows = new() { Among = RowPool.Call, Count = 200 },
            Where = new() { Operation = FaultOperation.Update },
            Moment = FaultMoment.After,
        });
        org.Server.Calls.Clear();

        var refusal = await Assert.ThrowsAsync<CommandException>(() => org.RunAsync(Policy(org)));

        Assert.That(refusal!.ExitCode, Is.EqualTo(ExitCode.Refused));
        Assert.That(refusal.Message, Does.Contain("The canary is not sound. Of the 2 records that went first").And.Contain("the other 10 planned records were not.").And.Contain("ForecastCategoryName"));
        Assert.That(Writes(org), Is.EqualTo(1));
        Assert.That(await org.Person.QueryAsync("SELECT Id FROM Opportunity WHERE SalesRules_Decision__c != null"), Has.Count.EqualTo(2));
        await using var workplace = await org.OpenAsync(JournalUse.Read, Policy(org));
        Assert.That((await workplace.Journal.RunsAsync(org.Server.Org.Id, 1)).Single().Status, Is.EqualTo(RunStatus.Refused));
        Assert.That(JournalState.AlertsOf(org), Is.EqualTo(["canary-failed/first"]));
        Assert.That(JournalState.AlertContentsOf(org).Single(), Does.Contain("does not stand as planned: ForecastCategoryName"));
    }

    [Test]
    public async Task A_stopped_canary_can_be_taken_back()
    {
        await using var org = await OrgAsync();
        org.Server.Faults.Add(new EditFault
        {
            Values = new Dictionary<string, object?> { ["MIQL_Leadership__c"] = 2 },
            Rows = new() { Among = RowPool.Call, Count = 200 },
            Where = new() { Operation = FaultOperation.Update },
            Moment = FaultMoment.After,
        });
        var refusal = await Assert.ThrowsAsync<CommandException>(() => org.RunAsync(Policy(org)));
        org.Server.Faults.StopAll();

        var run = RunId.Parse(refusal!.Message.Split("salesrules revert ")[1].Split('`')[0]);
        await using var workplace = await org.OpenAsync(JournalUse.Write, Policy(org));
        var revert = await workplace.Get<Host.Runs.RevertRun>().RevertAsync(run, TestOrg.Request(workplace) with { Kind = RunKind.Revert }, default);

        Assert.That((revert.Writes.Written, revert.Certificate!.AddsUp), Is.EqualTo((2, true)), string.Join('\n', revert.Notes.Lines));
    }

    [Test]
    public async Task A_deal_that_the_org_keeps_refusing_stops_one_run_and_not_the_next()
    {
        await using var org = await OrgAsync();
        var first = (await org.Person.QueryAsync("SELECT Id FROM Opportunity ORDER BY SystemModstamp, Id LIMIT 1"))[0].GetProperty("Id").GetString()!;
        org.Server.Faults.Add(new ValidationErrorFault { Where = new() { Ids = [first] } });

        var refusal = await Assert.ThrowsAsync<CommandException>(() => org.RunAsync(Policy(org)));
        var next = await org.RunAsync(Policy(org));

        Assert.That(refusal!.Message, Does.Contain($"{first}: refused: "));
        Assert.That((next.Status, next.CanaryPassed, next.Writes.Refused, next.Writes.Written), Is.EqualTo(("partial", 1, 1, Deals - 2)), string.Join('\n', next.Notes.Lines));
    }

    [Test]
    public async Task A_reviewed_plan_sends_its_canary_first_too()
    {
        await using var org = await OrgAsync();
        Host.Runs.RunTally applied;
        await using (var workplace = await org.OpenAsync(JournalUse.Write, Policy(org)))
        {
            var plan = await workplace.Get<Host.Runs.PlanRun>().PlanAsync(TestOrg.Request(workplace), _ => { }, default);
            applied = await workplace.Get<Host.Runs.ApplyRun>().ApplyAsync(plan, approval: null, watch: null, default);
        }

        Assert.That((applied.Status, applied.CanaryPassed, applied.Writes.Written), Is.EqualTo(("complete", 2, Deals)));
    }

    private static async Task<TestOrg> OrgAsync()
    {
        var org = await TestOrg.StartAsync(opportunities: 0);
        for (var deal = 0; deal < Deals; deal++)
            await org.Person.CreateCommitWithoutLeadershipAsync();
        return org;
    }

    /// <summary>The default policy with a canary of a tenth, and a change budget that lets all deals pass.</summary>
    private static (string Key, string? Value) Policy(TestOrg org, string canaryPercent = "10")
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "policy.yaml"))
            .Replace("canary-percent: null", $"canary-percent: {canaryPercent}", StringComparison.Ordinal)
            .Replace("open-deals: 25 ", "open-deals: null ", StringComparison.Ordinal)
            .Replace("money-moved: 50 ", "money-moved: null ", StringComparison.Ordinal);
        var file = Path.Combine(org.Folder, $"canary-{canaryPercent}.yaml");
        File.WriteAllText(file, text);
        return ("Policy:File", file);
    }

    private static int Writes(TestOrg org) => org.Server.Calls.Latest.Count(call => call.Method == "PATCH" && call.Path.EndsWith("/composite/sobjects", StringComparison.Ordinal));
}
