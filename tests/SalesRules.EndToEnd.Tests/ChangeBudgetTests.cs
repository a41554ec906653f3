using SalesRules.Host.Commands;
using SalesRules.Host.Runs;
using SalesRules.Journal.Runs;

namespace SalesRules.EndToEnd.Tests;

/// <summary>A bad threshold stops before the first write.</summary>
public class ChangeBudgetTests
{
    /// <summary>Eleven open deals, each of which a run would correct: over every default share.</summary>
    private static async Task<TestOrg> WholePipelineAboveItsCeilingAsync(int deals = 11)
    {
        var org = await TestOrg.StartAsync(opportunities: 0);
        for (var deal = 0; deal < deals; deal++)
            await org.Person.CreateCommitWithoutLeadershipAsync();
        return org;
    }

    [Test]
    public async Task A_run_over_its_change_budget_writes_nothing_and_says_what_is_too_much()
    {
        await using var org = await WholePipelineAboveItsCeilingAsync();
        org.Server.Calls.Clear();

        var refusal = await Assert.ThrowsAsync<CommandException>(() => org.RunAsync());

        Assert.That(refusal!.ExitCode, Is.EqualTo(ExitCode.Refused));
        Assert.That(refusal.Message, Does.Contain("open-deals: 11 of 11 open deals would be corrected, 100 %; the budget is 25 %.")
            .And.Contain("money-moved: 550,000 of the 550,000 open in Commit would leave it, 100 %; the budget is 50 %."));
        Assert.That(org.Server.Calls.Latest.Select(call => call.Method), Is.All.EqualTo("GET"));
    }

    [Test]
    public async Task An_approved_run_goes_on_and_the_journal_keeps_who_approved_it_and_why()
    {
        await using var org = await WholePipelineAboveItsCeilingAsync();
        await using var workplace = await org.OpenAsync();
        var request = TestOrg.Request(workplace) with { Approval = new BudgetApproval("Dana Fox", "new thresholds") };

        var tally = await workplace.Get<RuleRun>().RunOnceAsync(request, default);

        var kept = await workplace.Journal.RunAsync(tally.Run);
        Assert.That(tally.Writes.Written, Is.EqualTo(11));
        Assert.That(kept!.Result.Sentence, Does.StartWith("Beyond the change budget, approved by Dana Fox: new thresholds (open-deals: 11 of 11"));
    }

    [Test]
    public async Task A_refused_run_leaves_nothing_behind_that_a_later_one_would_send()
    {
        await using var org = await WholePipelineAboveItsCeilingAsync();
        await Assert.ThrowsAsync<CommandException>(() => org.RunAsync());

        await Assert.ThrowsAsync<CommandException>(() => org.RunAsync());

        await using var workplace = await org.OpenAsync(Host.Configuration.JournalUse.Read);
        var runs = await workplace.Journal.RunsAsync(org.Server.Org.Id, 10);
        Assert.That(runs.Select(run => run.Status), Is.EqualTo(new[] { RunStatus.Refused, RunStatus.Refused }));
    }

    [Test]
    public async Task A_reviewed_plan_needs_the_same_approval()
    {
        await using var org = await WholePipelineAboveItsCeilingAsync();
        var plan = await org.PlanAsync();

        var refusal = await Assert.ThrowsAsync<CommandException>(() => org.ApplyAsync(plan));

        Assert.That(refusal!.Message, Does.Contain("change-budget"));
    }

    [Test]
    public async Task A_small_run_asks_the_org_for_no_figures()
    {
        await using var org = await WholePipelineAboveItsCeilingAsync(deals: 10);

        var tally = await org.RunAsync();

        Assert.That((tally.Writes.Written, tally.ApiCalls), Is.EqualTo((10, 14L)),
            "two describes, tasks, opportunities, the age of stages, repeated texts, stage histories, the org's count, retrieve, write, retrieve; describe, query and upsert of the score history");
    }
}
