using SalesRules.Host.Schedules;

namespace SalesRules.Host.Tests.Schedules;

internal sealed class ScheduleStoreTests
{
    [Test]
    public void Quartz_has_a_file_of_its_own_beside_the_journal() =>
        Assert.That(ScheduleStore.Beside("Data Source=/var/lib/salesrules/journal.db"), Is.EqualTo(new ScheduleStore("Data Source=/var/lib/salesrules/journal-quartz.db", null)));

    [Test]
    public void On_a_server_it_has_a_schema_of_its_own_in_the_journals_database()
    {
        var store = ScheduleStore.Beside("Host=db;Database=journal;Username=me")!;
        Assert.That(store.IsShared, Is.True);
        Assert.That(store.ConnectionString, Does.Contain("Host=db;").And.Contain("Database=journal;").And.Contain("Search Path=quartz"));
    }

    [TestCase("Data Source=:memory:")]
    [TestCase("Data Source=demo;Mode=Memory;Cache=Shared")]
    public void Beside_a_journal_in_memory_the_store_is_in_memory_too(string journal) => Assert.That(ScheduleStore.Beside(journal), Is.Null);
}
