using System.Runtime.CompilerServices;
using SalesRules.Journal.Database;
using SalesRules.Journal.Runs;
using SalesRules.Journal.Scores;
using SalesRules.Journal.Writes;
using SalesRules.Plans;
using SalesRules.Snapshots;

namespace SalesRules.Journal;

/// <summary>Writes from planned to confirmed.</summary>
public sealed partial class RunJournal
{
    /// <summary>
    /// What the run has planned and not sent, corrections of what people own before everything else, each in the order of ids, a
    /// batch at a time: memory does not grow with the plan. What is decided again behind the batch at hand is found by asking once
    /// more.
    /// </summary>
    public async IAsyncEnumerable<IReadOnlyList<PlannedRecord>> PlannedAsync(
        RunId run, int batchSize = 200, IReadOnlyCollection<SalesforceId>? only = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (lane, after) = (0, "");
        while (true)
        {
            // A keyset, not an open reader: the batch is marked and settled before the next one is read.
            var batch = await database.ReadAsync(
                async statements => await statements.QueryAsync<WriteRow>(
                    $"""
                    select * from writes where org_id = @orgId and run_id = @runId and state = 'planned'
                        {(only is null ? "" : "and opportunity_id in (@ids)")}
                        and ({WriteRow.LaneOf} > @lane or ({WriteRow.LaneOf} = @lane and opportunity_id > @after))
                    order by {WriteRow.LaneOf}, opportunity_id limit @batchSize
                    """,
                    new { orgId = await OrgOfAsync(statements, run), runId = run.Value, lane, after, batchSize, ids = statements.List(only ?? []) }),
                cancellationToken);
            if (batch.Count == 0)
                yield break;
            yield return [.. batch.Select(row => row.ToRecord())];
            (lane, after) = (batch[^1].Lane, batch[^1].OpportunityId);
        }
    }

    /// <summary>Says, before a batch goes out, that it is about to: records and their new tasks become sending.</summary>
    /// <returns>Those that may go out now; one that was decided again in the meantime is not among them.</returns>
    public Task<IReadOnlyList<SalesforceId>> MarkSendingAsync(RunId run, IReadOnlyCollection<SalesforceId> ids, CancellationToken cancellationToken = default) =>
        database.WriteAsync<IReadOnlyList<SalesforceId>>(
            async statements =>
            {
                var batch = new { orgId = await DemandLeaseAsync(statements, run), runId = run.Value, ids = statements.List(ids), Now };
                // Dies before this commits: the rows are planned and nothing has gone out. The next run abandons them and decides
                // again. Dies after: they are sending, and whether the org has them nobody here can know. The next run calls them
                // unclear and reads them back before it decides anything about those records.
                var marked = await statements.QueryAsync<string>(
                    """
                    update writes set state = 'sending', sent_at = @Now
                    where org_id = @orgId and run_id = @runId and state = 'planned' and opportunity_id in (@ids)
                    returning opportunity_id
                    """,
                    batch);
                await statements.ExecuteAsync(
                    """
                    update tasks set state = 'sending', changed_at = @Now
                    where org_id = @orgId and run_id = @runId and state = 'planned' and opportunity_id in (@ids)
                    """,
                    batch with { ids = statements.List(marked) });
                await statements.ExecuteAsync(
                    """
                    update score_rows set state = 'sending', changed_at = @Now
                    where org_id = @orgId and run_id = @runId and state = 'planned' and opportunity_id in (@ids)
                    """,
                    batch with { ids = statements.List(marked) });
                return [.. marked.Select(SalesforceId.Parse).Order()];
            },
            cancellationToken);

    /// <summary>Takes down what became of a run's writes. The first receipt of a write stands, so that settling twice does no harm.</summary>
    /// <exception cref="Leases.FencedOffException">Somebody has taken the run's lease since.</exception>
    /// <exception cref="InvalidOperationException">A receipt is for a record that the run never planned to write.</exception>
    public Task SettleAsync(RunId run, IReadOnlyList<WriteReceipt> receipts, CancellationToken cancellationToken = default) =>
        SettleAsync(run, run, receipts, cancellationToken);

    /// <summary>Takes down what became of an earlier run's unclear writes, which this one has read back.</summary>
    /// <inheritdoc cref="SettleAsync(RunId, IReadOnlyList{WriteReceipt}, CancellationToken)"/>
    public Task SettleAsync(RunId run, RunId earlier, IReadOnlyList<WriteReceipt> receipts, CancellationToken cancellationToken = default) => database.WriteAsync(
        async statements =>
        {
            var orgId = await DemandLeaseAsync(statements, run);
            await DemandPlannedAsync(statements, orgId, earlier, receipts);
            var now = Now;
            var rows = receipts.ToLookup(receipt => receipt.Outcome, receipt => ReceiptRow.Of(receipt, orgId, earlier.Value, now));
            await statements.ExecuteManyAsync(ReceiptRow.Settle, [.. rows.SelectMany(outcome => outcome)]);
            List<ReceiptRow> confirmed = [.. rows[WriteState.Confirmed]];
            await statements.ExecuteManyAsync(ReceiptRow.RememberCorrection, confirmed);
            await statements.ExecuteManyAsync(ReceiptRow.RecordApproval, confirmed);
            await statements.ExecuteManyAsync(ReceiptRow.ReleaseTasks, [.. rows[WriteState.Moved]]);
            await statements.ExecuteManyAsync(ScoreRowRow.Release, [.. rows.Where(outcome => outcome.Key != WriteState.Confirmed).SelectMany(outcome => outcome)]);
            if (confirmed.Count > 0)
                await RememberPillarsAsync(statements, orgId, earlier.Value, now);
        },
        cancellationToken);

    /// <summary>The org's writes without a receipt, of all runs that are over: to be read back and settled before anything is decided.</summary>
    public Task<IReadOnlyList<UnclearWrite>> UnclearAsync(string orgId, CancellationToken cancellationToken = default) => database.ReadAsync<IReadOnlyList<UnclearWrite>>(
        async statements =>
        [
            .. (await statements.QueryAsync<WriteRow>(
                "select * from writes where org_id = @orgId and state = 'unclear' order by run_id, opportunity_id, attempt", new { orgId }))
                .Select(row => new UnclearWrite(RunId.Parse(row.RunId), row.ToRecord(), Stored.InstantOrNull(row.SentAt))),
        ],
        cancellationToken);

    private static async Task DemandPlannedAsync(JournalSession statements, string orgId, RunId run, IReadOnlyList<WriteReceipt> receipts)
    {
        var planned = (await statements.QueryAsync<string>(
            WriteRow.OfRunById, new { orgId, runId = run.Value, ids = statements.List(receipts.Select(receipt => receipt.Id)) })).ToHashSet(StringComparer.Ordinal);
        if (receipts.FirstOrDefault(receipt => !planned.Contains(receipt.Id.Value)) is { } stranger)
            throw new InvalidOperationException($"Run {run} never planned to write {stranger.Id}: a receipt for it is a mistake.");
    }
}
