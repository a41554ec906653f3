using SalesRules.Journal.Deals;
using SalesRules.Sandbox.Faults;
using SalesRules.Sandbox.Faults.Changes;
using SalesRules.Sandbox.Faults.Rows;
using SalesRules.Snapshots;

namespace SalesRules.EndToEnd.Tests;

/// <summary>Deals that people delete, take out of the recycle bin, or whose accounts they merge, before, between and during runs.</summary>
public class DeletedDealsTests
{
    private static readonly TimeSpan AWhile = TimeSpan.FromMinutes(20);

    private OrgClock clock = null!;
    private TestOrg org = null!;

    [SetUp]
    public async Task StartAsync()
    {
        clock = new OrgClock();
        org = await TestOrg.StartAsync(clock, opportunities: 0);
    }

    [TearDown]
    public async Task StopAsync() => await org.DisposeAsync();

    [Test]
    public async Task A_deleted_deal_is_noticed_once_and_its_history_stays()
    {
        var gone = await org.Person.CreateCommitWithoutLeadershipAsync();
        var stays = await org.Person.CreateCommitWithoutLeadershipAsync();
        Assert.That((await org.RunAsync()).Deleted, Is.Zero);
        await org.Person.DeleteAsync(gone);
        clock.Advance(AWhile);

        var noticing = await org.RunAsync();
        clock.Advance(AWhile);
        var after = await org.RunAsync();

        Assert.That((noticing.Status, noticing.Deleted, after.Deleted), Is.EqualTo(("complete", 1, 0)));
        Assert.That((await RememberAsync(gone)).DeletedAt, Is.Not.Null);
        Assert.That((await RememberAsync(gone)).DecisionId, Is.Not.Null, "what was decided is history");
        Assert.That((await RememberAsync(stays)).DeletedAt, Is.Null);
    }

    [Test]
    public async Task A_deal_that_the_journal_never_knew_is_not_reported_as_deleted()
    {
        await org.RunAsync();
        await org.Person.DeleteAsync(await org.Person.CreateCommitWithoutLeadershipAsync());
        clock.Advance(AWhile);

        Assert.That((await org.RunAsync()).Deleted, Is.Zero);
    }

    [Test]
    public async Task A_deal_that_comes_back_from_the_recycle_bin_is_decided_again()
    {
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        await org.RunAsync();
        await org.Person.DeleteAsync(deal);
        clock.Advance(AWhile);
        await org.RunAsync();
        await UndeleteAsync(deal);
        clock.Advance(AWhile);

        var run = await org.RunAsync();

        Assert.That((run.Read, run.Status, run.Deleted), Is.EqualTo((1, "complete", 0)));
        var memory = await RememberAsync(deal);
        Assert.That((memory.DeletedAt, memory.LastVersion), Is.EqualTo(((DateTimeOffset?)null, Stamp(deal))));
    }

    [Test]
    public async Task A_deal_that_is_deleted_and_comes_back_between_two_runs_was_never_gone()
    {
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        await org.RunAsync();
        await org.Person.DeleteAsync(deal);
        await UndeleteAsync(deal);
        clock.Advance(AWhile);

        var run = await org.RunAsync();

        Assert.That((run.Deleted, run.Read, run.Status), Is.EqualTo((0, 1, "complete")));
    }

    [Test]
    public async Task A_deal_that_is_deleted_right_before_its_write_is_gone_and_nobody_has_to_mend_anything([Values(1, 3)] int deals)
    {
        for (var deal = 0; deal < deals; deal++)
            await org.Person.CreateCommitWithoutLeadershipAsync();
        org.Server.Faults.Add(new DeleteFault { Where = new() { Operation = FaultOperation.Update } });

        var run = await org.RunAsync();
        clock.Advance(AWhile);
        var next = await org.RunAsync();

        Assert.That((run.Writes.Moved, run.Writes.Refused, run.Writes.Written), Is.EqualTo((1, 0, deals - 1)), string.Join('\n', run.Notes.Lines));
        Assert.That(run.Notes.Lines.Single(), Does.Contain("deleted meanwhile"));
        Assert.That((next.Status, next.Deleted, next.Read), Is.EqualTo(("complete", 1, deals - 1)));
    }

    [Test]
    public async Task A_deal_that_is_deleted_before_its_task_is_made_leaves_nothing_to_do_for_the_next_run()
    {
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync(stage: "Technical Deep-Dive");
        await org.Person.EditAsync(deal, new() { ["MIQL_Quantify__c"] = 1 });
        org.Server.Faults.Add(new DeleteFault { Where = new() { Operation = FaultOperation.Upsert, ObjectName = "Task" } });

        var run = await org.RunAsync();
        clock.Advance(AWhile);
        var next = await org.RunAsync();
        clock.Advance(AWhile);
        var last = await org.RunAsync();

        Assert.That((run.Writes.TasksRefused, next.Status, next.Deleted), Is.EqualTo((1, "complete", 1)), string.Join('\n', run.Notes.Lines.Concat(next.Notes.Lines)));
        Assert.That((last.Status, last.Read), Is.EqualTo(("complete", 0)));
    }

    [Test]
    public async Task The_certificate_adds_up_when_deals_are_deleted_while_a_run_reads([Range(1, 6)] int call)
    {
        for (var deal = 0; deal < 4; deal++)
            await org.Person.CreateCommitWithoutLeadershipAsync();
        clock.Advance(AWhile);
        org.Server.Faults.Add(new DeleteFault { Rows = new() { Count = 2 }, Where = new() { Operation = FaultOperation.Read }, When = new() { Nth = call }, Moment = FaultMoment.After });

        var run = await org.RunAsync();
        clock.Advance(AWhile);
        var next = await org.RunAsync();

        Assert.That(run.Certificate!.Faults, Is.Empty);
        Assert.That((next.Status, next.Certificate!.AddsUp), Is.EqualTo(("complete", true)));
    }

    [Test]
    public async Task A_refused_deal_that_is_deleted_is_looked_at_no_more()
    {
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        org.Server.Faults.Add(new ValidationErrorFault { Message = "no", Tries = 100, Where = new() { ObjectName = "Opportunity", Operation = FaultOperation.Update } });
        Assert.That((await org.RunAsync()).Writes.Refused, Is.EqualTo(1));
        await org.Person.DeleteAsync(deal);
        clock.Advance(AWhile);

        var run = await org.RunAsync();

        Assert.That((run.Status, run.Deleted, run.Read), Is.EqualTo(("complete", 1, 0)));
    }

    [Test]
    public async Task A_write_whose_reply_was_lost_and_whose_deal_is_deleted_since_is_settled()
    {
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        org.Server.Faults.Add(new Sandbox.Faults.Replies.LostReplyFault { Where = new() { Operation = FaultOperation.Update } });
        org.Server.Faults.Add(new DeleteFault { Where = new() { Operation = FaultOperation.Update }, Moment = FaultMoment.After });
        await org.RunAsync();
        org.Server.Faults.StopAll();
        clock.Advance(AWhile);

        var run = await org.RunAsync();

        Assert.That((run.Status, run.Deleted, run.Read), Is.EqualTo(("complete", 1, 0)), $"{deal}: {string.Join('\n', run.Notes.Lines)}");
    }

    /// <summary>No decision depends on an account, so whichever stamps a merge moves: nothing is skipped and nothing is written.</summary>
    [Test]
    public async Task Deals_of_a_merged_account_are_read_with_their_new_account_and_nothing_is_written()
    {
        var master = await org.Person.CreateAsync(new() { ["Name"] = "Brook & Vale" }, "Account");
        var loser = await org.Person.CreateAsync(new() { ["Name"] = "Brook and Vale" }, "Account");
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        await org.Person.EditAsync(deal, new() { ["AccountId"] = loser.Value });
        await org.RunAsync();
        clock.Advance(AWhile);
        await org.RunAsync();
        clock.Advance(AWhile);
        org.Server.Faults.Add(new MergeFault { Master = master.Value, Losers = [loser.Value] });

        var merged = await org.RunAsync();
        clock.Advance(AWhile);
        var next = await org.RunAsync();

        Assert.That((await org.Person.ReadAsync(deal)).GetProperty("AccountId").GetString(), Is.EqualTo(master.Value));
        Assert.That((merged.Planned.Deals, next.Planned.Deals, merged.Status, next.Status), Is.EqualTo((0, 0, "complete", "complete")));
        Assert.That((await RememberAsync(deal)).LastVersion, Is.EqualTo(Stamp(deal)));
    }

    private DateTimeOffset? Stamp(SalesforceId deal) => org.Server.Org.Read(store => store["Opportunity"].Find(deal.Value)!.SystemModstamp);

    /// <summary>The org has no call for it: a person clicks, here around a read of something else.</summary>
    private async Task UndeleteAsync(SalesforceId deal)
    {
        var fault = org.Server.Faults.Add(new UndeleteFault { Rows = new() { Ids = [deal.Value] } });
        await org.Person.QueryAsync("SELECT Id FROM Organization");
        Assert.That(org.Server.Faults.Stop(fault)!.Struck, Is.EqualTo(1));
    }

    private async Task<DealMemory> RememberAsync(SalesforceId deal)
    {
        await using var workplace = await org.OpenAsync();
        return (await workplace.Journal.RememberAsync(org.Server.Org.Id, [deal]))[deal];
    }
}
