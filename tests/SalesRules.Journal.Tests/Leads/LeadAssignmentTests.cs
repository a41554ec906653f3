using SalesRules.Journal.Writes;
using SalesRules.Plans;
using SalesRules.Snapshots;

namespace SalesRules.Journal.Tests.Leads;

[OnEachDatabase]
public sealed class LeadAssignmentTests(DatabaseKind database)
{
    private static readonly SalesforceId Queue = SalesforceId.Parse("00G000000000001");
    private static readonly LeadAssignment First = new(SalesforceId.Parse("00Q000000000001"), Queue, TestDeals.Owner, 0);

    private JournalBench bench = null!;

    [SetUp]
    public async Task OpenAsync() => bench = await JournalBench.OpenAsync(database);

    [TearDown]
    public async Task CloseAsync() => await bench.DisposeAsync();

    [Test]
    public async Task Turns_are_counted_and_what_was_planned_is_known_until_it_is_done()
    {
        var run = await bench.StartAsync();
        Assert.That((await bench.Journal.LeadAssignmentsAsync(JournalBench.Org, [First.Lead])).Turns, Is.Zero);
        await bench.Journal.PlanLeadsAsync(run, [First]);
        var planned = await bench.Journal.LeadAssignmentsAsync(JournalBench.Org, [First.Lead]);
        await bench.Journal.SettleLeadsAsync(run, [WriteReceipt.Confirmed(First.Lead, new AfterImage(null, null, null))]);
        var done = await bench.Journal.LeadAssignmentsAsync(JournalBench.Org, [First.Lead]);

        Assert.That((planned.Known[First.Lead], planned.Turns), Is.EqualTo(((First, false), 1)));
        Assert.That(done.Known[First.Lead], Is.EqualTo((First, true)));
        Assert.That(await bench.Journal.AssignedLeadsAsync(JournalBench.Org, run), Is.EqualTo(new[] { First }));
    }

    [Test]
    public async Task What_was_being_sent_by_a_run_that_died_is_read_back()
    {
        var run = await bench.StartAsync();
        await bench.Journal.PlanLeadsAsync(run, [First]);
        await bench.Journal.MarkLeadsSendingAsync(run, [First.Lead]);
        await bench.ReopenAsync();
        var next = await bench.StartAsync();
        Assert.That(await bench.Journal.UnclearLeadsAsync(JournalBench.Org), Is.EqualTo(new[] { First }));

        await bench.Journal.SettleLeadsAsync(next, [WriteReceipt.NotWritten(First.Lead)]);

        Assert.That(await bench.Journal.UnclearLeadsAsync(JournalBench.Org), Is.Empty);
        Assert.That((await bench.Journal.LeadAssignmentsAsync(JournalBench.Org, [First.Lead])).Known[First.Lead], Is.EqualTo((First, false)), "it keeps its turn");
    }
}
