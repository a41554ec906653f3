using Microsoft.Extensions.Logging;
using SalesRules.Salesforce.Connection;
using SalesRules.Salesforce.Connection.Errors;

namespace SalesRules.Salesforce.WriteBack;

/// <summary>Tries rows again that another transaction had locked: just these, in ever smaller batches, after a pause.</summary>
internal sealed class LockRetry(TimeProvider time, ILogger<LockRetry> logger)
{
    // Smaller batches hold fewer locks for a shorter time; the last round takes rows one by one.
    private static readonly int[] BatchSizes = [50, 10, 1];

    // The last round is for a few stubborn rows: a whole batch of single calls would eat the org's allowance.
    private const int MostSingleRows = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Replaces the outcomes of locked rows by those of their last try.</summary>
    /// <param name="objectName">For the log.</param>
    /// <param name="rows">The rows of the batch.</param>
    /// <param name="outcomes">Their outcomes in the same order; changed in place.</param>
    /// <param name="stillWantedAsync">Asked before each repeat, for each row; a row no longer wanted is <see cref="RowOutcome.Moved"/>.</param>
    /// <param name="writeAsync">Writes some of the rows and tells their outcomes.</param>
    /// <param name="cancellationToken">Ends the repeats; what is still locked then stays refused.</param>
    public async Task RunAsync<TRow>(
        string objectName,
        IReadOnlyList<TRow> rows,
        RowOutcome[] outcomes,
        Func<IReadOnlyList<TRow>, Task<IReadOnlyList<bool>>> stillWantedAsync,
        Func<IReadOnlyList<TRow>, Task<IReadOnlyList<RowOutcome>>> writeAsync,
        CancellationToken cancellationToken)
    {
        for (var round = 0; round < BatchSizes.Length; round++)
        {
            var locked = Enumerable.Range(0, rows.Count).Where(i => outcomes[i] is RowOutcome.Refused { Verdict: Verdict.Retry }).ToList();
            if (locked.Count == 0 || (BatchSizes[round] == 1 && locked.Count > MostSingleRows) || !await PauseAsync(round, cancellationToken))
                return;
            logger.RetryingLockedRows(locked.Count, objectName, BatchSizes[round], round + 1);
            foreach (var batch in locked.Chunk(BatchSizes[round]))
            {
                try
                {
                    await RepeatAsync(rows, outcomes, batch, stillWantedAsync, writeAsync);
                }
                catch (SalesforceException e)
                {
                    // The outcomes known so far count more than the repeat: these rows stay refused as locked.
                    logger.LockRetryEnded(objectName, e.ErrorCode);
                    return;
                }
            }
        }
    }

    // Whoever held the lock has most likely changed the record, so whether our change still stands is asked anew.
    private static async Task RepeatAsync<TRow>(
        IReadOnlyList<TRow> rows,
        RowOutcome[] outcomes,
        int[] batch,
        Func<IReadOnlyList<TRow>, Task<IReadOnlyList<bool>>> stillWantedAsync,
        Func<IReadOnlyList<TRow>, Task<IReadOnlyList<RowOutcome>>> writeAsync)
    {
        var wanted = await stillWantedAsync([.. batch.Select(i => rows[i])]);
        foreach (var (place, _) in batch.Zip(wanted).Where(pair => !pair.Second))
            outcomes[place] = new RowOutcome.Moved();
        var places = batch.Zip(wanted).Where(pair => pair.Second).Select(pair => pair.First).ToList();
        if (places.Count == 0)
            return;
        var results = await writeAsync([.. places.Select(i => rows[i])]);
        foreach (var (place, result) in places.Zip(results))
            outcomes[place] = result;
    }

    private async Task<bool> PauseAsync(int round, CancellationToken cancellationToken)
    {
        var pause = Pause * (1 << round) * (0.5 + Random.Shared.NextDouble());
        await Task.Delay(pause, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !cancellationToken.IsCancellationRequested;
    }
}
