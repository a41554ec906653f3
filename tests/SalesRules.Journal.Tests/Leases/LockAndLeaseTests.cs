using SalesRules.Journal.Leases;
using SalesRules.Journal.Locks;

namespace SalesRules.Journal.Tests.Leases;

/// <summary>A journal in a file has a lock that dies with its process: whoever holds it need not wait for a dead one's lease.</summary>
public sealed class LockAndLeaseTests
{
    private static readonly TimeSpan Term = TimeSpan.FromMinutes(1);

    private readonly FakeClock clock = new();
    private TestDatabase database = null!;

    [SetUp]
    public async Task MakeDatabaseAsync() => database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);

    [TearDown]
    public async Task DropDatabaseAsync() => await database.DisposeAsync();

    [Test]
    public async Task The_lease_of_a_process_that_died_is_free_at_once()
    {
        await DieHoldingItAsync();
        using var alone = WorkerLock.Acquire(database.ConnectionString, clock);
        await using var journal = await RunJournal.OpenAsync(database.ConnectionString, clock, alone);
        await using var lease = await journal.AcquireLeaseAsync(JournalBench.Org, Term);
        Assert.That(lease.Token, Is.EqualTo(2));
    }

    [Test]
    public async Task Without_the_lock_it_runs_out_first()
    {
        await DieHoldingItAsync();
        await using var journal = await RunJournal.OpenAsync(database.ConnectionString, clock);
        await Assert.ThrowsAsync<LeaseHeldException>(() => journal.AcquireLeaseAsync(JournalBench.Org, Term));
        clock.Advance(Term - TimeSpan.FromMilliseconds(1));
        await Assert.ThrowsAsync<LeaseHeldException>(() => journal.AcquireLeaseAsync(JournalBench.Org, Term));
        clock.Advance(TimeSpan.FromMilliseconds(1));
        await (await journal.AcquireLeaseAsync(JournalBench.Org, Term)).DisposeAsync();
    }

    [Test]
    public async Task The_lock_does_not_let_one_process_hold_it_twice()
    {
        using var alone = WorkerLock.Acquire(database.ConnectionString, clock);
        await using var journal = await RunJournal.OpenAsync(database.ConnectionString, clock, alone);
        await using var lease = await journal.AcquireLeaseAsync(JournalBench.Org, Term);
        await Assert.ThrowsAsync<LeaseHeldException>(() => journal.AcquireLeaseAsync(JournalBench.Org, Term));
    }

    private async Task DieHoldingItAsync()
    {
        await using var journal = await RunJournal.OpenAsync(database.ConnectionString, clock);
        await journal.AcquireLeaseAsync(JournalBench.Org, Term);
    }
}
