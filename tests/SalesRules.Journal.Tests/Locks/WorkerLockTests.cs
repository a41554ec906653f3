using System.Globalization;
using SalesRules.Journal.Locks;

namespace SalesRules.Journal.Tests.Locks;

public sealed class WorkerLockTests
{
    private FakeClock clock = new();
    private string folder = "";

    private string File => Path.Combine(folder, "journal.db");

    private string ConnectionString => $"Data Source={File}";

    [SetUp]
    public void MakeFolder()
    {
        folder = TestFolder.Create();
        clock = new FakeClock();
    }

    [TearDown]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void A_second_one_is_refused_and_told_who_has_it_since_when_and_what_to_do()
    {
        using var first = WorkerLock.Acquire(ConnectionString, clock);
        clock.Advance(TimeSpan.FromDays(1));
        var refusal = Assert.Throws<JournalInUseException>(() => WorkerLock.Acquire(ConnectionString, clock))!;
        var pid = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        Assert.That(refusal.Message, Does.StartWith($"The journal {File} is in use by process {pid} (").And.Contain("since 2026-03-02T08:00:00.000Z. One process writes to a journal: stop that one"));
    }

    [Test]
    public void Whoever_comes_after_the_holder_has_gone_gets_it()
    {
        WorkerLock.Acquire(ConnectionString, clock).Dispose();
        clock.Advance(TimeSpan.FromHours(1));
        using var second = WorkerLock.Acquire(ConnectionString, clock);
        var refusal = Assert.Throws<JournalInUseException>(() => WorkerLock.Acquire(ConnectionString, clock))!;
        Assert.That(refusal.Message, Does.Contain("since 2026-03-02T09:00:00.000Z"));
    }

    [Test]
    public void A_refused_one_does_not_loosen_the_lock()
    {
        using var first = WorkerLock.Acquire(ConnectionString, clock);
        Assert.Throws<JournalInUseException>(() => WorkerLock.Acquire(ConnectionString, clock));
        Assert.Throws<JournalInUseException>(() => WorkerLock.Acquire(ConnectionString, clock));
    }

    [Test]
    public void Two_journals_have_two_locks()
    {
        using var first = WorkerLock.Acquire(ConnectionString, clock);
        Assert.DoesNotThrow(() => WorkerLock.Acquire($"Data Source={File}2", clock).Dispose());
    }

    [Test]
    public async Task The_journal_can_be_opened_while_another_holds_its_lock()
    {
        using var held = WorkerLock.Acquire(ConnectionString, clock);
        await using var reader = await RunJournal.OpenAsync(ConnectionString, clock);
        Assert.That(await reader.RunsAsync(JournalBench.Org, 1), Is.Empty);
    }

    [Test]
    public void In_memory_the_lock_holds_within_the_process()
    {
        var connectionString = $"Data Source={Guid.NewGuid():N};Mode=Memory";
        using (WorkerLock.Acquire(connectionString, clock))
            Assert.That(Assert.Throws<JournalInUseException>(() => WorkerLock.Acquire(connectionString, clock))!.Message, Does.StartWith("The journal in memory is in use by process"));
        Assert.DoesNotThrow(() => WorkerLock.Acquire(connectionString, clock).Dispose());
    }

    [Test]
    public void A_folder_that_does_not_exist_is_named() =>
        Assert.That(
            Assert.Throws<JournalException>(() => WorkerLock.Acquire($"Data Source={folder}/missing/journal.db", clock))!.Message,
            Does.Contain($"the folder {folder}/missing does not exist"));
}
