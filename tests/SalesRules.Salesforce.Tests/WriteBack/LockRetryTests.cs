using System.Text.Json;
using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Salesforce.Connection.Usage;
using SalesRules.Salesforce.Tests.Stub;
using SalesRules.Salesforce.WriteBack;
using static SalesRules.Salesforce.Tests.WriteBack.CollectionWriterTests;

namespace SalesRules.Salesforce.Tests.WriteBack;

internal sealed class LockRetryTests : StubFixture
{
    private readonly FakeClock clock = new();

    [Test]
    public async Task Only_the_locked_rows_are_tried_again_in_smaller_batches()
    {
        var locked = Enumerable.Range(1, 60).ToHashSet();
        AnswerWithLocks(locked, unlockAfterCalls: 1);

        var outcomes = await WriteAsync(200);

        Assert.That(outcomes, Has.Count.EqualTo(200).And.All.InstanceOf<RowOutcome.Confirmed>());
        Assert.That(Stub.Calls.Select(RowsOf), Is.EqualTo(new[] { 200, 50, 10 }));
    }

    [Test]
    public async Task A_row_that_stays_locked_is_refused_after_three_rounds()
    {
        AnswerWithLocks([2], unlockAfterCalls: int.MaxValue);

        var outcomes = await WriteAsync(3);

        Assert.That(outcomes[1], Is.InstanceOf<RowOutcome.Refused>().With.Property("Verdict").EqualTo(Verdict.Retry));
        Assert.That(outcomes[0], Is.InstanceOf<RowOutcome.Confirmed>());
        Assert.That(Stub.Calls.Select(RowsOf), Is.EqualTo(new[] { 3, 1, 1, 1 }));
    }

    [TestCase(20, 24)]
    [TestCase(21, 5)]
    public async Task Many_stubborn_rows_are_not_tried_one_by_one(int locked, int calls)
    {
        AnswerWithLocks([.. Enumerable.Range(1, locked)], unlockAfterCalls: int.MaxValue);

        await WriteAsync(200);

        Assert.That(Stub.Calls, Has.Count.EqualTo(calls));
    }

    [Test]
    public async Task A_row_that_someone_changed_while_it_was_locked_is_moved_and_not_written()
    {
        AnswerWithLocks([1, 2], unlockAfterCalls: 1);

        var outcomes = await WriteAsync(3, rows => Task.FromResult<IReadOnlyList<bool>>([.. rows.Select(row => row.Id != Id(1))]));

        Assert.That(outcomes[0], Is.InstanceOf<RowOutcome.Moved>());
        Assert.That(outcomes[1], Is.InstanceOf<RowOutcome.Confirmed>());
        Assert.That(Stub.Calls[1].Body, Does.Not.Contain(Id(1).Value));
    }

    [Test]
    public async Task A_failed_check_before_a_repeat_keeps_the_outcomes_known_so_far()
    {
        AnswerWithLocks([1], unlockAfterCalls: 1);

        var outcomes = await WriteAsync(2, _ => throw new SalesforceException("Retrieve of Opportunity", new("HTTP_503", "", []), 503));

        Assert.That(outcomes[0], Is.InstanceOf<RowOutcome.Refused>());
        Assert.That(outcomes[1], Is.InstanceOf<RowOutcome.Confirmed>());
    }

    [Test]
    public async Task A_lost_reply_of_a_repeat_makes_only_the_repeated_rows_unclear()
    {
        AnswerWithLocks([1], unlockAfterCalls: int.MaxValue);
        var first = Stub.Answer!;
        Stub.Answer = call => Stub.Calls.Count == 1 ? first(call) : StubReply.Lost;

        var outcomes = await WriteAsync(2);

        Assert.That(outcomes[0], Is.InstanceOf<RowOutcome.Unclear>());
        Assert.That(outcomes[1], Is.InstanceOf<RowOutcome.Confirmed>());
        Assert.That(Stub.Calls, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Cancelling_ends_the_repeats_and_keeps_the_outcomes()
    {
        using var cancel = new CancellationTokenSource();
        AnswerWithLocks([1], unlockAfterCalls: int.MaxValue);
        var client = Client(clock);

        var write = client.Collections.UpdateAsync("Opportunity", [Row(1), Row(2)], Always, null, cancel.Token);
        await clock.WhenTimerIsSetAsync(IsPause);
        cancel.Cancel();

        Assert.That((await write)[1], Is.InstanceOf<RowOutcome.Confirmed>());
        Assert.That(client.Calls[CallKind.Update], Is.EqualTo(1));
    }

    // Pauses are some seconds; the timeouts of calls are minutes.
    private static bool IsPause(TimeSpan due) => due > TimeSpan.Zero && due < TimeSpan.FromSeconds(10);

    private static int RowsOf(StubCall call) => JsonDocument.Parse(call.Body).RootElement.GetProperty("records").GetArrayLength();

    private async Task<IReadOnlyList<RowOutcome>> WriteAsync(
        int rows, Func<IReadOnlyList<RecordUpdate>, Task<IReadOnlyList<bool>>>? stillWantedAsync = null)
    {
        var collections = Client(clock).Collections;
        var write = collections.UpdateAsync("Opportunity", [.. Enumerable.Range(1, rows).Select(Row)], stillWantedAsync ?? Always, null, default);
        while (await Task.WhenAny(write, clock.WhenTimerIsSetAsync(IsPause)) != write)
            clock.Advance(TimeSpan.FromSeconds(10));
        return await write;
    }

    private void AnswerWithLocks(HashSet<int> locked, int unlockAfterCalls)
    {
        var lockedIds = locked.Select(number => Id(number).Value).ToHashSet();
        var calls = 0;
        Stub.Answer = call =>
        {
            var isLocked = ++calls <= unlockAfterCalls;
            var ids = JsonDocument.Parse(call.Body).RootElement.GetProperty("records").EnumerateArray().Select(r => r.GetProperty("id").GetString()!);
            return Results([.. ids.Select(id => isLocked && lockedIds.Contains(id) ? Bad("UNABLE_TO_LOCK_ROW") : $$"""{"id":"{{id}}","success":true,"errors":[]}""")]);
        };
    }
}
