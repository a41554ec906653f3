using SalesRules.Journal.Locks;
using SalesRules.Journal.Messages;

namespace SalesRules.Journal.Tests.Messages;

/// <summary>Whoever has a journal's file for itself knows that whoever had it before is dead.</summary>
internal sealed class ClaimsOfDeadProcessesTests
{
    private static readonly TimeSpan Term = TimeSpan.FromMinutes(6);

    private readonly FakeClock clock = new();

    [Test]
    public async Task A_claim_of_the_one_that_had_the_file_before_is_free_at_once_and_ones_own_is_not()
    {
        await using var folder = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        using (var first = WorkerLock.Acquire(folder.ConnectionString, clock))
        await using (var journal = await RunJournal.OpenAsync(folder.ConnectionString, clock, first))
        {
            await journal.QueueAsync(JournalBench.Org, [new QueuedMessage("a", "ana", "{}")]);
            Assert.That(await ClaimAsync(journal), Has.Count.EqualTo(1));
        }

        using var second = WorkerLock.Acquire(folder.ConnectionString, clock);
        await using var next = await RunJournal.OpenAsync(folder.ConnectionString, clock, second);
        Assert.That(await ClaimAsync(next), Has.Count.EqualTo(1));
        Assert.That(await ClaimAsync(next), Is.Empty);
    }

    [Test]
    public async Task A_claim_of_one_that_works_beside_the_holder_of_the_file_holds()
    {
        await using var folder = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        using var held = WorkerLock.Acquire(folder.ConnectionString, clock);
        await using var worker = await RunJournal.OpenAsync(folder.ConnectionString, clock, held);
        await using var beside = await RunJournal.OpenAsync(folder.ConnectionString, clock);
        await worker.QueueAsync(JournalBench.Org, [new QueuedMessage("a", "ana", "{}")]);

        Assert.That(await ClaimAsync(beside), Has.Count.EqualTo(1));
        clock.Advance(Term - TimeSpan.FromMilliseconds(1));
        Assert.That(await ClaimAsync(worker), Is.Empty);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.That(await ClaimAsync(worker), Has.Count.EqualTo(1));
    }

    private Task<IReadOnlyList<OutgoingMessage>> ClaimAsync(RunJournal journal) => journal.ClaimDueAsync(JournalBench.Org, clock.Now, Term, 10);
}
