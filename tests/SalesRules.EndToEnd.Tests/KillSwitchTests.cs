using SalesRules.Host.Commands;
using SalesRules.Host.Configuration;
using SalesRules.Host.Runs;
using SalesRules.Host.Runs.Writing;
using SalesRules.Journal.Pauses;
using SalesRules.Journal.Runs;

namespace SalesRules.EndToEnd.Tests;

/// <summary>`schedule pause --all`: nothing begins, and what runs stops within one batch.</summary>
public class KillSwitchTests
{
    private static readonly Pause Everything = new(Pause.Everything, "forecast call", "Dana Fox", DateTimeOffset.UnixEpoch, Until: null);

    [Test]
    public async Task Nothing_begins_while_everything_is_paused()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 20);
        await NoteAsync(org, Everything);
        org.Server.Calls.Clear();

        var refusal = await Assert.ThrowsAsync<CommandException>(() => org.RunAsync());

        Assert.That(refusal!.ExitCode, Is.EqualTo(ExitCode.Refused));
        Assert.That(refusal.Message, Does.Contain("Everything is paused by Dana Fox").And.Contain("forecast call"));
        Assert.That(org.Server.Calls.Latest.Select(call => call.Method), Is.All.EqualTo("GET"));
    }

    [Test]
    public async Task A_run_under_way_stops_within_one_batch_and_the_next_run_does_the_rest()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 900);
        var stopped = await RunAndPauseAfterTheFirstBatchAsync(org);

        Assert.That((stopped.Status, stopped.Writes.Written), Is.EqualTo(("stopped", WriteBack.BatchSize)));
        Assert.That(stopped.StopReason, Does.Contain("everything is paused by Dana Fox"));
        await ResumeAsync(org);
        var rest = await org.RunAsync();
        Assert.That((rest.Status, rest.Writes.Written), Is.EqualTo(("complete", stopped.Planned.WrittenDeals - stopped.Writes.Written)));
        Assert.That((await org.RunAsync()).Planned.Deals, Is.Zero);
    }

    [Test]
    public async Task A_run_can_be_taken_back_while_everything_else_stands_still()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        var run = await org.RunAsync();
        await NoteAsync(org, Everything);

        await using (var workplace = await org.OpenAsync())
            await workplace.Get<RevertRun>().RevertAsync(run.Run, TestOrg.Request(workplace) with { Kind = RunKind.Revert }, default);

        Assert.That((await org.Person.ReadAsync(deal)).GetProperty("ForecastCategoryName").GetString(), Is.EqualTo("Commit"));
    }

    private static async Task<RunTally> RunAndPauseAfterTheFirstBatchAsync(TestOrg org)
    {
        await using var workplace = await org.OpenAsync();
        await using var beside = await org.OpenAsync(JournalUse.Note);
        var isPaused = false;
        var request = TestOrg.Request(workplace) with
        {
            // As another process does it, between two batches of this one.
            Watch = tally =>
            {
                if (tally.Writes.Written == 0 || isPaused)
                    return;
                isPaused = true;
                beside.Journal.PauseAsync(Everything).GetAwaiter().GetResult();
            },
        };
        return await workplace.Get<RuleRun>().RunOnceAsync(request, default);
    }

    private static async Task NoteAsync(TestOrg org, Pause pause)
    {
        await using var beside = await org.OpenAsync(JournalUse.Note);
        await beside.Journal.PauseAsync(pause);
    }

    private static async Task ResumeAsync(TestOrg org)
    {
        await using var beside = await org.OpenAsync(JournalUse.Note);
        await beside.Journal.ResumeAsync(Pause.Everything, "Dana Fox");
    }
}
