using SalesRules.Host.Schedules;

namespace SalesRules.Host.Tests.Schedules;

internal sealed class ScheduleStoreTests
{
    [Test]
    public void Quartz_has_a_file_of_its_own_beside_the_journal() =>
        Assert.That(ScheduleStore.Beside("Data Source=/var/lib/salesrules/journal.db"), Is.EqualTo("Data Source=/var/lib/salesrules/journal-quartz.db"));

    [TestCase("Data Source=:memory:")]
    [TestCase("Data Source=demo;Mode=Memory;Cache=Shared")]
    public void Beside_a_journal_in_memory_the_store_is_in_memory_too(string journal) => Assert.That(ScheduleStore.Beside(journal), Is.Null);
}
