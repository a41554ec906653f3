using Microsoft.Data.Sqlite;
using SalesRules.EndToEnd.Tests.Crashes;
using SalesRules.Host.Configuration;
using SalesRules.Host.Runs;
using SalesRules.Sandbox.Faults;
using SalesRules.Sandbox.Faults.Rows;
using SalesRules.Snapshots;

namespace SalesRules.EndToEnd.Tests;

/// <summary>Promise 1: nothing eligible is skipped, and a run that does not add up is not green.</summary>
public class NothingSkippedTests
{
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    [Test]
    public async Task The_certificate_of_a_sound_run_adds_up()
    {
        await using var org = await TestOrg.StartAsync();

        var tally = await org.RunAsync();

        Assert.That(tally.Certificate!.Faults, Is.Empty);
        Assert.That((tally.Certificate.Expected, tally.Certificate.Settled), Is.EqualTo((120L, 120L)));
        Assert.That(tally.Certificate.ToString(), Does.StartWith("expected 120, read 120,").And.EndWith("adds up"));
    }

    [Test]
    public async Task What_the_org_refuses_is_looked_at_again_by_id_while_the_watermark_moves_on()
    {
        var clock = new OrgClock();
        await using var org = await TestOrg.StartAsync(clock, opportunities: 0);
        var refused = await org.Person.CreateCommitWithoutLeadershipAsync();
        await org.Person.CreateCommitWithoutLeadershipAsync();
        var fault = org.Server.Faults.Add(new ValidationErrorFault { Message = "no", Tries = 100, Where = new() { Ids = [refused.Value], Operation = FaultOperation.Update } });
        Assert.That((await org.RunAsync()).Writes.Refused, Is.EqualTo(1));
        clock.Advance(2 * Overlap);
        Assert.That((await org.RunAsync()).Read, Is.EqualTo(2), "the overlap holds both");
        clock.Advance(2 * Overlap);

        var second = await org.RunAsync();
        org.Server.Faults.Stop(fault);
        clock.Advance(2 * Overlap);
        var third = await org.RunAsync();
        clock.Advance(2 * Overlap);
        var fourth = await org.RunAsync();
        clock.Advance(2 * Overlap);
        var fifth = await org.RunAsync();

        Assert.That((second.Read, second.Writes.Refused), Is.EqualTo((1, 1)), "the refused one alone, and not the whole window");
        Assert.That((third.Read, third.Writes.Written, third.Status), Is.EqualTo((1, 1, "complete")));
        Assert.That((fourth.Read, fourth.Planned.Deals), Is.EqualTo((1, 0)), "our own write lies in the overlap");
        Assert.That(fifth.Read, Is.Zero, "nothing is left to look at");
    }

    [Test]
    public async Task What_becomes_visible_within_the_overlap_is_read_by_the_next_run()
    {
        var clock = new OrgClock();
        await using var org = await TestOrg.StartAsync(clock, opportunities: 0);
        await org.RunAsync();
        var late = await SaveSeenLateAsync(org, clock, by: Overlap / 2);
        Assert.That((await org.RunAsync()).Read, Is.Zero);
        clock.Advance(Overlap / 2);

        Assert.That((await org.RunAsync()).Read, Is.EqualTo(1), late.Value);
    }

    [Test]
    public async Task What_becomes_visible_later_than_the_overlap_is_found_by_reconciling_which_says_so()
    {
        var clock = new OrgClock();
        await using var org = await TestOrg.StartAsync(clock, opportunities: 0);
        await org.RunAsync();
        var late = await SaveSeenLateAsync(org, clock, by: 3 * Overlap);
        clock.Advance(2 * Overlap);
        await org.RunAsync();
        clock.Advance(2 * Overlap);
        Assert.That((await org.RunAsync()).Read, Is.Zero, "its stamp lies before the window");

        var reconciled = await ReconcileAsync(org);
        var again = await ReconcileAsync(org);

        Assert.That((reconciled.Late, reconciled.Writes.Written), Is.EqualTo((1, 1)));
        Assert.That((await org.Person.ReadAsync(late)).GetProperty("ForecastCategoryName").GetString(), Is.EqualTo("Best Case"));
        Assert.That(again.Late, Is.Zero);
    }

    [Test]
    public async Task What_becomes_visible_while_a_run_reads_turns_its_certificate_red_and_the_watermark_stays()
    {
        var clock = new OrgClock();
        await using var org = await TestOrg.StartAsync(clock, opportunities: 0);
        await org.Person.CreateCommitWithoutLeadershipAsync();
        await org.RunAsync();
        await SaveSeenLateAsync(org, clock, by: TimeSpan.FromMinutes(5));
        await org.Person.CreateCommitWithoutLeadershipAsync();
        clock.Advance(TimeSpan.FromMinutes(1));

        var red = await WatchAsync(org, () => clock.Advance(TimeSpan.FromMinutes(10)));
        var next = await org.RunAsync();

        Assert.That((red.Status, red.Certificate!.AddsUp), Is.EqualTo(("partial", false)));
        Assert.That(red.Notes.Lines, Has.Some.Contains("became visible late or were lost"));
        Assert.That((next.Status, next.Writes.Written), Is.EqualTo(("complete", 1)));
        Assert.That(JournalState.AlertsOf(org).Count(key => key.StartsWith("certificate-red/", StringComparison.Ordinal)), Is.EqualTo(1), "of the red run, not of the next");
    }

    [TestCase("delete from writes where opportunity_id = (select min(opportunity_id) from writes)", "The run planned", TestName = "A planned write that is lost from the journal turns the certificate red")]
    [TestCase("delete from decisions where opportunity_id = (select min(opportunity_id) from decisions)", "The journal took", TestName = "A decision that is lost from the journal turns the certificate red")]
    [TestCase("create trigger lose_receipts after update of state on writes when new.state = 'confirmed' begin update writes set state = 'sending' where run_id = new.run_id and opportunity_id = new.opportunity_id; end", "planned writes have no outcome", TestName = "Receipts that are lost from the journal turn the certificate red")]
    [TestCase("update runs set evaluated = 1", null, TestName = "What has nothing to do with it does not")]
    public async Task A_loss_in_the_journal(string loss, string? told)
    {
        await using var org = await TestOrg.StartAsync();

        var tally = await WatchAsync(org, () => Execute(org, loss));

        Assert.That(tally.Certificate!.AddsUp, Is.EqualTo(told is null));
        if (told is null)
            return;
        Assert.That(tally.Status, Is.EqualTo("partial"));
        Assert.That(tally.Notes.Lines.Single(), Does.Contain(told));
    }

    [Test]
    public async Task Below_the_API_reserve_only_corrections_go_out_and_the_next_run_does_the_rest()
    {
        await using var org = await TestOrg.StartAsync();

        var deferred = await org.RunAsync(("Limits:ApiReserve", "100"));
        var rest = await org.RunAsync(("Limits:ApiReserve", "0"));

        Assert.That(deferred.Planned.CorrectedDeals, Is.GreaterThan(0));
        Assert.That((deferred.Status, deferred.Writes.Written), Is.EqualTo(("deferred", deferred.Planned.CorrectedDeals)));
        Assert.That(deferred.Deferred, Is.EqualTo(deferred.Planned.Deals - deferred.Planned.CorrectedDeals));
        Assert.That((rest.Status, rest.Writes.Written), Is.EqualTo(("complete", deferred.Deferred)));
    }

    [TestCase("101")]
    [TestCase("-1")]
    public async Task A_reserve_that_is_no_share_is_refused(string percent)
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);

        var refusal = await Assert.ThrowsAsync<Host.Commands.CommandException>(() => org.RunAsync(("Limits:ApiReserve", percent)));

        Assert.That(refusal!.Message, Does.StartWith($"Limits:ApiReserve: {percent} is out of range"));
    }

    private static async Task<SalesforceId> SaveSeenLateAsync(TestOrg org, OrgClock clock, TimeSpan by)
    {
        clock.Advance(TimeSpan.FromSeconds(30));
        var fault = org.Server.Faults.Add(new LateVisibilityFault { Delay = by, When = new() { Times = 1 }, Where = new() { ObjectName = "Opportunity" } });
        var late = await org.Person.CreateCommitWithoutLeadershipAsync();
        Assert.That(org.Server.Faults.Find(fault)!.Struck, Is.EqualTo(1));
        return late;
    }

    private static async Task<RunTally> ReconcileAsync(TestOrg org)
    {
        await using var workplace = await org.OpenAsync();
        return await workplace.Get<RuleRun>().RunOnceAsync(TestOrg.Request(workplace) with { Reconcile = true }, default);
    }

    /// <summary>A run in which something happens right after its first page was journaled.</summary>
    private static async Task<RunTally> WatchAsync(TestOrg org, Action happen)
    {
        await using var workplace = await org.OpenAsync(JournalUse.Write);
        var hasHappened = false;
        var request = TestOrg.Request(workplace) with
        {
            Watch = _ =>
            {
                if (hasHappened)
                    return;
                hasHappened = true;
                happen();
            },
        };
        return await workplace.Get<RuleRun>().RunOnceAsync(request, default);
    }

    private static void Execute(TestOrg org, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={org.JournalFile}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
