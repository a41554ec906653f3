using SalesRules.Journal.History;
using SalesRules.Journal.Runs;
using SalesRules.Journal.Writes;
using SalesRules.Plans;
using SalesRules.Snapshots;

namespace SalesRules.Journal.Tests.Writes;

[OnEachDatabase]
public sealed class WriteTests(DatabaseKind database)
{
    private JournalBench bench = null!;
    private RunId run;

    [SetUp]
    public async Task OpenAsync()
    {
        bench = await JournalBench.OpenAsync(database);
        run = await bench.StartAsync();
    }

    [TearDown]
    public async Task CloseAsync() => await bench.DisposeAsync();

    [Test]
    public async Task What_is_planned_comes_in_batches_in_the_order_of_ids()
    {
        await bench.DecideAsync(run, [.. Enumerable.Range(1, 5).Reverse().Select(TestDeals.Deal)]);
        var batches = await BatchesAsync(2);
        Assert.That(batches.Select(batch => batch.Select(record => record.Id)), Is.EqualTo(new[]
        {
            new[] { TestDeals.Id(1), TestDeals.Id(2) },
            [TestDeals.Id(3), TestDeals.Id(4)],
            [TestDeals.Id(5)],
        }));
    }

    [Test]
    public async Task Batches_may_be_sent_and_settled_while_the_next_ones_are_read()
    {
        await bench.DecideAsync(run, [.. Enumerable.Range(1, 450).Select(TestDeals.Deal)]);
        await bench.SendAsync(run);
        Assert.That(await BatchesAsync(), Is.Empty);
        Assert.That((await WritesAsync(450)).Single().State, Is.EqualTo(WriteState.Confirmed));
    }

    [Test]
    public async Task A_planned_record_comes_back_as_it_was_planned()
    {
        var planned = (await bench.DecideAsync(run, TestDeals.TooHigh())).Single().Planned;
        var read = (await BatchesAsync()).Single().Single();
        Assert.Multiple(() =>
        {
            Assert.That(read.Changes, Is.EqualTo(planned.Changes));
            Assert.That(read.Basis, Is.EqualTo(planned.Basis));
            Assert.That(read.NewTasks, Is.EqualTo(planned.NewTasks));
            Assert.That((read.Id, read.Name, read.Amount, read.ReadAt, read.DecisionId), Is.EqualTo((planned.Id, planned.Name, planned.Amount, planned.ReadAt, planned.DecisionId)));
        });
    }

    [Test]
    public async Task A_record_goes_out_once_however_often_it_is_asked_for()
    {
        await bench.DecideAsync(run, TestDeals.Deal(1), TestDeals.Deal(2));
        Assert.That(await bench.Journal.MarkSendingAsync(run, [TestDeals.Id(2), TestDeals.Id(1)]), Is.EqualTo(new[] { TestDeals.Id(1), TestDeals.Id(2) }));
        Assert.That(await bench.Journal.MarkSendingAsync(run, [TestDeals.Id(1), TestDeals.Id(3)]), Is.Empty);
        Assert.That(await BatchesAsync(), Is.Empty);
    }

    [Test]
    public async Task A_receipt_is_kept_with_everything_it_says()
    {
        await bench.DecideAsync(run, [.. Enumerable.Range(1, 5).Select(TestDeals.Deal)]);
        await bench.Journal.MarkSendingAsync(run, [.. Enumerable.Range(1, 5).Select(TestDeals.Id)]);
        var sentAt = bench.Clock.Now;
        bench.Clock.Advance(TimeSpan.FromSeconds(3));
        await bench.Journal.SettleAsync(run,
        [
            WriteReceipt.Confirmed(TestDeals.Id(1), new AfterImage("POV", "Commit", 90.5m)),
            WriteReceipt.Refused(TestDeals.Id(2), "FIELD_CUSTOM_VALIDATION_EXCEPTION", "The rule says no."),
            WriteReceipt.Moved(TestDeals.Id(3), ["Amount", "StageName"]),
            WriteReceipt.Unclear(TestDeals.Id(4), "No reply."),
            WriteReceipt.NotWritten(TestDeals.Id(5)),
        ]);

        var entries = new List<WriteEntry>();
        for (var deal = 1; deal <= 5; deal++)
            entries.Add((await WritesAsync(deal)).Single());
        Assert.Multiple(() =>
        {
            Assert.That(entries.Select(entry => entry.State), Is.EqualTo(new[] { WriteState.Confirmed, WriteState.Refused, WriteState.Moved, WriteState.Unclear, WriteState.Abandoned }));
            Assert.That(entries.Select(entry => entry.SentAt), Has.All.EqualTo(sentAt));
            Assert.That(entries.Select(entry => entry.SettledAt), Has.All.EqualTo(bench.Clock.Now));
            Assert.That((entries[1].Code, entries[1].Sentence), Is.EqualTo(("FIELD_CUSTOM_VALIDATION_EXCEPTION", "The rule says no.")));
            Assert.That(entries[2].MovedFields, Is.EqualTo(new[] { "Amount", "StageName" }));
            Assert.That(entries[3].Sentence, Is.EqualTo("No reply."));
        });
    }

    [Test]
    public async Task The_first_receipt_stands()
    {
        await bench.DecideAsync(run, TestDeals.TooHigh());
        await bench.Journal.SettleAsync(run, [WriteReceipt.Refused(TestDeals.Id(1), "X", "No.")]);
        await bench.Journal.SettleAsync(run, [WriteReceipt.Confirmed(TestDeals.Id(1), new AfterImage(null, "Best Case", 95))]);
        Assert.That((await WritesAsync(1)).Single().State, Is.EqualTo(WriteState.Refused));
        Assert.That((await bench.RememberAsync(TestDeals.Id(1))).LastCorrection, Is.Null);
    }

    [Test]
    public async Task A_receipt_for_a_record_that_was_never_planned_is_a_mistake_and_nothing_is_settled()
    {
        await bench.DecideAsync(run, TestDeals.Deal(1));
        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.Journal.SettleAsync(run,
            [WriteReceipt.Refused(TestDeals.Id(1), "X", "No."), WriteReceipt.Unclear(TestDeals.Id(2))]));
        Assert.That((await WritesAsync(1)).Single().State, Is.EqualTo(WriteState.Planned));
    }

    [Test]
    public async Task A_record_that_moved_is_decided_again_in_the_same_run()
    {
        await bench.DecideAsync(run, TestDeals.TooHigh());
        await bench.Journal.MarkSendingAsync(run, [TestDeals.Id(1)]);
        await bench.Journal.SettleAsync(run, [WriteReceipt.Moved(TestDeals.Id(1), ["Amount"])]);
        await bench.DecideAsync(run, TestDeals.TooHigh() with { Amount = 1 });
        await bench.SendAsync(run);
        Assert.That((await WritesAsync(1)).Select(entry => entry.State), Is.EqualTo(new[] { WriteState.Moved, WriteState.Confirmed }));
    }

    [Test]
    public async Task A_record_that_is_decided_again_before_it_went_out_is_written_once_and_as_decided_last()
    {
        await bench.DecideAsync(run, TestDeals.TooHigh());
        await bench.DecideAsync(run, TestDeals.TooHigh() with { Amount = 1 });
        Assert.That((await BatchesAsync()).Single().Single().Amount, Is.EqualTo(1));
        Assert.That((await WritesAsync(1)).Select(entry => entry.State), Is.EqualTo(new[] { WriteState.Abandoned, WriteState.Planned }));
    }

    [Test]
    public async Task A_record_under_way_in_one_run_is_not_planned_by_another()
    {
        await bench.DecideAsync(run, TestDeals.TooHigh());
        await bench.Journal.MarkSendingAsync(run, [TestDeals.Id(1)]);
        var second = await bench.StartAsync();
        Assert.That(() => bench.DecideAsync(second, TestDeals.TooHigh()), Throws.Exception);
    }

    [Test]
    public async Task What_a_finished_run_never_sent_is_abandoned_and_what_it_has_no_receipt_for_is_unclear()
    {
        await bench.DecideAsync(run, TestDeals.Deal(1), TestDeals.Deal(2));
        await bench.Journal.MarkSendingAsync(run, [TestDeals.Id(2)]);
        await bench.FinishAsync(run);
        Assert.That((await WritesAsync(1)).Single().State, Is.EqualTo(WriteState.Abandoned));
        Assert.That((await bench.Journal.UnclearAsync(JournalBench.Org)).Select(write => (write.Run, write.Record.Id)), Is.EqualTo(new[] { (run, TestDeals.Id(2)) }));
    }

    [Test]
    public async Task Refusals_of_a_run_are_listed_with_code_and_sentence()
    {
        await bench.DecideAsync(run, TestDeals.Deal(1), TestDeals.Deal(2));
        await bench.Journal.SettleAsync(run, [WriteReceipt.Refused(TestDeals.Id(2), "X", "No.")]);
        Assert.That(await bench.Journal.RefusalsAsync(run), Is.EqualTo(new[] { new Refusal(TestDeals.Id(2), null, "X", "No.") }));
    }

    [Test]
    public async Task Only_some_of_what_is_planned_can_be_asked_for()
    {
        await bench.DecideAsync(run, TestDeals.Deal(1), TestDeals.Deal(2), TestDeals.Deal(3));
        Assert.That((await BatchesAsync(only: [TestDeals.Id(1), TestDeals.Id(3)])).Single().Select(record => record.Id), Is.EqualTo(new[] { TestDeals.Id(1), TestDeals.Id(3) }));
        Assert.That(await BatchesAsync(only: []), Is.Empty);
    }

    private async Task<IReadOnlyList<WriteEntry>> WritesAsync(int deal) => (await bench.Journal.DealHistoryAsync(JournalBench.Org, TestDeals.Id(deal))).Writes;

    private async Task<List<IReadOnlyList<PlannedRecord>>> BatchesAsync(int size = 200, IReadOnlyCollection<SalesforceId>? only = null)
    {
        var batches = new List<IReadOnlyList<PlannedRecord>>();
        await foreach (var batch in bench.Journal.PlannedAsync(run, size, only))
            batches.Add(batch);
        return batches;
    }
}
