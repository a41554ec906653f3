using SalesRules.Journal.Leases;

namespace SalesRules.Journal.Tests.Leases;

/// <summary>Who gets the right to write for an org, and when. A second opening of the journal stands for a second node.</summary>
[OnEachDatabase]
public sealed class LeaseTests(DatabaseKind database)
{
    private static readonly TimeSpan Term = TimeSpan.FromMinutes(1);

    private JournalBench bench = null!;
    private RunJournal other = null!;

    [SetUp]
    public async Task OpenTwoNodesAsync()
    {
        bench = await JournalBench.OpenAsync(database);
        other = await bench.OpenNodeAsync();
    }

    [TearDown]
    public async Task CloseAsync()
    {
        await other.DisposeAsync();
        await bench.DisposeAsync();
    }

    [Test]
    public async Task Another_node_is_told_who_holds_it_until_when_and_that_nothing_was_done()
    {
        await using var lease = await bench.Journal.AcquireLeaseAsync(JournalBench.Org, Term);
        var refusal = await Assert.ThrowsAsync<LeaseHeldException>(() => other.AcquireLeaseAsync(JournalBench.Org, Term));
        Assert.That(refusal!.Message, Does.Match(
            $"^The org {JournalBench.Org} is being worked on: a run of process {Environment.ProcessId} on \\S+ at [0-9-]+ [0-9:]+ UTC holds its lease until [0-9:]+ UTC .*Nothing was done"));
        Assert.That(refusal.Remaining, Is.GreaterThan(TimeSpan.FromSeconds(30)).And.LessThanOrEqualTo(Term));
    }

    [Test]
    public async Task Of_many_that_ask_at_once_one_gets_it()
    {
        var nodes = new[] { bench.Journal, other, await bench.OpenNodeAsync(), await bench.OpenNodeAsync() };
        var asked = await Task.WhenAll(nodes.Select(node => Task.Run(() => TryAsync(node))));
        Assert.That(asked.Count(lease => lease is not null), Is.EqualTo(1));
        await asked.OfType<RunLease>().Single().DisposeAsync();
        await nodes[2].DisposeAsync();
        await nodes[3].DisposeAsync();
    }

    [Test]
    public async Task One_process_does_not_hold_it_twice()
    {
        await using var lease = await bench.Journal.AcquireLeaseAsync(JournalBench.Org, Term);
        await Assert.ThrowsAsync<LeaseHeldException>(() => bench.Journal.AcquireLeaseAsync(JournalBench.Org, Term));
    }

    [Test]
    public async Task Given_back_it_is_free_at_once_and_the_next_token_is_higher()
    {
        var first = await bench.Journal.AcquireLeaseAsync(JournalBench.Org, Term);
        await first.DisposeAsync();
        await first.DisposeAsync();
        await using var second = await other.AcquireLeaseAsync(JournalBench.Org, Term);
        Assert.That(second.Token, Is.GreaterThan(first.Token));
    }

    [Test]
    public async Task Run_out_it_is_free_and_its_late_holder_gives_nothing_back()
    {
        var first = await bench.Journal.AcquireLeaseAsync(JournalBench.Org, Term);
        await bench.LetLeasesRunOutAsync();
        await using var second = await other.AcquireLeaseAsync(JournalBench.Org, Term);
        await first.DisposeAsync();
        Assert.That(await TryAsync(bench.Journal), Is.Null, "the second holder's lease stands");
    }

    [Test]
    public async Task Run_out_and_taken_by_nobody_it_is_renewed()
    {
        await using var lease = await bench.Journal.AcquireLeaseAsync(JournalBench.Org, Term);
        await bench.LetLeasesRunOutAsync();
        await lease.RenewAsync();
        Assert.That(await TryAsync(other), Is.Null);
    }

    [Test]
    public async Task Taken_by_another_it_cannot_be_renewed()
    {
        await using var lease = await bench.Journal.AcquireLeaseAsync(JournalBench.Org, Term);
        await bench.LetLeasesRunOutAsync();
        await using var taken = await other.AcquireLeaseAsync(JournalBench.Org, Term);
        var problem = await Assert.ThrowsAsync<FencedOffException>(() => lease.RenewAsync());
        Assert.That(problem!.Message, Does.StartWith($"The lease of the org {JournalBench.Org} ran out, and a run of process "));
    }

    [Test]
    public async Task It_renews_itself_while_it_is_held()
    {
        await using var lease = await bench.Journal.AcquireLeaseAsync(JournalBench.Org, TimeSpan.FromMilliseconds(600));
        var atFirst = await bench.Database.AskAsync("select expires_at from leases");
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That(() => bench.Database.AskAsync("select expires_at from leases").GetAwaiter().GetResult(), Is.Not.EqualTo(atFirst).After(10).Seconds.PollEvery(50));
    }

    [Test]
    public async Task Orgs_have_their_own()
    {
        await using var one = await bench.Journal.AcquireLeaseAsync(JournalBench.Org, Term);
        await using var two = await other.AcquireLeaseAsync("00D000000000002EAA", Term);
        Assert.That((one.OrgId, two.OrgId), Is.EqualTo((JournalBench.Org, "00D000000000002EAA")));
    }

    [Test]
    public async Task What_goes_out_needs_a_quarter_of_the_term_by_the_holders_own_clock()
    {
        await using var lease = await bench.Journal.AcquireLeaseAsync(JournalBench.Org, TimeSpan.FromHours(1));
        bench.Clock.Advance(TimeSpan.FromMinutes(44));
        Assert.DoesNotThrow(lease.DemandTimeLeft);

        bench.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.That(Assert.Throws<FencedOffException>(lease.DemandTimeLeft)!.Message, Does.Contain($"its lease of 3600 s for the org {JournalBench.Org} was not renewed in time"));

        await lease.RenewAsync();
        Assert.DoesNotThrow(lease.DemandTimeLeft);
    }

    private static async Task<RunLease?> TryAsync(RunJournal node)
    {
        try
        {
            return await node.AcquireLeaseAsync(JournalBench.Org, Term);
        }
        catch (LeaseHeldException)
        {
            return null;
        }
    }
}
